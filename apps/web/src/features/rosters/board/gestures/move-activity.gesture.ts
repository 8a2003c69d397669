import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { activityAt, insertSorted, nearestFit, placedOf, tile, type Placed } from '../tiling.js';
import { byShift, codeOf, proposalOf, type GestureTarget } from './gesture.js';

/**
 * Moves activities inside their shifts by `deltaMinutes`. What they leave becomes contact work; another activity in
 * the way is passed by, never swallowed: the nearest free place counts. Contact work itself does not move.
 */
export function moveActivities(model: BoardModel, targets: readonly GestureTarget[], deltaMinutes: number): Proposal {
  const groups = byShift(model, targets);
  const edits = groups.map(({ shift, activities }): ShiftEdit => ({
    before: shift,
    after: shift.locked ? shift : moved(model, shift, activities, deltaMinutes),
  }));
  const first = groups[0];
  const what = first ? codeOf(model, activityAt(first.shift, first.activities[0] ?? -1)) : 'activity';
  return proposalOf(model, { verb: 'move', what }, edits);
}

function moved(model: BoardModel, shift: BoardShift, indices: readonly number[], delta: number): BoardShift {
  const moving = indices
    .map((index) => activityAt(shift, index))
    .filter((a): a is Placed => a !== null && a.type !== model.baseType);
  let laid = placedOf(shift, model.baseType).filter((activity) => !moving.some((m) => m.start === activity.start));
  for (const activity of moving) {
    const start = nearestFit(
      { start: shift.start, length: shift.length, wanted: activity.start + delta, needed: activity.length },
      laid,
    );
    if (start === null) return shift;
    laid = insertSorted(laid, { ...activity, start });
  }
  return { ...shift, activities: tile(shift, laid, model.baseType) };
}
