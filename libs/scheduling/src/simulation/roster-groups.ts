import type { ActivityType, Agent, Roster } from '../roster/index.js';
import type { AgentGroup, WorkingSpan } from './simulated-centre.js';

export interface RosterGroupsInput {
  readonly roster: Roster;
  /** Instant of second 0 of the simulation. */
  readonly startAt: number;
  readonly activityTypes: readonly ActivityType[];
  /** Without agents everybody has every skill. */
  readonly agents?: readonly Agent[];
  /** Which skill each queue needs; a queue not named needs one of its own name. */
  readonly queueSkills: readonly { readonly queueId: string; readonly skillId: string }[];
  readonly queueIds: readonly string[];
}

const SECOND_MILLIS = 1000;

/**
 * The agents of a roster with their time on contact work, in groups of the same queues: what is no contact work (breaks,
 * meetings) is a gap, work bound to a queue is a span for that queue alone. Work for queues that are not simulated is left out,
 * and so are agents without a queue.
 */
export function rosterGroups(input: RosterGroupsInput): AgentGroup[] {
  const contactTypes = new Set(input.activityTypes.filter((type) => type.contactWork).map((type) => type.id));
  const skillOf = new Map(input.queueSkills.map(({ queueId, skillId }) => [queueId, skillId]));
  const queuesOf = queuesByAgent(input, skillOf);
  const spans = new Map<string, WorkingSpan[]>();
  for (const [number, shift] of input.roster.shifts.entries()) {
    const own = spans.get(shift.agentId) ?? [];
    spans.set(shift.agentId, own);
    for (const activity of shift.activities) {
      if (!contactTypes.has(activity.activityTypeId)) continue;
      if (activity.queueId !== undefined && !queuesOf(shift.agentId).includes(activity.queueId)) continue;
      own.push({
        fromSeconds: (activity.startAt - input.startAt) / SECOND_MILLIS,
        untilSeconds: (activity.endAt - input.startAt) / SECOND_MILLIS,
        queueIds: activity.queueId === undefined ? undefined : [activity.queueId],
        shift: number,
      });
    }
  }
  const members = new Map<string, WorkingSpan[][]>();
  for (const [agentId, own] of spans) {
    const key = JSON.stringify(queuesOf(agentId));
    const alike = members.get(key);
    if (alike) alike.push(own);
    else members.set(key, [own]);
  }
  return [...members]
    .filter(([key]) => key !== '[]')
    .map(([key, alike]) => {
      const queueIds = JSON.parse(key) as string[];
      return { id: queueIds.join(' + '), skills: queueIds.map((queueId) => ({ queueId })), members: alike };
    });
}

function queuesByAgent(
  { agents, queueIds }: RosterGroupsInput,
  skillOf: ReadonlyMap<string, string>,
): (agentId: string) => readonly string[] {
  if (!agents) return () => queueIds;
  const skills = new Map(agents.map((agent) => [agent.id, new Set(agent.skillIds)]));
  return (agentId) => queueIds.filter((queueId) => skills.get(agentId)?.has(skillOf.get(queueId) ?? queueId) === true);
}
