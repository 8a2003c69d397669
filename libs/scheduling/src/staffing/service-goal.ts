import { atLeast, atMost } from './rounding.js';
import type { GoalMeasure, ServiceGoal, ServiceLevelVariant, SteadyState } from './staffing-model.js';

/** The threshold shown where a goal names none. */
export const DEFAULT_ANSWER_WITHIN_SECONDS = 20;
export const DEFAULT_VARIANT: ServiceLevelVariant = 'answered-of-offered';

/** One goal of a {@link ServiceGoal}: which measure, its target, and on which side of it the value must lie. */
export interface GoalPart {
  readonly measure: GoalMeasure;
  readonly target: number;
  readonly side: 'at-least' | 'at-most';
  /** Whether one agent more never makes it worse, in any model; else only where the model is not `uneven`. */
  readonly even: boolean;
  valueOf(state: SteadyState): number;
}

function mustBeFraction(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} (${value}) must be 0..1; 80 % is 0.8`);
}

function serviceLevelPart(target: number, goal: ServiceGoal): GoalPart {
  mustBeFraction('serviceLevelFraction', target);
  const within = goal.answerWithinSeconds;
  if (within === undefined || !(within >= 0 && Number.isFinite(within))) {
    throw new RangeError(
      `answerWithinSeconds (${within}) must be 0 or more when serviceLevelFraction is given; use for example 20`,
    );
  }
  const variant = goal.serviceLevelVariant ?? DEFAULT_VARIANT;
  return {
    measure: 'service-level',
    target,
    side: 'at-least',
    even: variant === 'answered-of-offered' || variant === 'answered-of-answered',
    valueOf: (state) => state.serviceLevelFraction(within, variant),
  };
}

/**
 * Abandoned / let in: where lines are finite, fewer agents turn more contacts away, and a share of all offered would be
 * met by having nobody let in. Without blocking the same as `abandonmentFraction`.
 */
function abandonedOfLetIn(state: SteadyState): number {
  const { abandonmentFraction, blockingFraction } = state;
  return blockingFraction > 0 ? abandonmentFraction / (1 - blockingFraction) : abandonmentFraction;
}

/** The goals given, among those the model judges. Throws for a fraction outside 0..1 or a negative time. */
export function goalParts(goal: ServiceGoal, judged: readonly GoalMeasure[]): readonly GoalPart[] {
  const parts: GoalPart[] = [];
  const limit = (measure: GoalMeasure, target: number | undefined, valueOf: GoalPart['valueOf']): void => {
    if (target === undefined) return;
    if (measure === 'asa' ? !(target >= 0) : !(target >= 0 && target <= 1)) {
      throw new RangeError(
        `${measure} goal (${target}) must be ${measure === 'asa' ? '0 or more seconds' : '0..1; 5 % is 0.05'}`,
      );
    }
    parts.push({ measure, target, side: 'at-most', even: measure !== 'blocking', valueOf });
  };
  if (goal.serviceLevelFraction !== undefined) parts.push(serviceLevelPart(goal.serviceLevelFraction, goal));
  limit('asa', goal.asaSeconds, (state) => state.asaSeconds());
  limit('occupancy', goal.maxOccupancyFraction, (state) => state.occupancyFraction);
  limit('abandonment', goal.maxAbandonmentFraction, abandonedOfLetIn);
  limit('blocking', goal.maxBlockingFraction, (state) => state.blockingFraction);
  return parts.filter((part) => judged.includes(part.measure));
}

/** Whether the state reaches the goal, within the tolerance of one part in 10⁹ that ties need. */
export function meetsGoal(part: GoalPart, state: SteadyState): boolean {
  const value = part.valueOf(state);
  return state.stable && (part.side === 'at-least' ? atLeast(value, part.target) : atMost(value, part.target));
}
