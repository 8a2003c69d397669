import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { activityAt, placeAll, placedOf, tile } from '../tiling.js';
import {
  byShift,
  codeOf,
  isFree,
  LEAST_ACTIVITY_MINUTES,
  LEAST_SHIFT_MINUTES,
  proposalOf,
  type GestureTarget,
} from './gesture.js';

export type Edge = 'start' | 'end';

interface Resize {
  readonly edge: Edge;
  readonly deltaMinutes: number;
}

/**
 * Moves one edge of whole shifts. Activities that no longer fit at their place move inside; a shift in which they
 * would not fit at all, that would become too short, or that would meet another shift keeps its length.
 */
export function resizeShifts(model: BoardModel, targets: readonly GestureTarget[], resize: Resize): Proposal {
  const edits = byShift(model, targets).map(({ shift }): ShiftEdit => ({
    before: shift,
    after: shift.locked ? shift : withEdge(model, shift, resize),
  }));
  return proposalOf(model, { verb: 'resize', what: 'shift' }, edits);
}

function withEdge(model: BoardModel, shift: BoardShift, { edge, deltaMinutes }: Resize): BoardShift {
  const end = shift.start + shift.length;
  const span =
    edge === 'start'
      ? { start: shift.start + deltaMinutes, length: end - shift.start - deltaMinutes }
      : { start: shift.start, length: shift.length + deltaMinutes };
  return respan(model, shift, span) ?? shift;
}

/** The shift over another span with its activities kept; null when they do not fit or the span is taken. */
export function respan(
  model: BoardModel,
  shift: BoardShift,
  span: { readonly start: number; readonly length: number },
): BoardShift | null {
  if (span.length < LEAST_SHIFT_MINUTES || !isFree(model, shift.agent, { ...span, ignoreId: shift.id })) return null;
  const laid = placeAll(span, placedOf(shift, model.baseType));
  if (!laid) return null;
  return { ...shift, ...span, activities: tile(span, laid, model.baseType) };
}

/** Moves one edge of an activity that is not contact work, up to its neighbours and to the shift's ends. */
export function resizeActivity(model: BoardModel, target: GestureTarget, resize: Resize): Proposal {
  const group = byShift(model, [target])[0];
  const activity = group ? activityAt(group.shift, target.activity ?? -1) : null;
  if (!group || !activity || activity.type === model.baseType || group.shift.locked)
    return proposalOf(model, { verb: 'resize', what: 'activity' }, []);
  const { shift } = group;
  const others = placedOf(shift, model.baseType).filter((other) => other.start !== activity.start);
  const floor = Math.max(shift.start, ...others.filter((o) => o.start < activity.start).map((o) => o.start + o.length));
  const ceiling = Math.min(
    shift.start + shift.length,
    ...others.filter((o) => o.start > activity.start).map((o) => o.start),
  );
  const end = activity.start + activity.length;
  const newStart =
    resize.edge === 'start'
      ? Math.min(Math.max(activity.start + resize.deltaMinutes, floor), end - LEAST_ACTIVITY_MINUTES)
      : activity.start;
  const newEnd =
    resize.edge === 'end'
      ? Math.max(Math.min(end + resize.deltaMinutes, ceiling), activity.start + LEAST_ACTIVITY_MINUTES)
      : end;
  const laid = [...others, { ...activity, start: newStart, length: newEnd - newStart }].sort(
    (a, b) => a.start - b.start,
  );
  const edit = { before: shift, after: { ...shift, activities: tile(shift, laid, model.baseType) } };
  return proposalOf(model, { verb: 'resize', what: codeOf(model, activity) }, [edit]);
}
