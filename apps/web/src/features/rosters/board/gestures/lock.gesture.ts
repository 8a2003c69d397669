import type { Proposal, ShiftEdit } from '../edits.js';
import type { BoardModel } from '../model.js';
import { byShift, proposalOf, type GestureTarget } from './gesture.js';

/** Locks the shifts held; unlocks them when all are locked already. */
export function toggleLock(model: BoardModel, targets: readonly GestureTarget[]): Proposal {
  const groups = byShift(model, targets);
  const locked = !groups.every(({ shift }) => shift.locked);
  const edits = groups.map(({ shift }): ShiftEdit => ({ before: shift, after: { ...shift, locked } }));
  return proposalOf(model, { verb: locked ? 'lock' : 'unlock', what: 'shift' }, edits);
}
