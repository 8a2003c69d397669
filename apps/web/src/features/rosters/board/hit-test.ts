import { minuteAt, xOf, type BoardAxis } from './axis.js';
import { rowAt, type BoardLayout } from './layout.js';
import type { BoardModel, BoardShift } from './model.js';
import { activityAt, activityCount } from './tiling.js';

export type BoardHit =
  | { readonly kind: 'none' }
  | { readonly kind: 'group'; readonly key: string }
  | { readonly kind: 'empty'; readonly agent: number; readonly minute: number }
  | {
      readonly kind: 'segment';
      readonly agent: number;
      readonly shift: BoardShift;
      readonly activity: number;
      /** Contact work: a drag takes the whole shift. */
      readonly base: boolean;
      readonly edge: 'start' | 'end' | null;
      /** The edge is the shift's own end. */
      readonly shiftEdge: boolean;
      readonly minute: number;
    };

/** Pixels on either side of an edge that count as the edge. */
const EDGE_PIXELS = 5;

interface Scene {
  readonly model: BoardModel;
  readonly layout: BoardLayout;
  readonly axis: BoardAxis;
}

/** What lies under a point of the body; x and y in pixels of the whole (unscrolled) board. */
export function hitTest({ model, layout, axis }: Scene, x: number, y: number): BoardHit {
  if (y < 0 || y >= (layout.tops.at(-1) ?? 0)) return { kind: 'none' };
  const row = layout.rows[rowAt(layout, y)]!;
  if (row.kind === 'group') return { kind: 'group', key: row.key };
  const minute = minuteAt(axis, x);
  const slack = EDGE_PIXELS / axis.pixelsPerMinute;
  const shift = (model.shifts[row.agent] ?? []).find(
    (s) => minute >= s.start - slack / 2 && minute < s.start + s.length + slack / 2,
  );
  if (!shift) return { kind: 'empty', agent: row.agent, minute };
  return segmentHit({ model, axis, shift }, x, minute);
}

function segmentHit(
  { model, axis, shift }: { model: BoardModel; axis: BoardAxis; shift: BoardShift },
  x: number,
  minute: number,
): BoardHit {
  const inside = Math.min(Math.max(minute, shift.start), shift.start + shift.length - 1);
  let activity = 0;
  while (activity < activityCount(shift) - 1 && inside >= activityAt(shift, activity + 1)!.start) activity++;
  const found = activityAt(shift, activity)!;
  const left = xOf(axis, found.start);
  const right = xOf(axis, found.start + found.length);
  // A narrow break keeps a middle to grab: its edges take at most a third each.
  const reach = Math.min(EDGE_PIXELS, Math.floor((right - left) / 3));
  const edge = x - left < reach ? 'start' : right - x <= reach ? 'end' : null;
  const shiftEdge = (edge === 'start' && activity === 0) || (edge === 'end' && activity === activityCount(shift) - 1);
  const base = found.type === model.baseType;
  return {
    kind: 'segment',
    agent: shift.agent,
    shift,
    activity,
    base,
    edge: base && !shiftEdge ? null : edge,
    shiftEdge,
    minute,
  };
}
