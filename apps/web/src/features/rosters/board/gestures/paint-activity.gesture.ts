import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { activityAt, placedOf, tile, type Placed } from '../tiling.js';
import { byShift, codeOf, proposalOf, type GestureTarget } from './gesture.js';

/** Turns the activities held into another type, over the same time. Contact work may be painted too. */
export function paintActivities(model: BoardModel, targets: readonly GestureTarget[], type: number): Proposal {
  const groups = byShift(model, targets).filter(({ shift, activities }) => !shift.locked && activities.length > 0);
  const edits = groups.map(({ shift, activities }): ShiftEdit => ({
    before: shift,
    after: painted(model, shift, { activities, type }),
  }));
  return proposalOf(model, { verb: 'change', what: model.activityTypes[type]?.code ?? codeOf(model, null) }, edits);
}

function painted(
  model: BoardModel,
  shift: BoardShift,
  { activities, type }: { activities: readonly number[]; type: number },
): BoardShift {
  const held = activities.map((index) => activityAt(shift, index)).filter((a): a is Placed => a !== null);
  const rest = placedOf(shift, model.baseType).filter((activity) => !held.some((h) => h.start === activity.start));
  const laid = [...rest, ...(type === model.baseType ? [] : held.map((activity) => ({ ...activity, type })))].sort(
    (a, b) => a.start - b.start,
  );
  return { ...shift, activities: tile(shift, laid, model.baseType) };
}
