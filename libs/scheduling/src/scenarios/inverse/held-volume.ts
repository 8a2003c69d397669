import { withLoad } from '../changed-queues.js';
import type { ScenarioBase, ScenarioQueue } from '../scenario-base.js';
import { fixedQueues, levelOverGrid, outcomeOf, reaches, type FixedQueue } from './fixed-staffing.js';

export interface HeldVolume {
  /** Contacts × this is what every queue still holds; the least of the queues'. NaN without a queue with a goal. */
  readonly factor: number;
  readonly queues: readonly {
    readonly queueId: string;
    readonly factor: number;
    /** Contacts of the grid today, and those it holds. */
    readonly contacts: number;
    readonly heldContacts: number;
  }[];
}

const MOST = 20;
const ACCURACY = 1e-4;

/** The queue with contacts × factor. */
export function withVolume(queue: ScenarioQueue, factor: number): ScenarioQueue {
  const contacts = Float64Array.from(queue.forecast.contacts, (count) => count * factor);
  return { ...queue, forecast: withLoad(queue.forecast, { contacts }) };
}

/** The greatest factor at which the queue's agents reach its goal over the grid; 0 where they never do. */
export function heldFactor({ queue, working, goalFraction }: FixedQueue): number {
  const holds = (factor: number): boolean => {
    const more = withVolume(queue, factor);
    const level = levelOverGrid(more, outcomeOf(more, working));
    return Number.isNaN(level) || reaches(level, goalFraction);
  };
  let [low, high] = [0, 1];
  while (holds(high)) {
    if (high >= MOST) return MOST;
    [low, high] = [high, Math.min(MOST, high * 2)];
  }
  while (high - low > ACCURACY * Math.max(high, 0.01)) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * What volume the people of the base can hold: for each queue the greatest multiple of its contacts, in their shape, at
 * which those who work (the roster, else what is required today) still reach the service level goal over the grid, at the
 * forecast's mean. Right to one part in 10⁴, from below; at most 20. Queues without such a goal, and work that can wait,
 * are left out.
 */
export function heldVolume(base: ScenarioBase): HeldVolume {
  const queues = fixedQueues(base).map((fixed) => {
    const factor = heldFactor(fixed);
    const contacts = Array.from(fixed.queue.forecast.contacts).reduce((sum, count) => sum + (count > 0 ? count : 0), 0);
    return { queueId: fixed.queue.id, factor, contacts, heldContacts: contacts * factor };
  });
  return {
    factor: queues.length > 0 ? Math.min(...queues.map(({ factor }) => factor)) : Number.NaN,
    queues,
  };
}
