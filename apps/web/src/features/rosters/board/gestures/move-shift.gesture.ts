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

/** A drop on another row: the shift leaves its agent and is new at the other, under `newId` until the server answers. */
export interface Reassignment {
  readonly agent: number;
  readonly newId: string;
}

/**
 * Moves whole shifts by `deltaMinutes`. With `to`, a single shift goes to that agent's row as well. A shift that is
 * locked, would leave the horizon or meet another of its agent stays where it is.
 */
export function moveShifts(
  model: BoardModel,
  targets: readonly GestureTarget[],
  move: { readonly deltaMinutes: number; readonly to?: Reassignment | undefined },
): Proposal {
  const groups = byShift(model, targets);
  const to = groups.length === 1 && groups[0]!.shift.agent !== move.to?.agent ? move.to : undefined;
  const edits = groups.flatMap(({ shift }): ShiftEdit[] => {
    const after = { ...shifted(shift, move.deltaMinutes), agent: to?.agent ?? shift.agent };
    const free = isFree(model, after.agent, { start: after.start, length: after.length, ignoreId: shift.id });
    if (shift.locked || !free) return [];
    if (!to) return [{ before: shift, after }];
    return [
      { before: shift, after: null },
      { before: null, after: { ...after, id: to.newId, version: 0 } },
    ];
  });
  return proposalOf(model, { verb: to ? 'reassign' : 'move', what: 'shift' }, edits);
}
