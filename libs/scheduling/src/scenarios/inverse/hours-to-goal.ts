import { levelOverGrid, outcomeOf, reaches, type FixedQueue } from './fixed-staffing.js';

/** Agents added to what works, where each hour gives most. */
export interface AddedAgents {
  readonly queueId: string;
  readonly agents: Float64Array;
  readonly agentHours: number;
  readonly serviceLevelBefore: number;
  readonly serviceLevelAfter: number;
}

/** Beyond so many agents in one interval nothing more is to be gained. */
const MOST_LOOKED_AHEAD = 12;

interface Step {
  readonly index: number;
  readonly count: number;
  /** Contacts answered in time more, for each agent. */
  readonly gainEach: number;
}

/** Contacts answered in time by so many agents more, from none to the most looked at. */
function metCurves({ queue, working }: FixedQueue): readonly Float64Array[] {
  return Array.from({ length: MOST_LOOKED_AHEAD + 1 }, (_, more) => {
    const { serviceLevel } = outcomeOf(
      queue,
      working.map((agents) => agents + more),
    );
    return serviceLevel.map((level, index) => {
      const contacts = queue.forecast.contacts[index]!;
      return contacts > 0 && !Number.isNaN(level) ? contacts * level : 0;
    });
  });
}

/** The steps of one interval in order: the best mean gain first, so that gains of later steps are never greater. */
function stepsOf(curves: readonly Float64Array[], index: number): readonly Step[] {
  const steps: Step[] = [];
  let at = 0;
  while (at < MOST_LOOKED_AHEAD) {
    let best: Step | null = null;
    for (let to = at + 1; to <= MOST_LOOKED_AHEAD; to += 1) {
      const gainEach = (curves[to]![index]! - curves[at]![index]!) / (to - at);
      if (!best || gainEach > best.gainEach + 1e-12) best = { index, count: to - at, gainEach };
    }
    if (!best || !(best.gainEach > 1e-9)) break;
    steps.push(best);
    at += best.count;
  }
  return steps;
}

/**
 * The fewest agent-hours on contacts that bring the queue to its service level goal over the grid, added where each gives
 * most contacts answered in time. The upper hull of each interval's gains is followed, so that the least hours are found
 * but for the last step, which may be of more than one agent. Null where twelve agents more in every interval do not
 * reach it; nothing added where it is reached.
 */
export function hoursToGoal(fixed: FixedQueue): AddedAgents | null {
  const { queue, working, goalFraction } = fixed;
  const { stepMinutes } = queue.forecast.grid;
  const before = levelOverGrid(queue, outcomeOf(queue, working));
  const agents = new Float64Array(working.length);
  const added = (): AddedAgents => ({
    queueId: queue.id,
    agents,
    agentHours: (agents.reduce((sum, count) => sum + count, 0) * stepMinutes) / 60,
    serviceLevelBefore: before,
    serviceLevelAfter: levelOverGrid(
      queue,
      outcomeOf(
        queue,
        working.map((count, index) => count + agents[index]!),
      ),
    ),
  });
  if (Number.isNaN(before) || reaches(before, goalFraction)) return added();
  const curves = metCurves(fixed);
  const contacts = Array.from(queue.forecast.contacts).reduce((sum, count) => sum + (count > 0 ? count : 0), 0);
  let met = curves[0]!.reduce((sum, count) => sum + count, 0);
  const steps = Array.from(working, (_, index) => stepsOf(curves, index))
    .flat()
    .sort((a, b) => b.gainEach - a.gainEach || a.index - b.index);
  for (const { index, count, gainEach } of steps) {
    if (reaches(met / contacts, goalFraction)) break;
    agents[index]! += count;
    met += gainEach * count;
  }
  return reaches(met / contacts, goalFraction) ? added() : null;
}
