import {
  forecastLongRange,
  type CalendarEvent,
  type GrowthAssumption,
  type LongRangeForecast,
  type LongRangeWeek,
  type NotEnoughHistory,
  type QueueHistory,
} from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { ComputeHooks } from '../../../platform/jobs/job-definition.js';
import { openingOf, type ForecastQueueInput } from '../forecast.compute.js';
import { composedPast } from '../young-queues/queue-past.compute.js';
import { sumOfHistories, sumOfWeeks } from './sum-of-queues.js';

export interface LongRangeComputeInput {
  readonly queues: readonly (ForecastQueueInput & { readonly growth: readonly GrowthAssumption[] })[];
  readonly fromOn: LocalDate;
  readonly weeks: number;
  readonly trend: 'damped' | 'none';
  /** Events of every queue, for the sum. */
  readonly commonEvents: readonly CalendarEvent[];
  readonly seed: number;
}

/** A forecast by week, or why there is none, and how many of its past days were taken from other queues. */
export interface LongRangeComputeResult {
  /** Null: all queues together. */
  readonly queueId: string | null;
  readonly result: LongRangeForecast | NotEnoughHistory;
  readonly borrowedDays: number;
}

/** Runs in a worker thread: each queue, then the sum of those that could be forecast. */
export async function compute(input: LongRangeComputeInput, hooks: ComputeHooks): Promise<LongRangeComputeResult[]> {
  const { fromOn, weeks, trend, seed } = input;
  const results: LongRangeComputeResult[] = [];
  const summed: { readonly history: QueueHistory; readonly weeks: readonly LongRangeWeek[] }[] = [];
  for (const [index, queue] of input.queues.entries()) {
    if (hooks.isCancelled()) break;
    const { composed } = composedPast(queue, fromOn);
    const { events, growth } = queue;
    const opening = openingOf(queue);
    const result = forecastLongRange(composed.history, { fromOn, weeks, trend, seed, events, growth, opening });
    const borrowedDays = composed.borrowed.reduce((sum, { days }) => sum + days, 0);
    results.push({ queueId: queue.queueId, result, borrowedDays });
    if (result.kind === 'long-range') summed.push({ history: composed.history, weeks: result.weeks });
    hooks.progress((index + 1) / (input.queues.length + 1), { queueId: queue.queueId });
  }
  if (summed.length > 0) {
    const history = sumOfHistories(summed.map((one) => one.history));
    const whole = forecastLongRange(history, { fromOn, weeks, trend, seed, events: input.commonEvents });
    const borrowedDays = results.reduce((sum, one) => sum + one.borrowedDays, 0);
    if (whole.kind === 'long-range')
      results.push({
        queueId: null,
        result: {
          ...whole,
          weeks: sumOfWeeks(
            summed.map((one) => one.weeks),
            whole.weeks,
          ),
        },
        borrowedDays,
      });
  }
  return results;
}
