import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, gridEnd, localDaysGrid, startOfLocalDay, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DemandViewService } from './demand-view.service.js';
import type { ForecastComputeInput, ForecastQueueInput } from './forecast.compute.js';
import { seriesOfFacts } from './fact-series.js';
import { IntervalFactRepository } from './interval-facts.repository.js';
import { QueueDirectory, type QueueRecord } from './queue-directory.js';
import { QueueCalendarService, rangeOfDays } from './special-days/queue-calendar.service.js';
import { HistoryDecisionRepository } from './unusual/history-decisions.repository.js';

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
  ) {}

  /** Days of a queue's history that lie before `fromOn`; 0 without history. */
  async historyDays(context: RequestContext, queue: QueueRecord, fromOn: LocalDate): Promise<number> {
    const span = await this.views.historySpan(context, queue);
    if (!span) return 0;
    const before = (startOfLocalDay(fromOn, queue.zone) - startOfLocalDay(span.fromOn, queue.zone)) / 86_400_000;
    return Math.max(0, Math.min(span.days, Math.round(before)));
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
    const span = await this.views.historySpan(context, queue);
    const known = order.knownUntilOn?.[queue.id];
    const reachOn = known && addDays(known, 1) < order.fromOn ? addDays(known, 1) : order.fromOn;
    const days = await this.historyDays(context, queue, reachOn);
    if (!span || days === 0) return null;
    const grid = localDaysGrid(span.fromOn, days, queue.zone, queue.intervalMinutes);
    const columns = await this.facts.columns(context, {
      queueId: queue.id,
      startAt: grid.startAt,
      endAt: gridEnd(grid),
    });
    const series = seriesOfFacts(columns, grid);
    const range = rangeOfDays(span.fromOn, days + order.days + 366);
    const { events, openingExceptions } = await this.calendars.ofQueue(context, queue, range);
    const decided = await this.decisions.ofQueue(context, queue.id);
    return {
      queueId: queue.id,
      zone: queue.zone,
      grid,
      contacts: series.contacts,
      handleSeconds: series.contacts.map((contacts, i) => contacts * series.averageHandleSeconds[i]!),
      events,
      openingExceptions,
      decisions: decided.map(({ proposalId, kind, fromAt, untilAt, action, dataKey }) => ({
        proposalId,
        kind,
        fromAt,
        untilAt,
        action,
        dataKey,
      })),
    };
  }
}

/** SHA-256 of all numbers, dates and settings that go into the forecast. */
export function hashOfForecastInput(input: ForecastComputeInput): string {
  const hash = createHash('sha256').update(
    JSON.stringify({ ...input, queues: input.queues.map(({ contacts: _c, handleSeconds: _h, ...rest }) => rest) }),
  );
  for (const { contacts, handleSeconds } of input.queues) {
    for (const values of [contacts, handleSeconds])
      hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}
