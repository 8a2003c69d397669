import { Injectable } from '@nestjs/common';
import { addDays, instantOfLocal } from '@yotei/time';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import {
  ForecastApprovalService,
  ForecastLayersService,
  ForecastScoreRepository,
  QueueDirectory,
  ScoreInputService,
  type NewScore,
  type QueueToScore,
} from '../demand/index.js';
import type { DemoFilling } from './demo-filling.js';
import { DemoForecasts } from './demo-forecasts.js';

/** Past weeks with a forecast of their own, and the history before them a method needs. */
const PAST_WEEKS = 9;
const WEEKS_BEFORE = 6;
/** So far that every day of the later weeks has a forecast made four weeks ahead, and no week is forecast that nobody plans yet. */
const horizonDays = (weeksAgo: number): number => Math.min(35, 14 + 7 * weeksAgo);

/** What a planner changed in past weeks: by weeks ago, weekday (0 = Monday), hours and percent. */
const PAST_EDITS = [
  { weeksAgo: 2, weekday: 1, fromHour: 10, untilHour: 16, percent: 8, reason: '料金改定のお知らせを発送' },
  { weeksAgo: 3, weekday: 0, fromHour: 9, untilHour: 12, percent: -6, reason: '前週に問い合わせが前倒しで到着' },
] as const;

const SCORE = new URL('../demand/accuracy/score.compute.js', import.meta.url);

/** Forecasts of past weeks as a planner made and approved them each Friday, scored against what came. */
@Injectable()
export class DemoAccuracyFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly forecasts: DemoForecasts,
    private readonly layers: ForecastLayersService,
    private readonly approvals: ForecastApprovalService,
    private readonly queues: QueueDirectory,
    private readonly inputs: ScoreInputService,
    private readonly scores: ForecastScoreRepository,
  ) {}

  /** The week under way included, so that its days are scored as they come. */
  async forecastPast(filling: DemoFilling): Promise<void> {
    const { context, centre, thisWeekOn, historyWeeks } = filling;
    const { zone } = centre.sites[0]!;
    for (let weeksAgo = Math.max(1, Math.min(PAST_WEEKS, historyWeeks - WEEKS_BEFORE)); weeksAgo >= 0; weeksAgo -= 1) {
      const fromOn = addDays(thisWeekOn, -7 * weeksAgo);
      const fridayOn = addDays(fromOn, -3);
      await this.forecasts.forecast(filling, {
        fromOn,
        days: horizonDays(weeksAgo),
        methodId: 'day-regression-profile',
        knownUntilOn: addDays(fridayOn, -1),
        createdAt: instantOfLocal(fridayOn, 15 * 60, zone),
      });
      await this.edit(filling, weeksAgo);
      const note = weeksAgo % 4 === 0 ? '月次の見直し済み' : '';
      const approvedAt = instantOfLocal(fridayOn, 16 * 60, zone);
      await this.approvals.approve(context, { queueIds: null, forecastId: null, fromOn, days: 7, note, approvedAt });
    }
  }

  private async edit({ context, centre, ids, thisWeekOn }: DemoFilling, weeksAgo: number): Promise<void> {
    const { zone } = centre.sites[0]!;
    for (const edit of PAST_EDITS.filter((one) => one.weeksAgo === weeksAgo)) {
      const on = addDays(thisWeekOn, -7 * weeksAgo + edit.weekday);
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

  /** As the scoring job does when actuals arrive. */
  async score({ context, thisWeekOn, today }: DemoFilling): Promise<void> {
    const days = 7 * PAST_WEEKS + 7;
    const dates = Array.from({ length: days }, (_, i) => addDays(thisWeekOn, i - 7 * PAST_WEEKS)).filter(
      (on) => on <= today,
    );
    const input: QueueToScore[] = [];
    for (const queue of await this.queues.all(context)) {
      const one = await this.inputs.of(context, queue, dates);
      if (one) input.push(one);
    }
    const scored = await runInThread<NewScore[]>({
      module: SCORE,
      input,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await this.database.withTenant(context, (tx) => this.scores.replace(tx, [], scored));
  }
}
