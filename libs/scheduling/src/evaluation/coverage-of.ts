import type { Grid } from '@yotei/time';
import { groupByAgent, type Roster, type RosterProblem } from '../roster/index.js';
import { CoverageState } from './coverage-state.js';

/** One queue over the horizon. All three arrays have one value a slot. */
export interface QueueCoverage {
  readonly queueId: string;
  readonly skillId: string;
  readonly grid: Grid;
  /** On contact work by the roster, agents with several skills shared at least cost; fractions for part slots. */
  readonly scheduledAgents: Float64Array;
  readonly agentsToRoster: Float64Array;
  /** scheduledAgents minus agentsToRoster: negative is short. */
  readonly staffingGap: Float64Array;
}

/** Reads the coverage out of a state, as copies. */
export function readCoverage(problem: RosterProblem, state: CoverageState): QueueCoverage[] {
  return problem.demand.map(({ queueId, skillId }, queue) => {
    const scheduledAgents = state.scheduled[queue]!.slice();
    const agentsToRoster = state.demand[queue]!.slice();
    const staffingGap = scheduledAgents.map((scheduled, slot) => scheduled - agentsToRoster[slot]!);
    return { queueId, skillId, grid: state.grid, scheduledAgents, agentsToRoster, staffingGap };
  });
}

/** A state holding every shift of the roster. */
function coverageState(problem: RosterProblem, roster: Roster): CoverageState {
  const state = new CoverageState(problem);
  for (const [agentId, shifts] of groupByAgent(roster.shifts)) state.replace(agentId, [], shifts);
  state.settle();
  return state;
}

/** Coverage of every queue by the roster, in the order of `problem.demand`. */
export function coverageOf(problem: RosterProblem, roster: Roster): QueueCoverage[] {
  return readCoverage(problem, coverageState(problem, roster));
}
