import { forecastRestOfDay, type RestOfDayResult } from '@yotei/forecast';
import type { Instant, LocalDate } from '@yotei/time';
import { openingOf, type ForecastQueueInput } from '../forecast.compute.js';
import { composedPast } from '../young-queues/queue-past.compute.js';

export interface RestOfDayComputeInput {
  readonly queue: ForecastQueueInput;
  readonly methodId: string;
  readonly on: LocalDate;
  readonly at: Instant;
  readonly soFar: Float64Array;
  /** The day's forecast with its edits; null: the method's own. */
  readonly morning: { readonly contacts: Float64Array; readonly averageHandleSeconds: Float64Array } | null;
  readonly seed: number;
}

/** Runs in a thread: sixty past days are forecast anew to learn how afternoons follow mornings. */
export function compute({ queue, morning, ...rest }: RestOfDayComputeInput): RestOfDayResult {
  const { composed } = composedPast(queue, rest.on);
  return forecastRestOfDay(composed.history, {
    ...rest,
    morning: morning ?? undefined,
    events: queue.events,
    decisions: queue.decisions,
    opening: openingOf(queue),
  });
}
