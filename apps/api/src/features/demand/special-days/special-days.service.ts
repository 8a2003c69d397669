import { Injectable } from '@nestjs/common';
import { recurringEvents } from '@yotei/forecast';
import { isHolidayPlace } from '@yotei/forecast/holidays';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import {
  CalendarEventRepository,
  type CalendarEventRecord,
  type NewCalendarEvent,
} from '../calendar-events.repository.js';
import { QueueDirectory } from '../queue-directory.js';
import { monthlyEvents, QueueCalendarService, type DateRange, type SiteHoliday } from './queue-calendar.service.js';
import {
  SpecialDaysRepository,
  type HolidayCalendarRecord,
  type HolidayChoiceRecord,
  type RecurringDayRecord,
} from './special-days.repository.js';

export interface ShownDays extends DateRange {
  readonly siteId: string;
}

export interface SpecialDaysView extends ShownDays {
  /** The site's own country, to begin with. */
  readonly siteCountry: string | null;
  readonly calendar: HolidayCalendarRecord | null;
  readonly holidays: readonly SiteHoliday[];
  readonly events: readonly CalendarEventRecord[];
  readonly recurring: readonly (RecurringDayRecord & { readonly dates: readonly LocalDate[] })[];
}

export type SpecialDaysOutcome =
  | { readonly kind: 'changed' | 'edited-meanwhile'; readonly view: SpecialDaysView }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

type Change = { readonly id: string; readonly version: number } | null;

const LONGEST_TITLE = 120;
export const LONGEST_RANGE_DAYS = 1_500;

/** Holidays, events and monthly days of a site: shown, chosen, added, changed, removed. */
@Injectable()
export class SpecialDaysService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly special: SpecialDaysRepository,
    private readonly events: CalendarEventRepository,
    private readonly calendars: QueueCalendarService,
    private readonly queues: QueueDirectory,
  ) {}

  /** Null without such a site. */
  async view(context: RequestContext, shown: ShownDays): Promise<SpecialDaysView | null> {
    const { siteId, fromOn, untilOn } = shown;
    const [site] = await this.database.read<{ country: string | null }>(
      context,
      'select country from sites where id = $1',
      [siteId],
    );
    if (!site) return null;
    const holidays = await this.calendars.holidays(context, siteId, shown);
    const queueIds = (await this.queues.all(context)).filter((queue) => queue.siteId === siteId).map(({ id }) => id);
    const recurring = await this.special.recurring(context);
    return {
      siteId,
      fromOn,
      untilOn,
      siteCountry: site.country,
      calendar: await this.special.calendar(context, siteId),
      holidays,
      events: await this.events.between(context, queueIds, shown),
      recurring: recurring.map((day) => ({
        ...day,
        dates: monthlyEvents(day, shown, holidays).map((event) => event.fromOn),
      })),
    };
  }

  async saveCalendar(
    context: RequestContext,
    shown: ShownDays,
    calendar: Omit<HolidayCalendarRecord, 'siteId'>,
  ): Promise<SpecialDaysOutcome> {
    if (!isHolidayPlace(calendar))
      return { kind: 'invalid', path: 'country', message: 'no holidays are known of that place' };
    return this.change(context, shown, () => this.special.saveCalendar(context, { ...calendar, siteId: shown.siteId }));
  }

  async saveChoice(
    context: RequestContext,
    shown: ShownDays,
    choice: HolidayChoiceRecord,
  ): Promise<SpecialDaysOutcome> {
    const { treatment, fromMinute, untilMinute } = choice;
    const own = treatment === 'own_hours';
    if (
      own &&
      !(
        fromMinute !== null &&
        untilMinute !== null &&
        fromMinute >= 0 &&
        fromMinute < untilMinute &&
        untilMinute <= 1440
      )
    )
      return { kind: 'invalid', path: 'untilMinute', message: 'the hours must end after they start, within the day' };
    const kept = own ? choice : { ...choice, fromMinute: null, untilMinute: null };
    return this.change(context, shown, () => this.special.saveChoice(context, shown.siteId, kept));
  }

  async saveEvent(
    context: RequestContext,
    shown: ShownDays,
    { event, change }: { event: NewCalendarEvent; change: Change },
  ): Promise<SpecialDaysOutcome> {
    const fault = (await this.faultOfQueues(context, event.queueIds)) ?? faultOfEvent(event);
    if (fault) return { kind: 'invalid', ...fault };
    const trimmed = { ...event, title: event.title.trim() };
    return this.change(context, shown, async () =>
      change
        ? (await this.events.update(context, change, trimmed)) !== null
        : Boolean(await this.events.insert(context, trimmed)),
    );
  }

  async removeEvent(
    context: RequestContext,
    shown: ShownDays,
    event: NonNullable<Change>,
  ): Promise<SpecialDaysOutcome> {
    return this.change(context, shown, () => this.events.delete(context, event));
  }

  async saveRecurring(
    context: RequestContext,
    shown: ShownDays,
    { day, change }: { day: Omit<RecurringDayRecord, 'id' | 'version'>; change: Change },
  ): Promise<SpecialDaysOutcome> {
    const fault = (await this.faultOfQueues(context, day.queueIds)) ?? faultOfRecurring(day);
    if (fault) return { kind: 'invalid', ...fault };
    const trimmed = { ...day, title: day.title.trim() };
    return this.change(context, shown, async () => {
      if (change) return this.special.updateRecurring(context, change, trimmed);
      await this.special.insertRecurring(context, trimmed);
      return true;
    });
  }

  async removeRecurring(
    context: RequestContext,
    shown: ShownDays,
    day: NonNullable<Change>,
  ): Promise<SpecialDaysOutcome> {
    return this.change(context, shown, () => this.special.deleteRecurring(context, day));
  }

  /** A write and the state after it; what was written on an old version tells the newer state instead. */
  private async change(
    context: RequestContext,
    shown: ShownDays,
    write: () => Promise<boolean>,
  ): Promise<SpecialDaysOutcome> {
    return this.database.withTenant(context, async () => {
      if (!(await this.view(context, shown))) return { kind: 'not-found' as const, what: 'site' };
      const done = await write();
      const view = (await this.view(context, shown))!;
      return { kind: done ? ('changed' as const) : ('edited-meanwhile' as const), view };
    });
  }

  private async faultOfQueues(context: RequestContext, queueIds: readonly string[] | null) {
    if (!queueIds) return null;
    const known = await this.queues.some(context, queueIds);
    return queueIds.length === 0 || known.length < queueIds.length
      ? { path: 'queueIds', message: 'no such queue' }
      : null;
  }
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function faultOfEvent({
  title,
  fromOn,
  untilOn,
  effect,
  effectFraction,
  halfLifeDays,
}: NewCalendarEvent): Fault | null {
  if (untilOn < fromOn) return { path: 'untilOn', message: 'the last day must not be before the first' };
  if (effect === 'given' && effectFraction == null) return { path: 'effectFraction', message: 'say by how much' };
  return faultOfText(title) ?? faultOfEffect(effectFraction ?? null, halfLifeDays ?? null);
}

function faultOfRecurring(day: Omit<RecurringDayRecord, 'id' | 'version'>): Fault | null {
  const { title, rule, lastsDays, effectFraction, halfLifeDays } = day;
  try {
    const range = { fromOn: '2026-01-01', untilOn: '2026-01-31', isClosed: () => false };
    recurringEvents({ title, rule, lastsDays, effect: { kind: 'learned' } }, range);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { path: error.message.startsWith('lastsDays') ? 'lastsDays' : 'rule', message: error.message };
  }
  return faultOfText(title) ?? faultOfEffect(effectFraction, halfLifeDays);
}

function faultOfText(title: string): Fault | null {
  const length = title.trim().length;
  return length === 0 || length > LONGEST_TITLE
    ? { path: 'title', message: `title must have 1..${LONGEST_TITLE} characters` }
    : null;
}

function faultOfEffect(fraction: number | null, halfLifeDays: number | null): Fault | null {
  if (fraction !== null && !(fraction > -1 && fraction <= 20))
    return { path: 'effectFraction', message: 'an effect takes away less than everything and adds at most 20 times' };
  return halfLifeDays !== null && !(halfLifeDays > 0 && halfLifeDays <= 365)
    ? { path: 'halfLifeDays', message: 'an effect halves in more than 0 and at most 365 days' }
    : null;
}
