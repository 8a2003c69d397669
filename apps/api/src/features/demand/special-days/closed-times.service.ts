import { Injectable } from '@nestjs/common';
import { closedSpans, type OpenSpan } from '@yotei/forecast';
import type { Interval, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { SiteHoursService } from '../../organisation/index.js';
import { QueueCalendarService, type DateRange, type SiteHoliday } from './queue-calendar.service.js';

export interface SiteClosedTime {
  readonly siteId: string;
  readonly spans: readonly Interval[];
}

/** When nobody is expected at a site: outside its hours, on its closed dates and holidays. */
@Injectable()
export class ClosedTimesService {
  constructor(
    private readonly sites: SiteHoursService,
    private readonly calendars: QueueCalendarService,
  ) {}

  async between(context: RequestContext, range: DateRange): Promise<SiteClosedTime[]> {
    const found: SiteClosedTime[] = [];
    for (const { siteId, zone, hours } of await this.sites.all(context)) {
      const holidays = await this.calendars.holidays(context, siteId, range);
      const exceptions = new Map([
        ...holidays.flatMap(hoursOfHoliday),
        ...hours.dates.map(({ on, spans }) => [on, spans] as const),
      ]);
      const opening = { exceptions, ...(hours.weekly ? { weekly: hours.weekly } : {}) };
      found.push({ siteId, spans: closedSpans(opening, range, zone) });
    }
    return found;
  }
}

function hoursOfHoliday({ on, treatment, fromMinute, untilMinute }: SiteHoliday): (readonly [LocalDate, OpenSpan[]])[] {
  if (treatment === 'closed') return [[on, []]];
  if (treatment !== 'own_hours' || fromMinute === null || untilMinute === null) return [];
  return [[on, [{ fromMinute, untilMinute }]]];
}
