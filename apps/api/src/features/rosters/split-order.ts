import { splitProblem, type ProblemSplit, type SplitBy } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';

/** Smaller centres are planned faster in one piece than they are taken apart. */
const LEAST_AGENTS_APART = 100;
const LEAST_AGENTS_A_PART = 30;
const MOST_AGENTS_A_PART = 1_500;
/**
 * Agents times weeks beyond which weeks are planned apart by several workers. At 1,600 one thread that sees all weeks is better in
 * the same time (docs/methods/roster-scale.md): it knows what a Sunday night leaves to Monday, and its bound is of the whole.
 */
const MOST_AGENT_WEEKS = 3_000;

/** How a run may be asked to be split. */
export type SplitOrdered = Exclude<SplitBy, { by: 'week' }> | { readonly by: 'week' };

/** All weeks at once, each as if nobody worked in the one before: planning the whole on mends where they do not fit. */
const WEEKS_AT_ONCE: SplitBy = { by: 'week', assumed: { shifts: [] } };

/** How a problem is best planned by several workers; null in one piece. */
export function splitFor(problem: RosterProblem, asked: SplitOrdered | null, workers: number): ProblemSplit | null {
  if (asked) return severalOrNone(splitProblem(problem, asked.by === 'week' ? WEEKS_AT_ONCE : asked));
  const agents = problem.agents.length;
  if (agents < LEAST_AGENTS_APART) return null;
  const apart = splitProblem(problem, {
    by: 'skill-group',
    partsMax: Math.max(1, Math.floor(agents / LEAST_AGENTS_A_PART)),
  });
  if (apart.independent && workers > 1 && apart.parts.length > 1) return apart;
  if (problem.weeks > 1 && workers > 1 && agents * problem.weeks > MOST_AGENT_WEEKS)
    return severalOrNone(splitProblem(problem, WEEKS_AT_ONCE));
  return agents > MOST_AGENTS_A_PART
    ? severalOrNone(splitProblem(problem, { by: 'size', agentsMax: MOST_AGENTS_A_PART / 2 }))
    : null;
}

const severalOrNone = (split: ProblemSplit): ProblemSplit | null => (split.parts.length > 1 ? split : null);
