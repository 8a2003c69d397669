import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QueueLineage, TypedCurve } from '@yotei/forecast';
import {
  addDays,
  daysBetween,
  gridEnd,
  localDateOf,
  localDaysGrid,
  startOfLocalDay,
  type LocalDate,
} from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DemandViewService } from './demand-view.service.js';
import type { ForecastComputeInput, ForecastQueueInput } from './forecast.compute.js';
import { seriesOfFacts } from './fact-series.js';
import { IntervalFactRepository } from './interval-facts.repository.js';
import { QueueDirectory, type QueueRecord } from './queue-directory.js';
import { QueueCalendarService, rangeOfDays } from './special-days/queue-calendar.service.js';
import { decisionOf, HistoryDecisionRepository } from './unusual/history-decisions.repository.js';
import { QueueBeginningRepository } from './young-queues/queue-beginnings.repository.js';
import { curveOfValues, lineageOfValues } from './young-queues/queue-beginnings.mapper.js';
import type { QueuePastInput, QueueSeriesInput } from './young-queues/queue-past.compute.js';

/** By queue: the last day of history to use, to repeat a forecast of the past; all that there is when left out. */
type KnownUntil = Readonly<Record<string, LocalDate>>;

/** Rows of history -> input of the forecast library, and the hash that names this very input. */
@Injectable()
export class ForecastInputService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly views: DemandViewService,
    private readonly facts: IntervalFactRepository,
    private readonly calendars: QueueCalendarService,
    private readonly decisions: HistoryDecisionRepository,
    private readonly beginnings: QueueBeginningRepository,
  ) {}

  /** Days of a queue's history that lie before `fromOn`; 0 without history. */
  async historyDays(context: RequestContext, queue: QueueRecord, fromOn: LocalDate): Promise<number> {
    const span = await this.views.historySpan(context, queue);
    if (!span) return 0;
    const before = (startOfLocalDay(fromOn, queue.zone) - startOfLocalDay(span.fromOn, queue.zone)) / 86_400_000;
    return Math.max(0, Math.min(span.days, Math.round(before)));
  }

  /** The most days of the past a queue can be forecast from: its own, or those of a queue its lineage names. */
  async reach(context: RequestContext, queue: QueueRecord, fromOn: LocalDate): Promise<number> {
    const lineage = (await this.beginnings.lineage(context)).filter(({ queueId }) => queueId === queue.id);
    const relatives = await this.queues.some(context, [queue.id, ...lineage.map(({ fromQueueId }) => fromQueueId)]);
    let most = 0;
    for (const relative of relatives) most = Math.max(most, await this.historyDays(context, relative, fromOn));
    return most;
  }

  async prepare(
    context: RequestContext,
    order: Omit<ForecastComputeInput, 'queues'> & { queueIds: readonly string[]; knownUntilOn?: KnownUntil },
  ): Promise<ForecastComputeInput> {
    const queues: ForecastQueueInput[] = [];
    for (const queue of await this.queues.some(context, order.queueIds)) {
      const input = await this.queueInput(context, queue, order);
      if (input) queues.push(input);
    }
    return { queues, methodId: order.methodId, fromOn: order.fromOn, days: order.days, seed: order.seed };
  }

  /** All there is of a queue; null without history. */
  async wholeHistory(context: RequestContext, queue: QueueRecord): Promise<ForecastQueueInput | null> {
    const span = await this.views.historySpan(context, queue);
    return span && this.queueInput(context, queue, { fromOn: addDays(span.fromOn, span.days), days: 1 });
  }

  private async queueInput(
    context: RequestContext,
    queue: QueueRecord,
    order: { fromOn: LocalDate; days: number; knownUntilOn?: KnownUntil },
  ): Promise<ForecastQueueInput | null> {
    const known = order.knownUntilOn?.[queue.id];
    const reachOn = known && addDays(known, 1) < order.fromOn ? addDays(known, 1) : order.fromOn;
    return this.youngInput(context, queue, { ...order, reachOn });
  }

  /**
   * A queue's rows with what it starts from: the curve and lineage given, or those saved when left out. Null when there
   * is neither a row nor anything to start from.
   */
  async youngInput(
    context: RequestContext,
    queue: QueueRecord,
    order: {
      readonly fromOn: LocalDate;
      readonly days: number;
      readonly reachOn?: LocalDate;
      readonly curve?: TypedCurve | null | undefined;
      readonly lineage?: readonly QueueLineage[] | undefined;
    },
  ): Promise<ForecastQueueInput | null> {
    const reachOn = order.reachOn ?? order.fromOn;
    const own = await this.series(context, queue, { fromOn: reachOn });
    const past = await this.pastOf(context, queue, { ...order, reachOn });
    if (!own && !past) return null;
    const grid = own?.grid ?? localDaysGrid(order.fromOn, 0, queue.zone, queue.intervalMinutes);
    const nothing = { queueId: queue.id, zone: queue.zone, grid, contacts: NO_VALUES, handleSeconds: NO_VALUES };
    const firstAt = Math.min(grid.startAt, ...(past?.relatives.map((one) => one.grid.startAt) ?? []));
    const firstOn = localDateOf(firstAt, queue.zone);
    const days = daysBetween(firstOn, order.fromOn) + order.days + 366;
    const { events, openingExceptions, weekly } = await this.calendars.ofQueue(
      context,
      queue,
      rangeOfDays(firstOn, days),
    );
    const decided = await this.decisions.ofQueue(context, queue.id);
    return {
      ...(own ?? nothing),
      events,
      openingExceptions,
      ...(weekly && !own && past?.relatives.length === 0 ? { openingWeekly: weekly } : {}),
      decisions: decided.map(decisionOf),
      ...(past ? { past } : {}),
    };
  }

  /** Rows of a queue before a day, the last `lastDays` of them; null without any. */
  async series(
    context: RequestContext,
    queue: QueueRecord,
    range: { readonly fromOn: LocalDate; readonly lastDays?: number },
  ): Promise<QueueSeriesInput | null> {
    const span = await this.views.historySpan(context, queue);
    const days = await this.historyDays(context, queue, range.fromOn);
    if (!span || days === 0) return null;
    const skipped = range.lastDays === undefined ? 0 : Math.max(0, days - range.lastDays);
    const grid = localDaysGrid(addDays(span.fromOn, skipped), days - skipped, queue.zone, queue.intervalMinutes);
    const columns = await this.facts.columns(context, {
      queueId: queue.id,
      startAt: grid.startAt,
      endAt: gridEnd(grid),
    });
    const series = seriesOfFacts(columns, grid);
    return {
      queueId: queue.id,
      zone: queue.zone,
      grid,
      contacts: series.contacts,
      handleSeconds: series.contacts.map((contacts, i) => contacts * series.averageHandleSeconds[i]!),
    };
  }

  private async pastOf(
    context: RequestContext,
    queue: QueueRecord,
    order: {
      readonly reachOn: LocalDate;
      readonly curve?: TypedCurve | null | undefined;
      readonly lineage?: readonly QueueLineage[] | undefined;
    },
  ): Promise<QueuePastInput | null> {
    const saved = (await this.beginnings.curves(context)).get(queue.id);
    const curve = order.curve === undefined ? (saved ? curveOfValues(saved) : null) : order.curve;
    const kept = (await this.beginnings.lineage(context)).map(lineageOfValues);
    // What is given stands for the queue's own lines; what others took from it stays.
    const all = order.lineage ? [...kept.filter((line) => line.queue !== queue.id), ...order.lineage] : kept;
    const lineage = all.filter((line) => line.queue === queue.id || line.from === queue.id);
    if (lineage.length === 0 && !curve) return null;
    const names = new Set(lineage.flatMap((line) => [line.queue, line.from]));
    names.delete(queue.id);
    const relatives: QueueSeriesInput[] = [];
    for (const relative of await this.queues.some(context, [...names])) {
      // Days are joined interval by interval, so only queues planned in the same steps can lend theirs.
      if (relative.intervalMinutes !== queue.intervalMinutes) continue;
      const series = await this.series(context, relative, { fromOn: order.reachOn });
      if (series) relatives.push(series);
    }
    return { lineage, relatives, curve };
  }
}

const NO_VALUES = new Float64Array(0);

/** SHA-256 of all numbers, dates and settings that go into the forecast. */
export function hashOfForecastInput(input: ForecastComputeInput): string {
  const bare = ({ contacts: _c, handleSeconds: _h, ...rest }: QueueSeriesInput) => rest;
  const settings = {
    ...input,
    queues: input.queues.map((queue) => ({
      ...bare(queue),
      ...(queue.past ? { past: { ...queue.past, relatives: queue.past.relatives.map(bare) } } : {}),
    })),
  };
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const { contacts, handleSeconds } of input.queues.flatMap((queue) => [
    queue,
    ...(queue.past?.relatives ?? []),
  ])) {
    for (const values of [contacts, handleSeconds])
      hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}
