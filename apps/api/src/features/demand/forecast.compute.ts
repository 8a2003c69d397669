import {
  forecastQueue,
  historyFromSeries,
  type CalendarEvent,
  type ForecastResult,
  type HistoryDecision,
  type OpenSpan,
} from '@yotei/forecast';
import type { Grid, LocalDate, ZoneId } from '@yotei/time';
import type { ComputeHooks } from '../../platform/jobs/job-definition.js';

export interface ForecastQueueInput {
  readonly queueId: string;
  readonly zone: ZoneId;
  readonly grid: Grid;
  readonly contacts: Float64Array;
  /** Total handle seconds. */
  readonly handleSeconds: Float64Array;
  readonly events: readonly CalendarEvent[];
  /** Hours of single dates. */
  readonly openingExceptions: readonly (readonly [LocalDate, readonly OpenSpan[]])[];
  /** What planners said about odd stretches of the history. */
  readonly decisions: readonly HistoryDecision[];
}

export interface ForecastComputeInput {
  readonly queues: readonly ForecastQueueInput[];
  readonly methodId: string;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly seed: number;
}

export interface ForecastComputeResult {
  readonly queueId: string;
  readonly result: ForecastResult;
}

/** Runs in a worker thread: one queue after another, telling the share done over all. */
export async function compute(input: ForecastComputeInput, hooks: ComputeHooks): Promise<ForecastComputeResult[]> {
  const results: ForecastComputeResult[] = [];
  for (const [index, queue] of input.queues.entries()) {
    const handle = queue.handleSeconds.some((seconds) => !Number.isNaN(seconds))
      ? { grid: queue.grid, values: queue.handleSeconds }
      : null;
    const history = historyFromSeries({ grid: queue.grid, values: queue.contacts }, handle, queue.zone);
    const result = forecastQueue(history, {
      methodId: input.methodId,
      fromOn: input.fromOn,
      days: input.days,
      seed: input.seed,
      events: queue.events,
      decisions: queue.decisions,
      opening: { exceptions: new Map(queue.openingExceptions) },
      onProgress: (fraction) => hooks.progress((index + fraction) / input.queues.length, { queueId: queue.queueId }),
      isCancelled: () => hooks.isCancelled(),
    });
    results.push({ queueId: queue.queueId, result });
    if (result.kind === 'cancelled') break;
  }
  return results;
}
