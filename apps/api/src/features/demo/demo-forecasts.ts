import { Inject, Injectable } from '@nestjs/common';
import { addDays, instantOfLocal, startOfLocalDay, type Instant, type LocalDate } from '@yotei/time';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import {
  ForecastInputService,
  ForecastLayersService,
  ForecastRepository,
  hashOfForecastInput,
  rowsOfForecasts,
  versionParametersOf,
  type ForecastComputeInput,
  type ForecastComputeResult,
} from '../demand/index.js';
import type { DemoFilling } from './demo-filling.js';

const COMPUTE = new URL('../demand/forecast.compute.js', import.meta.url);

export interface DemoForecastOrder {
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly methodId: string;
  /** The last day of history used; all before `fromOn` when left out. */
  readonly knownUntilOn?: LocalDate;
  /** When it is said to have been made; now when left out. */
  readonly createdAt?: Instant;
}

/** Runs forecasts as the job does, on two threads, and stores them. */
@Injectable()
export class DemoForecasts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly inputs: ForecastInputService,
    private readonly forecasts: ForecastRepository,
    private readonly layers: ForecastLayersService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One forecast, its queues shared between two threads. */
  async forecast(filling: DemoFilling, order: DemoForecastOrder): Promise<void> {
    const input = await this.inputOf(filling, order);
    const halves = [0, 1].map((half) => ({ ...input, queues: input.queues.filter((_, i) => i % 2 === half) }));
    await this.store(filling, { order, input, results: (await Promise.all(halves.map(compute))).flat() });
  }

  /** Several forecasts, two at a time; stored in the order given, each with what `after` does before the next. */
  async forecastEach(
    filling: DemoFilling,
    orders: readonly DemoForecastOrder[],
    after: (order: DemoForecastOrder) => Promise<void>,
  ): Promise<void> {
    const inputs: ForecastComputeInput[] = [];
    for (const order of orders) inputs.push(await this.inputOf(filling, order));
    const results: ForecastComputeResult[][] = [];
    const lane = async (first: number): Promise<void> => {
      for (let i = first; i < inputs.length; i += 2) results[i] = await compute(inputs[i]!);
    };
    await Promise.all([lane(0), lane(1)]);
    for (const [i, order] of orders.entries()) {
      await this.store(filling, { order, input: inputs[i]!, results: results[i]! });
      await after(order);
    }
  }

  private inputOf(
    { context, centre, ids, seed }: DemoFilling,
    order: DemoForecastOrder,
  ): Promise<ForecastComputeInput> {
    const { fromOn, days, methodId, knownUntilOn } = order;
    const queueIds = centre.queues.map(({ id }) => ids.of('queue', id));
    const known = knownUntilOn && Object.fromEntries(queueIds.map((id) => [id, knownUntilOn]));
    return this.inputs.prepare(context, {
      fromOn,
      days,
      methodId,
      queueIds,
      seed,
      ...(known && { knownUntilOn: known }),
    });
  }

  private async store(
    { context, centre, seed }: DemoFilling,
    of: { order: DemoForecastOrder; input: ForecastComputeInput; results: readonly ForecastComputeResult[] },
  ): Promise<void> {
    const { fromOn, days: horizonDays, createdAt } = of.order;
    const { methods, backtest, distributions, days } = rowsOfForecasts(of.input, of.results);
    await this.database.withTenant(context, (tx) =>
      this.forecasts.insert(
        tx,
        {
          fromOn,
          days: horizonDays,
          trainedUntilAt: startOfLocalDay(fromOn, centre.sites[0]!.zone),
          methods,
          backtest,
          distributions,
          jobId: null,
          inputHash: hashOfForecastInput(of.input),
          codeVersion: this.settings.codeVersion,
          parameters: { ...versionParametersOf(of.input) },
          seed,
          createdBy: context.userId,
          ...(createdAt !== undefined && { createdAt }),
        },
        days,
      ),
    );
  }

  /** What a planner knows and the past does not: a mailing next Tuesday afternoon. */
  async edit({ context, centre, ids, thisWeekOn }: DemoFilling): Promise<void> {
    const queueId = ids.of('queue', centre.queues[0]!.id);
    const zone = centre.sites[0]!.zone;
    const on = addDays(thisWeekOn, 8);
    await this.layers.add(context, {
      queueId,
      reason: '請求書のお知らせメールを13時に配信',
      layers: [
        {
          measure: 'contacts',
          operation: 'percent',
          value: 12,
          startAt: instantOfLocal(on, 13 * 60, zone),
          endAt: instantOfLocal(on, 17 * 60, zone),
        },
      ],
    });
  }
}

function compute(input: ForecastComputeInput): Promise<ForecastComputeResult[]> {
  return runInThread<ForecastComputeResult[]>({
    module: COMPUTE,
    input,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}
