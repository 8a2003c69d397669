import { Injectable } from '@nestjs/common';
import { publicHolidays } from '@yotei/forecast/holidays';
import { addDays } from '@yotei/time';
import { CalendarEventRepository, SpecialDaysRepository } from '../demand/index.js';
import type { DemoFilling } from './demo-filling.js';

/** The id of a holiday among the demo centre's events starts so. */
const HOLIDAY = 'holiday-';

/**
 * The demo centre's calendar: holidays by the country of each site, closed or open as the site keeps them, and the campaign
 * as an event. The outage is left for the planner to find among the odd stretches of history.
 */
@Injectable()
export class DemoCalendarFiller {
  constructor(
    private readonly events: CalendarEventRepository,
    private readonly special: SpecialDaysRepository,
  ) {}

  async fill(filling: DemoFilling): Promise<void> {
    const { context, centre, ids } = filling;
    for (const { id, kind, title, fromOn, untilOn, queueIds } of centre.events) {
      if (kind === 'outage' || id.startsWith(HOLIDAY)) continue;
      const queues = queueIds.map((queue) => ids.of('queue', queue));
      await this.events.insert(context, { kind, title, fromOn, untilOn, queueIds: queues });
    }
    for (const site of centre.sites) await this.fillHolidays(filling, site);
  }

  private async fillHolidays(
    { context, centre, ids }: DemoFilling,
    { id, country }: { id: string; country: string },
  ): Promise<void> {
    const siteId = ids.of('site', id);
    await this.special.saveCalendar(context, { siteId, country, state: null, region: null, version: 0 });
    const own = centre.events.filter((event) => event.id.startsWith(`${HOLIDAY}${id}-`));
    if (own.length === 0) return;
    const [firstOn] = own.map(({ fromOn }) => fromOn).sort();
    const years = publicHolidays({ country }, firstOn!, addDays(firstOn!, 730));
    const known = years.filter(({ type }) => type === 'public');
    const none = { fromMinute: null, untilMinute: null, nameEn: null, nameJa: null, version: 0 };
    for (const key of new Set(known.map((holiday) => holiday.key))) {
      const treatment = own.some(({ kind }) => kind === 'closed') ? 'closed' : 'open';
      await this.special.saveChoice(context, siteId, { key, treatment, ...none });
    }
  }
}
