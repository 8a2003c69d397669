import type { PriceMaster } from '../prices/price-master.js';
import type { RandomSource } from '../random-source.js';
import { unitsInOrder, respondBesideEarlierWeek } from './greedy.js';
import type { SearchState } from './search-state.js';
import type { StopWatch } from './stop-watch.js';

/** Agents fixed between two renewals of the prices, as a share of all. */
const BATCH_FRACTION = 0.05;
/** Growth of the quadratic penalty from batch to batch. */
const PENALTY_GROWTH = 1.1;

/**
 * Fixes agents in batches on their best tour at the present prices, with a growing penalty for staffing away from the
 * relaxed roster; agents not yet fixed answer in between (roster.md section 3, phase 2). False when stopped or when an agent
 * found no tour; the state then holds only a part.
 */
export function dive(state: SearchState, master: PriceMaster, random: RandomSource, watch: StopWatch): boolean {
  const units = unitsInOrder(state, random);
  const batch = Math.max(1, Math.round(units.length * BATCH_FRACTION));
  for (let at = 0; at < units.length; at++) {
    if (watch.shouldStop()) return false;
    const unit = units[at]!;
    const value = master.fix(unit, state.boundaryOf(unit), state.tours[unit]!);
    if (value === Number.POSITIVE_INFINITY) {
      const gain = state.cover.gainOf(state.spaceOf(unit).group);
      if (!respondBesideEarlierWeek(state, unit, gain)) return false;
    }
    state.put(unit);
    if ((at + 1) % batch !== 0) continue;
    if (!master.stepAlone(units.subarray(at + 1), () => watch.shouldStop())) return false;
    master.cells.updateMultipliers();
    master.cells.rho *= PENALTY_GROWTH;
    master.cells.renewAll();
  }
  return true;
}
