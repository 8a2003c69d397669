import { existingGroups, requirementByGroup, sharedLoadOf, type ExistingGroup } from '../../multi-skill/index.js';
import { agentHours, gridStaffingModel } from '../../staffing/index.js';
import { queueStaffing } from '../queue-staffing.js';
import type { ScenarioBase, ScenarioQueue, SkillSetPeople } from '../scenario-base.js';

/** Agent-hours on contacts of one queue. */
export interface PooledQueue {
  readonly queueId: string;
  readonly title: string;
  /** By its own requirement; and its share of agents who also serve others. */
  readonly aloneHours: number;
  readonly pooledHours: number;
  /** Approximated, weighted by contacts. */
  readonly serviceLevel: number;
  /** Share of the required agents by interval; NaN where the goals are out of reach. */
  readonly requiredAgents: Float64Array;
}

export interface PooledGroup {
  readonly skillIds: readonly string[];
  readonly peakAgents: number;
  readonly hours: number;
}

export interface PooledRequirement {
  readonly queues: readonly PooledQueue[];
  readonly groups: readonly PooledGroup[];
  readonly aloneHours: number;
  readonly pooledHours: number;
  /** Queues that share nobody: chats at once, lines, work that can wait, goals on average, skills nobody has. */
  readonly apart: readonly string[];
  /** Intervals in which the people's skills do not reach the goals. */
  readonly outOfReach: number;
}

/** Why there is no answer: skills of people are not known, or so many intervals would take minutes. */
export type PooledAnswer =
  { readonly kind: 'pooled'; readonly requirement: PooledRequirement } | { readonly kind: 'no-people' | 'too-long' };

const MOST_INTERVALS = 35 * 96;

/** Models that answer with agents who wait for one contact at a time. */
function canShare({ plan, skillId }: ScenarioQueue): boolean {
  const { goal } = plan;
  const goals = [goal.serviceLevelFraction, goal.asaSeconds, goal.maxOccupancyFraction, goal.maxAbandonmentFraction];
  return (
    skillId !== null &&
    !gridStaffingModel(plan.modelId) &&
    (plan.concurrency ?? 1) === 1 &&
    plan.lines === undefined &&
    plan.staffedFor?.kind !== 'expected' &&
    goals.some((one) => one !== undefined)
  );
}

/** One agent a person: groups are the people there are, whatever the scenario makes of their number. */
function groupsOf(sets: readonly SkillSetPeople[], queues: readonly ScenarioQueue[]): readonly ExistingGroup[] {
  const agents = sets.flatMap(({ skillIds, agents: count }) =>
    Array.from({ length: Math.round(count) }, () => ({ skillIds: [...skillIds] })),
  );
  return existingGroups({ agents, queues: queues.map(({ id, skillId }) => ({ queueId: id, skillId: skillId! })) });
}

/**
 * What the queues require when agents serve every queue they have the skill for, in the mix of the people there are: the
 * numbers of `yotei requirement --skills` on the same loads, by the approximation of docs/methods/several-skills.md.
 * Queues that cannot share keep their own requirement and are named.
 */
export function pooledRequirement(base: ScenarioBase): PooledAnswer {
  const sets = base.people?.skillSets;
  if (!sets || sets.length === 0) return { kind: 'no-people' };
  if (base.grid.count > MOST_INTERVALS) return { kind: 'too-long' };
  const known = new Set(sets.flatMap(({ skillIds }) => skillIds));
  const sharing = base.queues.filter((queue) => canShare(queue) && known.has(queue.skillId!));
  const apart = base.queues.filter((queue) => !sharing.includes(queue)).map(({ id }) => id);
  if (sharing.length === 0) return { kind: 'no-people' };
  const { grid } = base;
  const requirements = sharing.map((queue) => queueStaffing(queue, false).requirement);
  const groups = groupsOf(sets, sharing);
  const found = requirementByGroup({
    intervalSeconds: grid.stepMinutes * 60,
    intervalCount: grid.count,
    queues: sharing.map(({ id, plan }, place) => {
      const { contacts, averageHandleSeconds } = sharedLoadOf(requirements[place]!);
      return { id, contacts, averageHandleSeconds, patienceSeconds: plan.patienceSeconds, goal: plan.goal };
    }),
    groups,
    mix: 'existing',
  });
  const hoursOf = (agents: ArrayLike<number>): number =>
    agentHours(
      Array.from(agents, (count) => (count > 0 ? count : 0)),
      grid.stepMinutes,
    );
  const queues = sharing.map(({ id, title }, place): PooledQueue => {
    const { contacts } = queueStaffing(sharing[place]!, false);
    const requiredAgents = found.agentsByQueue[place]!.map((count, index) =>
      found.notes[index] === 'out-of-reach' ? Number.NaN : count,
    );
    return {
      ...{ queueId: id, title, requiredAgents },
      aloneHours: hoursOf(requirements[place]!.requiredAgents),
      pooledHours: hoursOf(requiredAgents),
      serviceLevel: meanBy(found.serviceLevel[place]!, contacts),
    };
  });
  return {
    kind: 'pooled',
    requirement: {
      queues,
      groups: groups.map(({ skillIds }, place) => ({
        skillIds,
        peakAgents: Math.max(0, ...found.sizes[place]!),
        hours: hoursOf(found.sizes[place]!),
      })),
      aloneHours: queues.reduce((sum, { aloneHours }) => sum + aloneHours, 0),
      pooledHours: queues.reduce((sum, { pooledHours }) => sum + pooledHours, 0),
      apart,
      outOfReach: found.notes.filter((note) => note === 'out-of-reach').length,
    },
  };
}

function meanBy(values: Float64Array, contacts: Float64Array): number {
  let [sum, weight] = [0, 0];
  values.forEach((value, index) => {
    if (Number.isNaN(value) || !(contacts[index]! > 0)) return;
    sum += value * contacts[index]!;
    weight += contacts[index]!;
  });
  return weight > 0 ? sum / weight : Number.NaN;
}
