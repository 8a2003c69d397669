import { evaluateRoster, type Evaluation } from '../../evaluation/index.js';
import type { Roster, RosterProblem } from '../../roster/index.js';
import type { ProblemSplit } from './split-problem.js';

/** The parts' rosters as one, by agent as in the problem, then start. */
export function joinRosters(problem: RosterProblem, rosters: readonly Roster[]): Roster {
  const order = new Map(problem.agents.map(({ id }, index) => [id, index]));
  const shifts = rosters.flatMap((roster) => roster.shifts);
  return { shifts: shifts.sort((a, b) => order.get(a.agentId)! - order.get(b.agentId)! || a.startAt - b.startAt) };
}

export interface JoinedRoster {
  readonly roster: Roster;
  /** Of the whole roster, by the whole problem. */
  readonly evaluation: Evaluation;
  /** Sum of the parts' lower bounds, which no roster of the whole can cost less than; null where the parts depend on each other. */
  readonly lowerBound: number | null;
}

/**
 * Joins what was planned apart and judges it as a whole. With hard breaches, or without a bound, the whole is to be planned
 * on from the joined roster (`resumeFrom`), which mends the seams.
 */
export function joinParts(
  problem: RosterProblem,
  split: ProblemSplit,
  planned: readonly { readonly roster: Roster; readonly lowerBound: number }[],
): JoinedRoster {
  const roster = joinRosters(
    problem,
    planned.map((part) => part.roster),
  );
  const evaluation = evaluateRoster(problem, roster);
  const sum = planned.reduce((total, part) => total + part.lowerBound, 0);
  return { roster, evaluation, lowerBound: split.independent ? Math.min(sum, evaluation.cost) : null };
}
