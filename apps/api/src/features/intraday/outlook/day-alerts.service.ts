import { Injectable } from '@nestjs/common';
import {
  alertFindings,
  isWorthTelling,
  knownAgents,
  nextAlerts,
  type AlertFinding,
  type QueueOutlook,
} from '@yotei/scheduling/repair';
import { MINUTE_MILLIS } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { PUBLISHED_DAY_TASK } from '../../rosters/index.js';
import { AlertNews } from './alert-news.js';
import { AlertRepository, type AlertRow } from './alerts.repository.js';
import type { DayPicture } from './day-picture.service.js';
import { INTRADAY_TOPIC } from './intraday-events.js';

/** So often the day is looked at while it goes on. */
export const LOOK_MILLIS = 3 * MINUTE_MILLIS;

interface Standing {
  readonly id: string;
  readonly finding: AlertFinding;
  readonly own: number | null;
}

/** Alerts follow each look at the day, whoever looks; open pages and people are told in the same transaction. */
@Injectable()
export class DayAlerts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly alerts: AlertRepository,
    private readonly news: AlertNews,
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
  ) {}

  /** Does nothing when another process has looked later. */
  async bringUpToDate(context: RequestContext, picture: DayPicture, outlooks: readonly QueueOutlook[]): Promise<void> {
    const { on, at } = picture;
    await this.database.withTenant(context, async (tx) => {
      // A look sees to it that the next comes by itself: also where nobody has published since the last start.
      await this.tasks.wake(tx, context, PUBLISHED_DAY_TASK, at + LOOK_MILLIS);
      if (!(await this.alerts.beginLook(tx, at))) return;
      const ofDay = await this.alerts.ofDay(context, on);
      const standing = ofDay.filter(({ clearedAt }) => clearedAt === null);
      const findings = outlooks.flatMap((outlook) => alertFindings(outlook, standing));
      const { raised, kept, cleared } = nextAlerts(standing, findings);
      const now: Standing[] = [];
      for (const finding of raised) now.push({ id: await this.alerts.raise(tx, on, finding, at), finding, own: null });
      const known = new Map(standing.map(({ id, toldAgents }) => [id, toldAgents]));
      for (const { alert, finding } of kept) {
        await this.alerts.update(tx, alert.id, finding);
        now.push({ id: alert.id, finding, own: known.get(alert.id) ?? null });
      }
      const clearedIds = cleared.map(({ id }) => id);
      if (clearedIds.length > 0) await this.alerts.clear(tx, clearedIds, at);
      if (raised.length > 0) await this.alerts.clearBefore(tx, on);
      await this.tell(tx, context, { picture, ofDay, now });
      if (raised.length > 0 || cleared.length > 0 || kept.some(({ told }) => told))
        await this.events.publish(tx, context, { topic: INTRADAY_TOPIC, payload: null });
    });
  }

  private async tell(
    tx: EntityManager,
    context: RequestContext,
    { picture, ofDay, now }: { picture: DayPicture; ofDay: readonly AlertRow[]; now: readonly Standing[] },
  ): Promise<void> {
    const known = now.map((one) => ({
      ...one,
      known: knownAgents(one.finding, { own: one.own, earlier: ofDay, at: picture.at }),
    }));
    const worth = known.filter((one) => isWorthTelling(one.finding, one.known));
    if (worth.length > 0) await this.news.tell(tx, context, { picture, alerts: worth });
    for (const { id, finding } of worth) await this.alerts.told(tx, id, finding.agents);
    // What was told of an alert that came back stays known under the new id.
    for (const one of known)
      if (one.own === null && one.known !== null && !worth.includes(one)) await this.alerts.told(tx, one.id, one.known);
  }
}
