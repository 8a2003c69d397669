import { intervalIndex, intervalStart, type Instant, type Interval } from '@yotei/time';
import { groupByAgent, type Roster, type RosterProblem } from '../roster/index.js';
import { coverageOf, type QueueCoverage } from '../evaluation/index.js';
import { placeOf, WHEREABOUTS, type Place } from './whereabouts.js';

export interface Whereabouts extends Place {
  /** In the order of the problem; never empty. */
  readonly agentIds: readonly string[];
}

/** One queue in one slot: what is asked, what is there, and where everybody is. */
export interface GapExplanation {
  readonly queueId: string;
  readonly slot: Interval;
  readonly agentsToRoster: number;
  /** Of the agents in `contact`, those serving this queue; the others serve another queue of theirs. */
  readonly scheduledAgents: number;
  readonly staffingGap: number;
  /** In the order of `WHEREABOUTS`: every agent with the skill once, and those on contact work without it. */
  readonly whereabouts: readonly Whereabouts[];
}

/**
 * "Why short here?": the queue in the slot that holds `at`, and who is on contact work, at lunch, training, absent, off
 * or without the skill at the slot's start. Null for an unknown queue or an instant outside the horizon. `coverage` spares
 * the counting where the caller has it.
 */
export function explainGap(
  problem: RosterProblem,
  roster: Roster,
  query: { readonly queueId: string; readonly at: Instant; readonly coverage?: readonly QueueCoverage[] },
): GapExplanation | null {
  const { queueId, at } = query;
  const coverage = (query.coverage ?? coverageOf(problem, roster)).find((one) => one.queueId === queueId);
  if (!coverage) return null;
  const slot = intervalIndex(coverage.grid, at);
  if (slot < 0 || slot >= coverage.grid.count) return null;
  const startAt = intervalStart(coverage.grid, slot);
  return {
    queueId,
    slot: { startAt, endAt: intervalStart(coverage.grid, slot + 1) },
    agentsToRoster: coverage.agentsToRoster[slot]!,
    scheduledAgents: coverage.scheduledAgents[slot]!,
    staffingGap: coverage.staffingGap[slot]!,
    whereabouts: whereaboutsAt(problem, roster, queueId, startAt),
  };
}

function whereaboutsAt(problem: RosterProblem, roster: Roster, queueId: string, at: Instant): Whereabouts[] {
  const shiftsByAgent = groupByAgent(roster.shifts);
  const groups = new Map<string, Place & { agentIds: string[] }>();
  for (const agent of problem.agents) {
    const place = placeOf(problem, agent, { shifts: shiftsByAgent.get(agent.id) ?? [], queueId, at });
    if (!place) continue;
    const key = `${place.kind} ${place.activityTypeId ?? ''}`;
    const group = groups.get(key) ?? { ...place, agentIds: [] };
    group.agentIds.push(agent.id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => WHEREABOUTS.indexOf(a.kind) - WHEREABOUTS.indexOf(b.kind));
}
