import type { RosterProblem } from '../roster/index.js';

/** Cost of one agent short for an hour in the first band: the unit of the gap. */
export function shortHourPrice(problem: RosterProblem): number {
  return problem.weights.underStaffing[0] * 4;
}
