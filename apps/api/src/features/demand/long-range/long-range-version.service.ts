import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LongRangeForecast } from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { nullable } from '../fact-series.js';
import { ForecastInputService, hashOfForecastInput } from '../forecast-input.service.js';
import { QueueDirectory } from '../queue-directory.js';
import type { LongRangeComputeInput, LongRangeComputeResult } from './long-range.compute.js';
import { LongRangeRepository, TOTAL, type StoredLongRange } from './long-range.repository.js';

export type LongRangeOrder = {
  readonly fromOn: LocalDate;
  readonly weeks: number;
  readonly trend: 'damped' | 'none';
};

/** What a forecast by week is computed from, and how one is kept. */
@Injectable()
export class LongRangeVersionService {
  constructor(
    private readonly inputs: ForecastInputService,
    private readonly queues: QueueDirectory,
    private readonly longRange: LongRangeRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async inputOf(context: RequestContext, order: LongRangeOrder, seed: number): Promise<LongRangeComputeInput> {
    const all = await this.queues.all(context);
    const growth = (await this.longRange.growth(context)).filter(({ undone }) => !undone);
    const queues: LongRangeComputeInput['queues'][number][] = [];
    for (const queue of all) {
      const input = await this.inputs.youngInput(context, queue, { fromOn: order.fromOn, days: 7 * order.weeks });
      const own = growth.filter(({ queueId }) => queueId === null || queueId === queue.id);
      if (input) queues.push({ ...input, growth: own.map(({ assumption }) => assumption) });
    }
    const [first, ...others] = queues;
    const commonEvents = (first?.events ?? []).filter((event) =>
      others.every(({ events }) => events.some((one) => one.fromOn === event.fromOn && one.title === event.title)),
    );
    return { ...order, queues, commonEvents, seed };
  }

  /** One immutable version. Without a job (`jobId` null) it was made while filling the demo. */
  store(
    tx: EntityManager,
    made: {
      readonly input: LongRangeComputeInput;
      readonly results: readonly LongRangeComputeResult[];
      readonly jobId: string | null;
      readonly createdBy: string | null;
    },
  ): Promise<void> {
    const { input, results, jobId, createdBy } = made;
    const { fromOn, weeks, trend, seed } = input;
    return this.longRange.insert(tx, {
      ...{ fromOn, weeks, trend, seed, jobId, createdBy },
      series: seriesOf(results),
      growth: input.queues.map(({ queueId, growth }) => ({ queueId, growth })),
      inputHash: hashOf(input),
      codeVersion: this.settings.codeVersion,
    });
  }
}

function seriesOf(results: readonly LongRangeComputeResult[]): Record<string, StoredLongRange> {
  return Object.fromEntries(
    results.flatMap(({ queueId, result, borrowedDays }) =>
      result.kind === 'long-range' ? [[queueId ?? TOTAL, storedOf(result, borrowedDays)] as const] : [],
    ),
  );
}

function hashOf({ fromOn, weeks, seed, queues, trend }: LongRangeComputeInput): string {
  const rows = hashOfForecastInput({ queues, methodId: 'long-range', fromOn, days: 7 * weeks, seed });
  return createHash('sha256').update(`${rows} ${trend}`).digest('hex');
}

function storedOf(result: LongRangeForecast, borrowedDays: number): StoredLongRange {
  const { weeks, past, yearlyTerms, historyWeeks, trainedUntilOn, trendFirstYear } = result;
  const column = (of: (week: (typeof weeks)[number]) => number) => weeks.map((week) => Math.round(of(week) * 10) / 10);
  return {
    yearlyTerms,
    historyWeeks,
    trainedUntilOn,
    trendFirstYear,
    borrowedDays,
    contacts: column(({ contacts }) => contacts),
    p05: column(({ p05 }) => p05),
    p10: column(({ p10 }) => p10),
    p90: column(({ p90 }) => p90),
    p95: column(({ p95 }) => p95),
    base: column(({ components }) => components.base),
    trend: column(({ components }) => components.trend),
    season: column(({ components }) => components.season),
    calendar: column(({ components }) => components.calendar),
    growth: column(({ components }) => components.growth),
    handleSeconds: nullable(
      weeks.map(({ averageHandleSeconds }) => averageHandleSeconds),
      1,
    ),
    pastOn: past.map(({ on }) => on),
    pastContacts: past.map(({ contacts }) => contacts),
  };
}
