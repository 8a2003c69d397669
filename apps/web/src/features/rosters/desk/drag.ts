import {
  copyShift,
  moveActivities,
  moveShifts,
  resizeActivity,
  resizeShifts,
  rowAt,
  snapMinute,
  swapShifts,
  type BoardHit,
  type BoardModel,
  type BoardSelection,
  type BoardShift,
  type GestureTarget,
  type Proposal,
} from '../board/index.js';
import type { ViewState } from './desk-context.js';

export type SegmentHit = Extract<BoardHit, { kind: 'segment' }>;

/** What the hand took hold of, and from where; the start of every drag. */
export interface Grab {
  readonly hit: SegmentHit;
  readonly targets: readonly GestureTarget[];
  /** Board minute under the pointer when it went down. */
  readonly fromMinute: number;
  readonly newId: string;
}

export interface BoardPoint {
  /** Pixels of the whole board. */
  readonly x: number;
  readonly y: number;
}

/** What a press on a segment selects: contact work stands for its shift, anything else for itself. */
export function targetOf(hit: SegmentHit): GestureTarget {
  return { agent: hit.agent, shiftId: hit.shift.id, activity: hit.base || hit.shiftEdge ? null : hit.activity };
}

/** Takes hold: of everything selected when the press is on a selected segment, else of the one under the hand. */
export function grab(hit: SegmentHit, selection: BoardSelection, newId: string): Grab {
  const target = targetOf(hit);
  const selected = selection.targets.some((t) => t.shiftId === target.shiftId && t.activity === target.activity);
  return { hit, targets: selected ? selection.targets : [target], fromMinute: hit.minute, newId };
}

interface DragTo {
  readonly point: BoardPoint;
  readonly minute: number;
  /** 5 while Alt is held. */
  readonly snapMinutes: number;
  /** Ctrl is held: the shift stays, and a copy goes to the point. */
  readonly copies: boolean;
}

/** The proposal of a drag from the grab to the point; pure, so Escape only has to forget it. */
export function dragProposal(
  model: BoardModel,
  view: Pick<ViewState, 'layout'>,
  { grab: held, to }: { readonly grab: Grab; readonly to: DragTo },
): Proposal {
  const { hit, targets } = held;
  if (hit.edge && hit.shiftEdge)
    return resizeShifts(model, targets, {
      edge: hit.edge,
      deltaMinutes: snappedDelta(hit.edge === 'start' ? hit.shift.start : hit.shift.start + hit.shift.length, held, to),
    });
  const activityStart = hit.shift.activities[hit.activity * 3 + 1]!;
  if (hit.edge) {
    const edgeAt = hit.edge === 'start' ? activityStart : activityStart + hit.shift.activities[hit.activity * 3 + 2]!;
    return resizeActivity(model, targets[0]!, { edge: hit.edge, deltaMinutes: snappedDelta(edgeAt, held, to) });
  }
  if (!hit.base) return moveActivities(model, targets, snappedDelta(activityStart, held, to));
  return wholeShifts(model, agentAt(view, to.point.y) ?? hit.agent, { held, to });
}

/** Whole shifts: moved, copied, given to another agent, or swapped with the shift they are dropped on. */
function wholeShifts(model: BoardModel, agent: number, { held, to }: { held: Grab; to: DragTo }): Proposal {
  const { hit, targets, newId } = held;
  const deltaMinutes = snappedDelta(hit.shift.start, held, to);
  if (to.copies) return copyShift(model, hit.shift, { agent, deltaMinutes, newId });
  const under = targets.length === 1 ? shiftAt(model, agent, to.minute) : null;
  if (under && under.id !== hit.shift.id) return swapShifts(model, hit.shift, under);
  const elsewhere = agent !== hit.agent && targets.length === 1 ? { agent, newId } : undefined;
  return moveShifts(model, targets, { deltaMinutes, to: elsewhere });
}

function shiftAt(model: BoardModel, agent: number, minute: number): BoardShift | null {
  return (model.shifts[agent] ?? []).find(({ start, length }) => start <= minute && minute < start + length) ?? null;
}

/** How far to go so that what was grabbed lands on the snap. */
function snappedDelta(anchor: number, held: Grab, to: DragTo): number {
  return snapMinute(anchor + to.minute - held.fromMinute, to.snapMinutes) - anchor;
}

function agentAt({ layout }: Pick<ViewState, 'layout'>, y: number): number | null {
  const row = layout.rows[rowAt(layout, y)];
  return row?.kind === 'agent' ? row.agent : null;
}

/** Cursor that says what a press here would take hold of. */
export function cursorFor(hit: BoardHit, readOnly: boolean): string {
  if (hit.kind !== 'segment') return 'default';
  if (readOnly || hit.shift.locked) return 'pointer';
  return hit.edge ? 'ew-resize' : 'grab';
}
