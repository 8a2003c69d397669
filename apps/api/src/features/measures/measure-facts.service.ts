import { Injectable } from '@nestjs/common';
import { noKpiFacts, togetherKpiFacts, type KpiFacts } from '@yotei/scheduling/formula';
import { addDays, startOfLocalDay, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { FactSumsRepository, QueueDirectory, type FactSumsRow, type QueueRecord } from '../demand/index.js';

export interface MeasureRange {
  readonly fromOn: LocalDate;
  readonly days: number;
}

/** Facts of some local days. */
export interface MeasureSpan extends MeasureRange {
  readonly facts: KpiFacts;
}

/** Facts of a queue, or of all queues together where `queue` is null. */
export interface MeasureRow {
  readonly queue: QueueRecord | null;
  readonly whole: MeasureSpan;
  /** From the first day on; the last may be shorter than seven days. */
  readonly weeks: readonly MeasureSpan[];
}

function weeksOf({ fromOn, days }: MeasureRange): MeasureRange[] {
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => ({
    fromOn: addDays(fromOn, week * 7),
    days: Math.min(7, days - week * 7),
  }));
}

function spanSecondsOf({ fromOn, days }: MeasureRange, zone: string): number {
  return (startOfLocalDay(addDays(fromOn, days), zone) - startOfLocalDay(fromOn, zone)) / 1000;
}

/** A row of sums in the names of the formulas. */
function factsOfRow(row: FactSumsRow, spanSeconds: number): KpiFacts {
  return {
    intervalCount: row.intervalCount,
    spanSeconds,
    facts: {
      offered: { sum: row.offered, lackingIntervals: 0 },
      answered: { sum: row.answered, lackingIntervals: row.lackingAnswered },
      answeredInTime: { sum: row.answeredWithin, lackingIntervals: row.lackingAnsweredWithin },
      abandoned: { sum: row.abandoned, lackingIntervals: row.lackingAbandoned },
      totalHandleSeconds: { sum: row.handleSeconds, lackingIntervals: row.lackingHandleSeconds },
    },
  };
}

/** All queues side by side: the span is the longest of theirs, as sites may change their clocks on different days. */
function allQueues(rows: readonly MeasureRow[], range: MeasureRange): MeasureRow {
  const together = (spans: readonly MeasureSpan[], of: MeasureRange): MeasureSpan => ({
    ...of,
    facts: togetherKpiFacts(
      spans.map(({ facts }) => facts),
      Math.max(0, ...spans.map(({ facts }) => facts.spanSeconds)),
    ),
  });
  return {
    queue: null,
    whole: together(
      rows.map(({ whole }) => whole),
      range,
    ),
    weeks: weeksOf(range).map((week, index) =>
      together(
        rows.map(({ weeks }) => weeks[index]!),
        week,
      ),
    ),
  };
}

/** What came in, summed for KPIs. */
@Injectable()
export class MeasureFactsService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly sums: FactSumsRepository,
  ) {}

  /** All queues together first, then each in the organisation's order; by local days of each queue's site. */
  async rows(context: RequestContext, range: MeasureRange): Promise<MeasureRow[]> {
    const queues = await this.queues.all(context);
    const found = await this.sums.byQueueAndWeek(context, range);
    const rows = queues.map((queue): MeasureRow => {
      const weeks = weeksOf(range).map((week, index): MeasureSpan => {
        const spanSeconds = spanSecondsOf(week, queue.zone);
        const row = found.find((one) => one.queueId === queue.id && one.week === index);
        return { ...week, facts: row ? factsOfRow(row, spanSeconds) : noKpiFacts(spanSeconds) };
      });
      const parts = weeks.map(({ facts }) => facts);
      return { queue, weeks, whole: { ...range, facts: togetherKpiFacts(parts, spanSecondsOf(range, queue.zone)) } };
    });
    return [allQueues(rows, range), ...rows];
  }
}
