import type { Proposal } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { isFree, proposalOf } from './gesture.js';

/**
 * Two shifts change places: each agent gets the other's times and activities. Nothing happens when one is locked or
 * would meet another shift of its new agent. Each shift keeps its agent and its id; what moves is the work.
 */
export function swapShifts(model: BoardModel, one: BoardShift, other: BoardShift): Proposal {
  const label = { verb: 'swap', what: 'shift' } as const;
  const fits = (shift: BoardShift, into: BoardShift) =>
    isFree(model, shift.agent, {
      start: into.start,
      length: into.length,
      ignoreId: shift.id,
      alsoIgnoreId: one.agent === other.agent ? into.id : undefined,
    });
  if (one.id === other.id || one.locked || other.locked || !fits(one, other) || !fits(other, one))
    return proposalOf(model, label, []);
  return proposalOf(model, label, [
    { before: one, after: workOf(one, other) },
    { before: other, after: workOf(other, one) },
  ]);
}

function workOf(shift: BoardShift, { start, length, templateId, activities }: BoardShift): BoardShift {
  return { ...shift, start, length, templateId, activities };
}
