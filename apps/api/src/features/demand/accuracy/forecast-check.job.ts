import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import { JobDefinition, JobFailure, type JobOutcome, type JobRun } from '../../../platform/jobs/job-definition.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ForecastInputService, hashOfForecastInput } from '../forecast-input.service.js';
import { rowsOfForecasts } from '../forecast-results.mapper.js';
import type { ForecastComputeInput, ForecastComputeResult } from '../forecast.compute.js';
import type { NewForecastDay } from '../forecasts.repository.js';
import { ForecastVersionRepository, type VersionRun } from './forecast-versions.repository.js';

export const CHECK_JOB = 'forecast-check';

type Values = readonly (number | null)[];

/** Computes a stored forecast once more from the history of then and tells whether the same comes out. Changes nothing. */
@Injectable()
export class ForecastCheckJob extends JobDefinition<{ readonly forecastId: string }> {
  readonly kind = CHECK_JOB;

  constructor(
    private readonly versions: ForecastVersionRepository,
    private readonly inputs: ForecastInputService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run({ forecastId }: { readonly forecastId: string }, run: JobRun): Promise<JobOutcome> {
    const stored = await this.versions.run(run.context, forecastId);
    if (!stored) throw new JobFailure('forecast.gone');
    const codes = { codeVersion: stored.codeVersion, codeVersionNow: this.settings.codeVersion };
    const input = await this.inputOf(run.context, stored);
    if (!input) return { result: { kind: 'inputs-not-kept', ...codes } };
    const inputHash = hashOfForecastInput(input);
    if (inputHash !== stored.inputHash) return { result: { kind: 'inputs-changed', inputHash, ...codes } };
    const results = await run.compute<ForecastComputeResult[]>(
      new URL('../forecast.compute.js', import.meta.url),
      input,
    );
    run.signal.throwIfAborted();
    const { days } = rowsOfForecasts(input, results);
    const difference = await this.difference(run.context, forecastId, days);
    return {
      result: {
        kind: difference === 0 ? 'same' : 'different',
        queueDays: days.length,
        difference,
        inputHash,
        ...codes,
      },
    };
  }

  /** The input of then: the history up to the last day it knew. Null for versions that do not tell. */
  private async inputOf(context: RequestContext, stored: VersionRun): Promise<ForecastComputeInput | null> {
    const { fromOn, days, seed, parameters } = stored;
    if (!parameters.inputs || !parameters.methodId) return null;
    return this.inputs.prepare(context, {
      queueIds: Object.keys(parameters.inputs),
      knownUntilOn: Object.fromEntries(
        Object.entries(parameters.inputs).map(([queueId, { historyUntilOn }]) => [queueId, historyUntilOn]),
      ),
      methodId: parameters.methodId,
      fromOn,
      days,
      seed,
    });
  }

  /** Largest difference of any stored number; infinite when days are not the same. */
  private async difference(
    context: RequestContext,
    forecastId: string,
    days: readonly NewForecastDay[],
  ): Promise<number> {
    const stored = new Map(
      (await this.versions.storedDays(context, forecastId)).map((day) => [`${day.queueId} ${day.onDate}`, day]),
    );
    if (stored.size !== days.length) return Number.MAX_VALUE;
    return days.reduce((largest, day) => {
      const twin = stored.get(`${day.queueId} ${day.onDate}`);
      if (!twin) return Number.MAX_VALUE;
      const columns = ['contacts', 'p05', 'p10', 'p90', 'p95', 'handleSeconds'] as const;
      return Math.max(largest, ...columns.map((column) => distance(day[column], twin[column])));
    }, 0);
  }
}

function distance(some: Values | null, others: Values | null): number {
  if (!some || !others) return some === others ? 0 : Number.MAX_VALUE;
  if (some.length !== others.length) return Number.MAX_VALUE;
  return some.reduce<number>((largest, value, i) => {
    const other = others[i]!;
    if (value === null || other === null) return value === other ? largest : Number.MAX_VALUE;
    return Math.max(largest, Math.abs(value - other));
  }, 0);
}
