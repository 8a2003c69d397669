import type { Agent, QueueDemand, RosterProblem } from '../roster/index.js';
import type { Grid } from '@yotei/time';
import type { SkillGroup } from './multi-skill-centre.js';

/** Agents who may serve the same queues. */
export interface ExistingGroup extends SkillGroup {
  readonly mostAgents: number;
  /** Ids of the skills the group's queues need, in order. */
  readonly skillIds: readonly string[];
}

export interface ExistingGroupsInput {
  readonly agents: readonly Pick<Agent, 'skillIds'>[];
  /** Queues of the requirement with the skill each needs. */
  readonly queues: readonly { readonly queueId: string; readonly skillId: string }[];
  /**
   * `longest-idle` (default, as the simulation of a roster): whoever is idle longest. `specialists-first`: agents with
   * fewer queues before those with more, which keeps the latter free.
   */
  readonly routing?: 'longest-idle' | 'specialists-first';
}

/** The agents there are as groups of the same queues, in order of their queues; those without a queue are left out. */
export function existingGroups({ agents, queues, routing }: ExistingGroupsInput): readonly ExistingGroup[] {
  const byKey = new Map<string, { readonly queues: ExistingGroupsInput['queues']; count: number }>();
  for (const { skillIds } of agents) {
    const own = queues.filter(({ skillId }) => skillIds.includes(skillId));
    const key = own.map(({ queueId }) => queueId).join(' + ');
    const known = byKey.get(key);
    if (known) known.count++;
    else if (own.length > 0) byKey.set(key, { queues: own, count: 1 });
  }
  const place = (key: string): number[] =>
    byKey.get(key)!.queues.map(({ queueId }) => queues.findIndex((queue) => queue.queueId === queueId));
  return [...byKey.keys()]
    .sort((a, b) => compare(place(a), place(b)))
    .map((id) => {
      const { queues: own, count } = byKey.get(id)!;
      const arrivalPriority = routing === 'specialists-first' ? own.length : 1;
      return {
        id,
        mostAgents: count,
        skillIds: [...new Set(own.map(({ skillId }) => skillId))],
        skills: own.map(({ queueId }) => ({ queueId, arrivalPriority })),
      };
    });
}

/** Fewer queues first, then by their places. */
function compare(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((place, i) => place !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Agents to roster of one skill set over a grid that starts at the horizon's start. */
export interface SkillSetDemand {
  readonly skillIds: readonly string[];
  readonly grid: Grid;
  readonly agentsToRoster: readonly number[];
}

const idOf = (skillIds: readonly string[]): string => `set:${[...skillIds].sort().join('+')}`;

/**
 * The problem with its demand by skill set instead of by queue: each set becomes something to serve, for which every agent
 * counts who has all its skills, whatever else they know. A roster that covers it has at least the group sizes asked for,
 * so it gives the service they give, with no more agents than the pooling needs; covering the queues one by one would
 * need specialists or too many. Agents, rules and wishes stay; the roster is one of the original problem too.
 */
export function withSkillSetDemand(problem: RosterProblem, demand: readonly SkillSetDemand[]): RosterProblem {
  const sets = demand.map(({ skillIds, grid, agentsToRoster }) => ({
    id: idOf(skillIds),
    skillIds,
    grid,
    agentsToRoster,
  }));
  const known = new Set(problem.agents.flatMap(({ skillIds }) => skillIds));
  for (const { id, skillIds } of sets) {
    const missing = skillIds.find((skill) => !known.has(skill));
    if (skillIds.length === 0 || missing !== undefined)
      throw new RangeError(
        `skillIds of ${id} (${skillIds.join(', ')}) must be skills of the agents; ${missing ?? 'none'} is not`,
      );
  }
  return {
    ...problem,
    demand: sets.map(({ id, grid, agentsToRoster }): QueueDemand => ({
      queueId: id,
      skillId: id,
      grid,
      agentsToRoster,
    })),
    agents: problem.agents.map((agent) => ({
      ...agent,
      skillIds: [
        ...agent.skillIds,
        ...new Set(
          sets.filter(({ skillIds }) => skillIds.every((skill) => agent.skillIds.includes(skill))).map(({ id }) => id),
        ),
      ],
    })),
  };
}
