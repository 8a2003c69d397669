import type { RepairChange } from './repair-action.js';
import type { RepairDay } from './repair-day.js';

/** Less is noise of the search. */
const LEAST_GAIN = 1e-6;

/**
 * Picks at most `most` of the changes, each time the one that lowers the staffing cost most together with those picked:
 * a supervisor wants the few that matter. At most one change an agent.
 */
export function bestFew(day: RepairDay, candidates: readonly RepairChange[], most: number): RepairChange[] {
  const picked: RepairChange[] = [];
  const left = [...candidates];
  let cost = day.cost;
  while (picked.length < most && left.length > 0) {
    let [best, bestCost] = [-1, cost - LEAST_GAIN];
    left.forEach((change, i) => {
      const withIt = day.costWith([...picked, change]);
      if (withIt < bestCost) [best, bestCost] = [i, withIt];
    });
    if (best < 0) break;
    const [change] = left.splice(best, 1);
    picked.push(change!);
    cost = bestCost;
    for (let i = left.length - 1; i >= 0; i--) if (left[i]!.after.agentId === change!.after.agentId) left.splice(i, 1);
  }
  return picked;
}
