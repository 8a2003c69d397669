import {
  composeHistory,
  historyFromSeries,
  type ComposedHistory,
  type QueueHistory,
  type QueueLineage,
  type TypedCurve,
} from '@yotei/forecast';
import type { Grid, LocalDate, ZoneId } from '@yotei/time';

/** A queue's rows as series, ready for a thread. */
export interface QueueSeriesInput {
  readonly queueId: string;
  readonly zone: ZoneId;
  readonly grid: Grid;
  readonly contacts: Float64Array;
  /** Total handle seconds. */
  readonly handleSeconds: Float64Array;
}

/** What a queue is forecast from beside its own rows. */
export interface QueuePastInput {
  readonly lineage: readonly QueueLineage[];
  /** Rows of the queues the lineage names. */
  readonly relatives: readonly QueueSeriesInput[];
  readonly curve: TypedCurve | null;
}

/** The history of a queue's rows; without any, one without days. */
export function historyOfInput(input: QueueSeriesInput): QueueHistory {
  const handle = input.handleSeconds.some((seconds) => !Number.isNaN(seconds))
    ? { grid: input.grid, values: input.handleSeconds }
    : null;
  return historyFromSeries({ grid: input.grid, values: input.contacts }, handle, input.zone);
}

/** The past as the lineage makes it; own days alone where the lineage cannot be followed, with `refused` saying why. */
export function composedPast(
  input: QueueSeriesInput & { readonly past?: QueuePastInput | undefined },
  beforeOn: LocalDate,
): { readonly composed: ComposedHistory; readonly refused: 'share-unknown' | 'unknown-queue' | null } {
  const own = historyOfInput(input);
  const alone: ComposedHistory = { kind: 'composed', history: own, borrowed: [], levelSpread: 0 };
  const { lineage = [], relatives = [] } = input.past ?? {};
  if (lineage.length === 0) return { composed: alone, refused: null };
  const histories = new Map([
    [input.queueId, own],
    ...relatives.map((one) => [one.queueId, historyOfInput(one)] as const),
  ]);
  const composed = composeHistory({ histories, queue: input.queueId, lineage, beforeOn });
  return composed.kind === 'composed' ? { composed, refused: null } : { composed: alone, refused: composed.kind };
}
