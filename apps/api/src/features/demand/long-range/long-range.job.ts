import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LongRangeForecast } from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import { JobDefinition, JobFailure, type JobOutcome, type JobRun } from '../../../platform/jobs/job-definition.js';
import { nullable } from '../fact-series.js';
import { ForecastInputService, hashOfForecastInput } from '../forecast-input.service.js';
import { QueueDirectory } from '../queue-directory.js';
import type { LongRangeComputeInput, LongRangeComputeResult } from './long-range.compute.js';
import { LongRangeRepository, TOTAL, type StoredLongRange } from './long-range.repository.js';

export type LongRangeJobInput = {
  readonly fromOn: LocalDate;
  readonly weeks: number;
  readonly trend: 'damped' | 'none';
};

/** Forecasts every queue and their sum by week in a thread, and stores them as one immutable version. */
@Injectable()
export class LongRangeJob extends JobDefinition<LongRangeJobInput> {
  readonly kind = 'long-range';

  constructor(
    private readonly inputs: ForecastInputService,
    private readonly queues: QueueDirectory,
    private readonly longRange: LongRangeRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run(order: LongRangeJobInput, run: JobRun): Promise<JobOutcome> {
    const input = await this.inputOf(order, run);
    const results = await run.compute<LongRangeComputeResult[]>(
      new URL('./long-range.compute.js', import.meta.url),
      input,
    );
    run.signal.throwIfAborted();
    const series = Object.fromEntries(
      results.flatMap(({ queueId, result, borrowedDays }) =>
        result.kind === 'long-range' ? [[queueId ?? TOTAL, storedOf(result, borrowedDays)] as const] : [],
      ),
    );
    if (Object.keys(series).length === 0) throw new JobFailure('long-range.not-enough-history');
    const growth = input.queues.map(({ queueId, growth: lines }) => ({ queueId, growth: lines }));
    return {
      result: { queues: results.length },
      apply: (tx) =>
        this.longRange.insert(tx, {
          ...order,
          series,
          growth,
          inputHash: this.hashOf(input),
          codeVersion: this.settings.codeVersion,
          seed: run.seed,
          jobId: run.jobId,
          createdBy: run.context.userId,
        }),
    };
  }

  private async inputOf(order: LongRangeJobInput, run: JobRun): Promise<LongRangeComputeInput> {
    const all = await this.queues.all(run.context);
    const growth = (await this.longRange.growth(run.context)).filter(({ undone }) => !undone);
    const queues: LongRangeComputeInput['queues'][number][] = [];
    for (const queue of all) {
      const input = await this.inputs.youngInput(run.context, queue, { fromOn: order.fromOn, days: 7 * order.weeks });
      const own = growth.filter(({ queueId }) => queueId === null || queueId === queue.id);
      if (input) queues.push({ ...input, growth: own.map(({ assumption }) => assumption) });
    }
    const [first, ...others] = queues;
    const commonEvents = (first?.events ?? []).filter((event) =>
      others.every(({ events }) => events.some((one) => one.fromOn === event.fromOn && one.title === event.title)),
    );
    return { ...order, queues, commonEvents, seed: run.seed };
  }

  private hashOf(input: LongRangeComputeInput): string {
    const { fromOn, weeks, seed, queues, trend } = input;
    const rows = hashOfForecastInput({ queues, methodId: 'long-range', fromOn, days: 7 * weeks, seed });
    return createHash('sha256').update(`${rows} ${trend}`).digest('hex');
  }
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
