import { Injectable } from '@nestjs/common';
import { insertRows } from '../../platform/database/insert-rows.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { IntervalFactLoader } from '../demand/index.js';
import { RequirementService } from '../staffing/index.js';
import { DemoAccuracyFiller } from './demo-accuracy.filler.js';
import { DemoCalendarFiller } from './demo-calendar.filler.js';
import type { DemoFilling } from './demo-filling.js';
import { DemoForecasts } from './demo-forecasts.js';
import { factsOf, queueRows } from './demo-rows.mapper.js';
import { plannedWeeks } from './demo-weeks.js';

/** Beyond next week, so that the week after has a forecast and nothing else yet. */
const FORECAST_DAYS = 28;

/** Queues, history, calendar, forecasts (as approved each week, and today's), planners' edits, scores, requirements. */
@Injectable()
export class DemoDemandFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly facts: IntervalFactLoader,
    private readonly calendar: DemoCalendarFiller,
    private readonly forecasts: DemoForecasts,
    private readonly accuracy: DemoAccuracyFiller,
    private readonly requirements: RequirementService,
  ) {}

  async fill(filling: DemoFilling): Promise<void> {
    const { context, centre, ids, thisWeekOn, today, report } = filling;
    await this.database.withTenant(context, async (tx) => {
      await insertRows(tx, { table: 'queues', organisationId: context.organisationId, rows: queueRows(centre, ids) });
      await this.facts.load(tx, factsOf(centre, ids), { source: 'demo', importId: null });
    });
    await this.calendar.fill(filling);
    report('demo centre: forecasts of past weeks');
    await this.accuracy.forecastPast(filling);
    report('demo centre: forecasting');
    await this.forecasts.forecast(filling, { fromOn: today, days: FORECAST_DAYS, methodId: 'auto' });
    await this.forecasts.edit(filling);
    report('demo centre: scoring');
    await this.accuracy.score(filling);
    for (const weekOn of plannedWeeks(thisWeekOn))
      await this.requirements.compute(context, { fromOn: weekOn, days: 7 });
  }
}
