import { Inject, Injectable } from '@nestjs/common';
import { addDays, instantOfLocal, startOfLocalDay, type LocalDate } from '@yotei/time';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { insertRows } from '../../platform/database/insert-rows.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import {
  ForecastInputService,
  ForecastLayersService,
  ForecastRepository,
  hashOfForecastInput,
  IntervalFactLoader,
  rowsOfForecasts,
  type ForecastComputeInput,
  type ForecastComputeResult,
} from '../demand/index.js';
import { RequirementService } from '../staffing/index.js';
import { DemoCalendarFiller } from './demo-calendar.filler.js';
import type { DemoFilling } from './demo-filling.js';
import { plannedWeeks } from './demo-weeks.js';
import { factsOf, queueRows } from './demo-rows.mapper.js';

/** Beyond next week, so that the week after has a forecast and nothing else yet. */
const FORECAST_DAYS = 18;

const COMPUTE = new URL('../demand/forecast.compute.js', import.meta.url);

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

  async forecast(
    { context, centre, ids, seed }: DemoFilling,
    order: { fromOn: LocalDate; days: number; methodId: string },
  ): Promise<void> {
    const queueIds = centre.queues.map(({ id }) => ids.of('queue', id));
    const input = await this.inputs.prepare(context, { ...order, queueIds, seed });
    const halves = [0, 1].map((half) => ({ ...input, queues: input.queues.filter((_, i) => i % 2 === half) }));
    const results = (await Promise.all(halves.map(compute))).flat();
    const { methods, backtest, distributions, days } = rowsOfForecasts(input, results);
    await this.database.withTenant(context, (tx) =>
      this.forecasts.insert(
        tx,
        {
          ...order,
          trainedUntilAt: startOfLocalDay(order.fromOn, centre.sites[0]!.zone),
          methods,
          backtest,
          distributions,
          jobId: null,
          inputHash: hashOfForecastInput(input),
          codeVersion: this.settings.codeVersion,
          parameters: { methodId: order.methodId },
          seed,
          createdBy: context.userId,
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

/** Queues, history, calendar, two forecasts (as made last week and today), a planner's edit, requirements. */
@Injectable()
export class DemoDemandFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly facts: IntervalFactLoader,
    private readonly forecasts: DemoForecasts,
    private readonly requirements: RequirementService,
    private readonly calendar: DemoCalendarFiller,
  ) {}

  async fill(filling: DemoFilling): Promise<void> {
    const { context, centre, ids, thisWeekOn, today, report } = filling;
    await this.database.withTenant(context, async (tx) => {
      await insertRows(tx, { table: 'queues', organisationId: context.organisationId, rows: queueRows(centre, ids) });
      await this.facts.load(tx, factsOf(centre, ids), { source: 'demo', importId: null });
    });
    await this.calendar.fill(filling);
    report('demo centre: forecasting');
    await this.forecasts.forecast(filling, {
      fromOn: addDays(thisWeekOn, -7),
      days: 14,
      methodId: 'day-regression-profile',
    });
    await this.forecasts.forecast(filling, { fromOn: today, days: FORECAST_DAYS, methodId: 'auto' });
    await this.forecasts.edit(filling);
    for (const weekOn of plannedWeeks(thisWeekOn))
      await this.requirements.compute(context, { fromOn: weekOn, days: 7 });
  }
}
