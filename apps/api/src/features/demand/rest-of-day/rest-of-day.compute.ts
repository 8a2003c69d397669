import { forecastRestOfDay, historyFromSeries, type RestOfDayResult } from '@yotei/forecast';
import type { Instant, LocalDate } from '@yotei/time';
import type { ForecastQueueInput } from '../forecast.compute.js';

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
  const history = historyFromSeries({ grid: queue.grid, values: queue.contacts }, null, queue.zone);
  return forecastRestOfDay(history, { ...rest, morning: morning ?? undefined, events: queue.events });
}
