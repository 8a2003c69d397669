import { requiredAgents, type ServiceGoal, type StaffingLoad } from '../staffing/index.js';
import { loadErlangs, checkLoad } from '../staffing/load.js';
import { centreFrame } from './centre-frame.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';

/** What a centre costs at least and at most, without a look at routing. */
export interface CentreBounds {
  /** Agents if everybody could serve everything and only the loosest of each kind of goal counted. */
  readonly pooledAgents: number;
  /** With equal handle times no staffing that reaches the goals costs less; a screen otherwise. */
  readonly pooledCost: number;
  /** Agents of each queue staffed for itself; null where its goal has no answer. */
  readonly aloneAgents: readonly (number | null)[];
  /** Group sizes with which every queue has agents of its own, each of the cheapest group; null where they do not suffice. */
  readonly separateSizes: readonly number[] | null;
  readonly separateCost: number | null;
}

const modelOf = (load: StaffingLoad): string => (load.patienceSeconds === undefined ? 'erlang-c' : 'erlang-a');

function agentsFor(load: StaffingLoad, goal: ServiceGoal): number | null {
  const answer = requiredAgents(modelOf(load), load, goal);
  return answer.kind === 'staffed' ? answer.agents : null;
}

/** The loosest of each kind of goal, of the kinds every queue has; null where there is none. */
function loosestGoal(goals: readonly ServiceGoal[]): ServiceGoal | null {
  const every = (pick: (goal: ServiceGoal) => number | undefined, join: (...values: number[]) => number) => {
    const values = goals.map(pick);
    return values.every((value) => value !== undefined) ? join(...(values as number[])) : undefined;
  };
  const variants = new Set(goals.map(({ serviceLevelVariant }) => serviceLevelVariant));
  const loosest: ServiceGoal = {
    ...(variants.size === 1
      ? {
          serviceLevelFraction: every(({ serviceLevelFraction }) => serviceLevelFraction, Math.min),
          answerWithinSeconds: every(({ answerWithinSeconds }) => answerWithinSeconds, Math.max),
          serviceLevelVariant: [...variants][0],
        }
      : {}),
    asaSeconds: every(({ asaSeconds }) => asaSeconds, Math.max),
    maxOccupancyFraction: every(({ maxOccupancyFraction }) => maxOccupancyFraction, Math.max),
    maxAbandonmentFraction: every(({ maxAbandonmentFraction }) => maxAbandonmentFraction, Math.max),
  };
  const { serviceLevelFraction, asaSeconds, maxOccupancyFraction, maxAbandonmentFraction } = loosest;
  const given = [serviceLevelFraction, asaSeconds, maxOccupancyFraction, maxAbandonmentFraction];
  return given.some((value) => value !== undefined) ? loosest : null;
}

/** Everybody all-skilled. Short patience helps service levels, long patience abandonment: the fewer agents of the two. */
function pooledAgents({ queues }: MultiSkillCentre): number {
  const loaded = queues.filter(({ load }) => loadErlangs(load) > 0);
  if (loaded.length === 0) return 0;
  const contactsPerSecond = loaded.reduce((sum, { load }) => sum + load.contacts / load.intervalSeconds, 0);
  const erlangs = loaded.reduce((sum, { load }) => sum + loadErlangs(load), 0);
  const patience = loaded.map(({ load }) => load.patienceSeconds ?? Infinity);
  const goal = loosestGoal(loaded.map((queue) => queue.goal));
  const least = patience.includes(Infinity) && loaded.length === 1 ? Math.floor(erlangs + 1e-9) + 1 : 1;
  if (!goal) return least;
  const answers = [Math.min(...patience), Math.max(...patience)].map((patienceSeconds) =>
    agentsFor(
      {
        contacts: contactsPerSecond * 3600,
        intervalSeconds: 3600,
        averageHandleSeconds: erlangs / contactsPerSecond,
        ...(patienceSeconds === Infinity ? {} : { patienceSeconds }),
      },
      goal,
    ),
  );
  return Math.min(...answers.map((agents) => agents ?? least));
}

/** Each queue with agents of its own: of the cheapest group that may serve it, the one with fewest skills among equals. */
function separateSizes(centre: MultiSkillCentre, alone: readonly (number | null)[]): readonly number[] | null {
  const frame = centreFrame(centre);
  const sizes = new Array<number>(frame.groupCount).fill(0);
  for (let queue = 0; queue < frame.queueCount; queue++) {
    const agents = alone[queue];
    if (agents === null || agents === undefined) return null;
    if (agents === 0) continue;
    const candidates = [...frame.route[queue]!].sort(
      (a, b) => frame.cost[a]! - frame.cost[b]! || frame.queuesOf[a]!.length - frame.queuesOf[b]!.length || a - b,
    );
    const group = candidates.find((each) => sizes[each]! + agents <= frame.most[each]!);
    if (group === undefined) return null;
    sizes[group]! += agents;
  }
  return sizes;
}

/**
 * The two screens of a multi-skill centre: everybody all-skilled (the least there could be), and each queue for itself
 * (no sensible staffing needs more). Wallace & Whitt 2005: a second skill brings most of the way from the one to the other.
 */
export function centreBounds(centre: MultiSkillCentre): CentreBounds {
  const frame = centreFrame(centre);
  for (const { load } of centre.queues) checkLoad(load);
  const aloneAgents = centre.queues.map(({ load, goal }) => agentsFor(load, goal));
  const pooled = pooledAgents(centre);
  const sizes = separateSizes(centre, aloneAgents);
  return {
    pooledAgents: pooled,
    pooledCost: pooled === 0 ? 0 : pooled * Math.min(...frame.cost),
    aloneAgents,
    separateSizes: sizes,
    separateCost: sizes && sizes.reduce((sum, agents, group) => sum + agents * frame.cost[group]!, 0),
  };
}
