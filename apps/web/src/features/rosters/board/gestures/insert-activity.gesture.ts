import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { placeAll, placedOf, tile } from '../tiling.js';
import { proposalOf } from './gesture.js';

/** An activity for everybody at once. */
export interface InsertedActivity {
  readonly type: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Puts the activity into every shift at the same time; breaks and whatever else lies there move to the nearest free
 * place. Null when one of the shifts is locked, does not reach over it, or has no room for the rest.
 */
export function insertActivity(
  model: BoardModel,
  shifts: readonly BoardShift[],
  activity: InsertedActivity,
): Proposal | null {
  const edits: ShiftEdit[] = [];
  for (const shift of shifts) {
    const isInside = activity.start >= shift.start && activity.start + activity.length <= shift.start + shift.length;
    const laid = isInside && !shift.locked ? placeAll(shift, [activity, ...placedOf(shift, model.baseType)]) : null;
    if (!laid) return null;
    edits.push({ before: shift, after: { ...shift, activities: tile(shift, laid, model.baseType) } });
  }
  return proposalOf(model, { verb: 'insert', what: model.activityTypes[activity.type]!.code }, edits);
}
