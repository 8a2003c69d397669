import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel } from '../model.js';
import { activityAt, placedOf, tile } from '../tiling.js';
import { byShift, codeOf, proposalOf, type GestureTarget } from './gesture.js';

/** Removes activities (contact work fills their place), or whole shifts where a shift is held. Locked shifts stay. */
export function removeTargets(model: BoardModel, targets: readonly GestureTarget[]): Proposal {
  const whole = targets.every((target) => target.activity === null);
  const groups = byShift(model, targets).filter(({ shift }) => !shift.locked);
  const edits = groups.map(({ shift, activities }): ShiftEdit => {
    if (whole) return { before: shift, after: null };
    const gone = new Set(activities.map((index) => activityAt(shift, index)?.start));
    const laid = placedOf(shift, model.baseType).filter((activity) => !gone.has(activity.start));
    return { before: shift, after: { ...shift, activities: tile(shift, laid, model.baseType) } };
  });
  const first = groups[0];
  const what = whole || !first ? 'shift' : codeOf(model, activityAt(first.shift, first.activities[0] ?? -1));
  return proposalOf(model, { verb: 'remove', what }, edits);
}
