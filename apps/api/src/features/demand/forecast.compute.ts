import {
  forecastLineage,
  type CalendarEvent,
  type ForecastResult,
  type HistoryDecision,
  type OpeningHours,
  type OpenSpan,
} from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { ComputeHooks } from '../../platform/jobs/job-definition.js';
import { composedPast, type QueuePastInput, type QueueSeriesInput } from './young-queues/queue-past.compute.js';

export interface ForecastQueueInput extends QueueSeriesInput {
  readonly events: readonly CalendarEvent[];
  /** Hours of single dates. */
  readonly openingExceptions: readonly (readonly [LocalDate, readonly OpenSpan[]])[];
  /** The site's usual hours, where the queue has no past to learn them from. */
  readonly openingWeekly?: OpeningHours['weekly'];
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

/** When the queue is open, as far as it is given and not learned. */
export function openingOf({
  openingExceptions,
  openingWeekly,
}: Pick<ForecastQueueInput, 'openingExceptions' | 'openingWeekly'>): OpeningHours {
  return { exceptions: new Map(openingExceptions), ...(openingWeekly ? { weekly: openingWeekly } : {}) };
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
      opening: openingOf(queue),
      curve: queue.past?.curve ?? null,
      onProgress: (fraction) => hooks.progress((index + fraction) / input.queues.length, { queueId: queue.queueId }),
      isCancelled: () => hooks.isCancelled(),
    });
    results.push({ queueId: queue.queueId, result });
    if (result.kind === 'cancelled') break;
  }
  return results;
}
