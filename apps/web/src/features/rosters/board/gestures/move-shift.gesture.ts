import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { byShift, isFree, proposalOf, type GestureTarget } from './gesture.js';

/** The shift with everything in it `delta` minutes later (earlier when negative). */
export function shifted(shift: BoardShift, delta: number): BoardShift {
  return {
    ...shift,
    start: shift.start + delta,
    activities: shift.activities.map((value, k) => (k % 3 === 1 ? value + delta : value)),
  };
}

/**
 * Moves whole shifts by `deltaMinutes`. With `toAgent`, a single shift goes to that agent's row as well. A shift that
 * would leave the horizon or meet another of its agent stays where it is.
 */
export function moveShifts(
  model: BoardModel,
  targets: readonly GestureTarget[],
  move: { readonly deltaMinutes: number; readonly toAgent?: number },
): Proposal {
  const groups = byShift(model, targets);
  const reassign = move.toAgent !== undefined && groups.length === 1 && groups[0]!.shift.agent !== move.toAgent;
  const edits = groups.map(({ shift }): ShiftEdit => {
    const agent = reassign ? move.toAgent! : shift.agent;
    const after = { ...shifted(shift, move.deltaMinutes), agent };
    if (shift.locked || !isFree(model, agent, { start: after.start, length: after.length, ignoreId: shift.id }))
      return { before: shift, after: shift };
    return { before: shift, after };
  });
  return proposalOf(model, { verb: reassign ? 'reassign' : 'move', what: 'shift' }, edits);
}
