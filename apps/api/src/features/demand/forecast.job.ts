import { Inject, Injectable } from '@nestjs/common';
import { startOfLocalDay, type LocalDate } from '@yotei/time';
import { SETTINGS, type Settings } from '../../config/settings.js';
import {
  JobDefinition,
  JobFailure,
  type JobOutcome,
  type JobRun,
  type JsonValue,
} from '../../platform/jobs/job-definition.js';
import { versionParametersOf } from './accuracy/version-inputs.js';
import { ForecastInputService, hashOfForecastInput } from './forecast-input.service.js';
import { rowsOfForecasts } from './forecast-results.mapper.js';
import type { ForecastComputeInput, ForecastComputeResult } from './forecast.compute.js';
import { ForecastRepository } from './forecasts.repository.js';

export type ForecastJobInput = {
  readonly queueIds: readonly string[];
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly methodId: string;
};

/** Forecasts queues in a thread and stores one immutable version with all of them. */
@Injectable()
export class ForecastJob extends JobDefinition<ForecastJobInput> {
  readonly kind = 'forecast';

  constructor(
    private readonly inputs: ForecastInputService,
    private readonly forecasts: ForecastRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run(order: ForecastJobInput, run: JobRun): Promise<JobOutcome> {
    const input = await this.inputs.prepare(run.context, { ...order, seed: run.seed });
    if (input.queues.length === 0) throw new JobFailure('forecast.no-history', { queueIds: order.queueIds });
    const results = await run.compute<ForecastComputeResult[]>(
      new URL('./forecast.compute.js', import.meta.url),
      input,
    );
    run.signal.throwIfAborted();
    return this.outcome({ order, input, results, run });
  }

  private outcome({
    order,
    input,
    results,
    run,
  }: {
    order: ForecastJobInput;
    input: ForecastComputeInput;
    results: readonly ForecastComputeResult[];
    run: JobRun;
  }): JobOutcome {
    const { methods, backtest, distributions, days } = rowsOfForecasts(input, results);
    if (days.length === 0) throw new JobFailure('forecast.not-enough-history', { queueIds: order.queueIds });
    const trainedUntilAt = Math.max(...input.queues.map(({ zone }) => startOfLocalDay(order.fromOn, zone)));
    const summary: JsonValue = {
      queues: results.map(({ queueId, result }) => ({
        queueId,
        kind: result.kind,
        methodId: result.kind === 'forecast' ? result.methodId : null,
      })),
    };
    return {
      result: summary,
      apply: async (tx) => {
        await this.forecasts.insert(
          tx,
          {
            fromOn: order.fromOn,
            days: order.days,
            trainedUntilAt,
            methods,
            backtest,
            distributions,
            jobId: run.jobId,
            inputHash: hashOfForecastInput(input),
            codeVersion: this.settings.codeVersion,
            parameters: { ...versionParametersOf(input) },
            seed: run.seed,
            createdBy: run.context.userId,
          },
          days,
        );
      },
    };
  }
}
