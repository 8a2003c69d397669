import {
  forecastLineage,
  type CalendarEvent,
  type ForecastResult,
  type HistoryDecision,
  type OpenSpan,
} from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { ComputeHooks } from '../../platform/jobs/job-definition.js';
import { composedPast, type QueuePastInput, type QueueSeriesInput } from './young-queues/queue-past.compute.js';

export interface ForecastQueueInput extends QueueSeriesInput {
  readonly events: readonly CalendarEvent[];
  /** Hours of single dates. */
  readonly openingExceptions: readonly (readonly [LocalDate, readonly OpenSpan[]])[];
  /** What planners said about odd stretches of the history. */
  readonly decisions: readonly HistoryDecision[];
  /** Left out: the queue has its own rows and nothing else. */
  readonly past?: QueuePastInput;
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
    const { composed } = composedPast(queue, input.fromOn);
    const result = forecastLineage(composed, {
      methodId: input.methodId,
      fromOn: input.fromOn,
      days: input.days,
      seed: input.seed,
      events: queue.events,
      decisions: queue.decisions,
      opening: { exceptions: new Map(queue.openingExceptions) },
      curve: queue.past?.curve ?? null,
      onProgress: (fraction) => hooks.progress((index + fraction) / input.queues.length, { queueId: queue.queueId }),
      isCancelled: () => hooks.isCancelled(),
    });
    results.push({ queueId: queue.queueId, result });
    if (result.kind === 'cancelled') break;
  }
  return results;
}
