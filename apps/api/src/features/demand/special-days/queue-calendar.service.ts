import { Injectable } from '@nestjs/common';
import {
  BRIDGE_DAY,
  bridgeDays,
  isWeekend,
  recurringEvents,
  type CalendarEvent,
  type EventEffect,
  type OpenSpan,
} from '@yotei/forecast';
import { publicHolidays, type PublicHoliday } from '@yotei/forecast/holidays';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { SiteHoursService, type OpeningDate } from '../../organisation/index.js';
import { CalendarEventRepository, type CalendarEventRecord } from '../calendar-events.repository.js';
import type { QueueRecord } from '../queue-directory.js';
import {
  SpecialDaysRepository,
  type HolidayChoiceRecord,
  type HolidayTreatmentId,
  type RecurringDayRecord,
} from './special-days.repository.js';

/** A holiday with what the site made of it. */
export interface SiteHoliday extends PublicHoliday {
  readonly treatment: HolidayTreatmentId;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly hasOwnName: boolean;
  /** 0 = nothing was chosen. */
  readonly version: number;
}

/** What the forecaster must know of a queue's days. */
export interface QueueCalendar {
  readonly events: readonly CalendarEvent[];
  /** Hours of single dates. */
  readonly openingExceptions: readonly (readonly [LocalDate, readonly OpenSpan[]])[];
  /** The site's usual hours; null where nobody said them. */
  readonly weekly: readonly { readonly weekday: number; readonly spans: readonly OpenSpan[] }[] | null;
}

export interface DateRange {
  readonly fromOn: LocalDate;
  /** Included. */
  readonly untilOn: LocalDate;
}

/** Holidays, events and monthly days of a site or queue, ready for the forecast library. */
@Injectable()
export class QueueCalendarService {
  constructor(
    private readonly special: SpecialDaysRepository,
    private readonly events: CalendarEventRepository,
    private readonly sites: SiteHoursService,
  ) {}

  /** Holidays of the site's calendar with the choices made; none without a calendar. */
  async holidays(context: RequestContext, siteId: string, range: DateRange): Promise<SiteHoliday[]> {
    const calendar = await this.special.calendar(context, siteId);
    if (!calendar) return [];
    const choices = new Map((await this.special.choices(context, siteId)).map((choice) => [choice.key, choice]));
    return publicHolidays(calendar, range.fromOn, range.untilOn).map((day) => chosen(day, choices.get(day.key)));
  }

  async ofQueue(context: RequestContext, queue: QueueRecord, range: DateRange): Promise<QueueCalendar> {
    const { weekly, dates } = await this.sites.ofSite(context, queue.siteId);
    const given = dates.filter(({ on }) => on >= range.fromOn && on <= range.untilOn);
    const openOn = new Set(given.filter(({ spans }) => spans.length > 0).map(({ on }) => on));
    const holidays = (await this.holidays(context, queue.siteId, range)).map((day) =>
      day.treatment === 'closed' && openOn.has(day.on) ? { ...day, treatment: 'open' as const } : day,
    );
    const rows = await this.events.between(context, [queue.id], range);
    const recurring = (await this.special.recurring(context)).filter(
      ({ queueIds }) => queueIds === null || queueIds.includes(queue.id),
    );
    return {
      events: [
        ...rows.map(eventOfRecord),
        ...holidays.flatMap(eventsOfHoliday),
        ...recurring.flatMap((day) => monthlyEvents(day, range, holidays)),
        ...bridgesOf(range, holidays),
        ...given.flatMap(closedEvents),
      ],
      // The last word on a date is the site's own.
      openingExceptions: [
        ...holidays.flatMap(({ on, treatment, fromMinute, untilMinute }) =>
          treatment === 'own_hours' && fromMinute !== null && untilMinute !== null
            ? [[on, [{ fromMinute, untilMinute }]] as const]
            : [],
        ),
        ...given.map(({ on, spans }) => [on, spans] as const),
      ],
      weekly,
    };
  }

  /** Events and holidays a chart shows for the queue. */
  async shown(context: RequestContext, queue: QueueRecord, range: DateRange): Promise<CalendarEventRecord[]> {
    const rows = await this.events.between(context, [queue.id], range);
    const holidays = (await this.holidays(context, queue.siteId, range)).filter(
      ({ treatment }) => treatment !== 'ignored',
    );
    const { dates } = await this.sites.ofSite(context, queue.siteId);
    return [
      ...rows,
      ...dates
        .filter(({ on, spans }) => spans.length === 0 && on >= range.fromOn && on <= range.untilOn)
        .map(({ on, title }): CalendarEventRecord => ({
          id: `closed ${on}`,
          kind: 'closed',
          title,
          fromOn: on,
          untilOn: on,
          queueIds: null,
        })),
      ...holidays.map(({ on, key, name, treatment }): CalendarEventRecord => ({
        id: `holiday ${on} ${key}`,
        kind: treatment === 'closed' ? 'closed' : 'holiday',
        title: name.local,
        fromOn: on,
        untilOn: on,
        queueIds: null,
      })),
    ].sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0));
  }
}

/** Bank holidays are nothing to a contact centre unless it says so. */
function chosen(day: PublicHoliday, choice: HolidayChoiceRecord | undefined): SiteHoliday {
  const { nameEn = null, nameJa = null } = choice ?? {};
  return {
    ...day,
    name: { en: nameEn ?? day.name.en, ja: nameJa ?? day.name.ja, local: nameJa ?? nameEn ?? day.name.local },
    hasOwnName: nameEn !== null || nameJa !== null,
    treatment: choice?.treatment ?? (day.type === 'public' ? 'as_before' : 'ignored'),
    fromMinute: choice?.fromMinute ?? null,
    untilMinute: choice?.untilMinute ?? null,
    version: choice?.version ?? 0,
  };
}

/** A date without hours is closed, in the past too: nothing is learnt from it. */
const closedEvents = ({ on, title, spans }: OpeningDate): CalendarEvent[] =>
  spans.length === 0 ? [{ fromOn: on, untilOn: on, kind: 'closed', title }] : [];

/** A holiday with a treatment of its own is named by its rule, so that past and future years are one event. */
export function eventsOfHoliday({ on, key, name, treatment }: SiteHoliday): CalendarEvent[] {
  const day = { fromOn: on, untilOn: on };
  switch (treatment) {
    case 'ignored':
      return [];
    case 'closed':
      return [{ ...day, kind: 'closed', title: name.local }];
    case 'as_before':
      return [{ ...day, kind: 'holiday', title: name.local }];
    case 'open':
    case 'own_hours':
      return [{ ...day, kind: 'holiday', title: key, effect: { kind: 'learned' } }];
  }
}

export function eventOfRecord(record: CalendarEventRecord): CalendarEvent {
  const { fromOn, untilOn, kind, title } = record;
  const effect = effectOf(record);
  return { fromOn, untilOn, kind, title, ...(effect ? { effect } : {}) };
}

function effectOf({ kind, effect, effectFraction, halfLifeDays }: CalendarEventRecord): EventEffect | null {
  if (kind === 'closed' || kind === 'outage') return null;
  const how = effect ?? (kind === 'holiday' ? 'by_kind' : 'learned');
  if (how === 'by_kind') return null;
  return effectOfSettings(how === 'given' ? (effectFraction ?? 0) : null, halfLifeDays ?? null);
}

function effectOfSettings(fraction: number | null, halfLifeDays: number | null): EventEffect {
  const ramp = halfLifeDays === null ? {} : { ramp: { kind: 'decay', halfLifeDays } as const };
  return fraction === null ? { kind: 'learned', ...ramp } : { kind: 'given', fraction, ...ramp };
}

/** Pay-days go by the banks: weekends and public holidays are no business days, whatever the centre does on them. */
export function monthlyEvents(
  { title, rule, lastsDays, effectFraction, halfLifeDays }: RecurringDayRecord,
  range: DateRange,
  holidays: readonly PublicHoliday[],
): CalendarEvent[] {
  const effect = effectOfSettings(effectFraction, halfLifeDays);
  return recurringEvents({ title, rule, lastsDays, effect }, { ...range, isClosed: closedFor(holidays) });
}

function bridgesOf(range: DateRange, holidays: readonly SiteHoliday[]): CalendarEvent[] {
  const kept = holidays.filter(({ type, treatment }) => type === 'public' && treatment !== 'ignored');
  return bridgeDays({ ...range, isClosed: closedFor(kept) }, new Set(kept.map(({ on }) => on))).map((on) => ({
    fromOn: on,
    untilOn: on,
    kind: 'other',
    title: BRIDGE_DAY,
    effect: { kind: 'learned', unasked: true },
  }));
}

function closedFor(holidays: readonly PublicHoliday[]): (on: LocalDate) => boolean {
  const days = new Set(holidays.filter(({ type }) => type === 'public').map(({ on }) => on));
  return (on) => isWeekend(on) || days.has(on);
}

/** The range as first day and number of days. */
export const rangeOfDays = (fromOn: LocalDate, days: number): DateRange => ({
  fromOn,
  untilOn: addDays(fromOn, days - 1),
});
