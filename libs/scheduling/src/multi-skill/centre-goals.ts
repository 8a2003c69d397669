import { goalParts, type GoalPart } from '../staffing/service-goal.js';
import type { GoalMeasure, SteadyState } from '../staffing/index.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';

/** What several-skill models judge; blocking needs finite lines. */
const JUDGED: readonly GoalMeasure[] = ['service-level', 'asa', 'occupancy', 'abandonment'];

/** One goal of one queue. */
export interface QueueGoal {
  readonly queue: number;
  readonly part: GoalPart;
}

/** Values of the goals of {@link centreGoals}, in their order. */
export type GoalValues = Float64Array;

/** Every goal of every queue with load. Throws for a queue with load and no goal. */
export function centreGoals(centre: MultiSkillCentre): readonly QueueGoal[] {
  return centre.queues.flatMap(({ id, load, goal }, queue) => {
    const parts = goalParts(goal, JUDGED);
    if (parts.length === 0)
      throw new RangeError(`goal of ${id} (${JSON.stringify(goal)}) must hold one of ${JUDGED.join(', ')}`);
    return load.contacts * load.averageHandleSeconds > 0 ? parts.map((part) => ({ queue, part })) : [];
  });
}

export function goalValues(goals: readonly QueueGoal[], queues: readonly SteadyState[]): GoalValues {
  return Float64Array.from(goals, ({ queue, part }) => {
    const state = queues[queue]!;
    if (state.stable) return part.valueOf(state);
    return part.side === 'at-least' ? 0 : part.measure === 'asa' ? Infinity : 1;
  });
}

/**
 * How far each value is on the good side of its target: above 0 met with something left, below 0 missed. Waits are
 * relative to their target so that they compare with fractions; an infinite wait counts as ten targets.
 */
export function slackOf({ part }: QueueGoal, value: number): number {
  if (part.side === 'at-least') return value - part.target;
  if (part.measure !== 'asa') return part.target - value;
  return Math.max(-10, (part.target - value) / Math.max(1, part.target));
}

const TIE = 1e-9;

export const isMet = (slack: number): boolean => slack >= -TIE;

/** Sum of what the goals miss; 0 where all are met. */
export function totalMiss(slacks: Float64Array): number {
  let miss = 0;
  for (const slack of slacks) if (!isMet(slack)) miss -= slack;
  return miss;
}
