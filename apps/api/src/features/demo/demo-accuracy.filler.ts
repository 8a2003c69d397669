import { Injectable } from '@nestjs/common';
import { addDays, instantOfLocal, type LocalDate } from '@yotei/time';
import { ForecastApprovalService, ForecastLayersService } from '../demand/index.js';
import type { DemoFilling } from './demo-filling.js';
import { DemoForecasts } from './demo-forecasts.js';
import { DemoScoringFiller } from './demo-scoring.filler.js';

/** Past weeks with a forecast of their own, and the history before them a method needs. */
const PAST_WEEKS = 4;
const WEEKS_BEFORE = 6;
/** So far that every day of the later weeks has a forecast made four weeks ahead, and no week is forecast that nobody plans yet. */
const horizonDays = (weeksAgo: number): number => Math.min(35, 14 + 7 * weeksAgo);

/** What a planner changed in past weeks: by weeks ago, weekday (0 = Monday), hours and percent. */
const PAST_EDITS = [
  { weeksAgo: 2, weekday: 1, fromHour: 10, untilHour: 16, percent: 8, reason: '料金改定のお知らせを発送' },
  { weeksAgo: 3, weekday: 0, fromHour: 9, untilHour: 12, percent: -6, reason: '前週に問い合わせが前倒しで到着' },
] as const;

/** Forecasts of past weeks as a planner made and approved them each Friday. */
@Injectable()
export class DemoAccuracyFiller {
  constructor(
    private readonly forecasts: DemoForecasts,
    private readonly layers: ForecastLayersService,
    private readonly approvals: ForecastApprovalService,
    private readonly scoring: DemoScoringFiller,
  ) {}

  /** The week under way included, so that its days are scored as they come. */
  async forecastPast(filling: DemoFilling): Promise<void> {
    const { context, centre, thisWeekOn, historyWeeks } = filling;
    const { zone } = centre.sites[0]!;
    const most = Math.max(1, Math.min(PAST_WEEKS, historyWeeks - WEEKS_BEFORE));
    const orders = Array.from({ length: most + 1 }, (_, i) => {
      const weeksAgo = most - i;
      const fromOn = addDays(thisWeekOn, -7 * weeksAgo);
      return {
        fromOn,
        days: horizonDays(weeksAgo),
        methodId: 'day-regression-profile',
        knownUntilOn: addDays(fromOn, -4),
        createdAt: instantOfLocal(addDays(fromOn, -3), 15 * 60, zone),
      };
    });
    await this.forecasts.forecastEach(filling, orders, async ({ fromOn }) => {
      await this.edit(filling, fromOn);
      const approvedAt = instantOfLocal(addDays(fromOn, -3), 16 * 60, zone);
      const note = '週次会議で確認';
      await this.approvals.approve(context, { queueIds: null, forecastId: null, fromOn, days: 7, note, approvedAt });
    });
  }

  private async edit({ context, centre, ids, thisWeekOn }: DemoFilling, weekOn: LocalDate): Promise<void> {
    const { zone } = centre.sites[0]!;
    for (const edit of PAST_EDITS.filter(({ weeksAgo }) => addDays(thisWeekOn, -7 * weeksAgo) === weekOn)) {
      const on = addDays(weekOn, edit.weekday);
      await this.layers.add(context, {
        queueId: ids.of('queue', centre.queues[0]!.id),
        reason: edit.reason,
        layers: [
          {
            measure: 'contacts',
            operation: 'percent',
            value: edit.percent,
            startAt: instantOfLocal(on, edit.fromHour * 60, zone),
            endAt: instantOfLocal(on, edit.untilHour * 60, zone),
          },
        ],
      });
    }
  }

  /** Once all forecasts are there. */
  score(filling: DemoFilling): Promise<void> {
    return this.scoring.fill(filling, PAST_WEEKS);
  }
}
