import type { RosterProblem } from '../../roster/index.js';
import type { SkillColumn } from '../cover/cost-table.js';

/** Skills are bits of one number in the cover state. */
const MAX_SKILLS = 31;

/** Agents that can serve the same skills, as bits over the columns of the cover. */
export interface SkillGroups {
  readonly masks: readonly number[];
  readonly ofAgent: readonly number[];
  /** Group of an agent's contact work: bound to a queue's skill, or shared over all the agent's skills. */
  readonly groupOf: (agentId: string, queueId: string | undefined) => number;
}

export function skillGroups(problem: RosterProblem, columns: readonly SkillColumn[]): SkillGroups {
  if (columns.length > MAX_SKILLS) {
    throw new Error(
      `demand (${columns.length} skills) must be of at most ${MAX_SKILLS} skills; plan groups of queues without shared agents apart`,
    );
  }
  const masks: number[] = [];
  const known = new Map<number, number>();
  const numberOf = (mask: number): number => {
    let group = known.get(mask);
    if (group === undefined) {
      group = masks.push(mask) - 1;
      known.set(mask, group);
    }
    return group;
  };
  const maskOf = (skillIds: readonly string[]) =>
    columns.reduce((mask, column, bit) => (skillIds.includes(column.skillId) ? mask | (1 << bit) : mask), 0);
  const ofAgent = problem.agents.map((agent) => numberOf(maskOf(agent.skillIds)));
  const skillOfQueue = new Map(problem.demand.map((queue) => [queue.queueId, queue.skillId]));
  const byAgent = new Map(problem.agents.map((agent, index) => [agent.id, { agent, group: ofAgent[index]! }]));
  const groups = problem.fixedShifts.length === 0 ? [] : columns.map((_, bit) => numberOf(1 << bit));
  const groupOf = (agentId: string, queueId: string | undefined): number => {
    const { agent, group } = byAgent.get(agentId) ?? {};
    if (!agent || group === undefined) return numberOf(0);
    if (queueId === undefined) return group;
    const skillId = skillOfQueue.get(queueId);
    const bit = columns.findIndex((column) => column.skillId === skillId);
    return bit >= 0 && agent.skillIds.includes(columns[bit]!.skillId)
      ? (groups[bit] ?? numberOf(1 << bit))
      : numberOf(0);
  };
  return { masks, ofAgent, groupOf };
}
