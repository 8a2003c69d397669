import type { Proposal } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { isFree, proposalOf } from './gesture.js';
import { shifted } from './move-shift.gesture.js';

/** A copy of the shift `deltaMinutes` later in the agent's row. Nothing where that agent works already. */
export function copyShift(
  model: BoardModel,
  shift: BoardShift,
  to: { readonly agent: number; readonly deltaMinutes: number; readonly newId: string },
): Proposal {
  const label = { verb: 'copy', what: 'shift' } as const;
  const after = { ...shifted(shift, to.deltaMinutes), id: to.newId, version: 0, agent: to.agent, locked: false };
  if (!isFree(model, to.agent, { start: after.start, length: after.length, ignoreId: '' }))
    return proposalOf(model, label, []);
  return proposalOf(model, label, [{ before: null, after }]);
}
