import { minuteAt, type BoardAxis } from './axis.js';
import type { GestureTarget } from './gestures/gesture.js';
import { rowsBetween, type BoardLayout } from './layout.js';
import type { BoardModel } from './model.js';

/** A rectangle in pixels of the whole board, its corners in any order. */
export interface LassoRect {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** The whole shifts that the rectangle touches, in the order of the rows. */
export function lassoTargets(
  { model, layout, axis }: { readonly model: BoardModel; readonly layout: BoardLayout; readonly axis: BoardAxis },
  { fromX, fromY, toX, toY }: LassoRect,
): GestureTarget[] {
  const from = minuteAt(axis, Math.min(fromX, toX));
  const until = minuteAt(axis, Math.max(fromX, toX));
  const { first, last } = rowsBetween(layout, Math.min(fromY, toY), Math.max(fromY, toY) + 1);
  return layout.rows
    .slice(first, last)
    .flatMap((row) =>
      row.kind === 'agent'
        ? (model.shifts[row.agent] ?? [])
            .filter((shift) => shift.start < until && shift.start + shift.length > from)
            .map((shift) => ({ agent: row.agent, shiftId: shift.id, activity: null }))
        : [],
    );
}
