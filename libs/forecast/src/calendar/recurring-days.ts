import { addDays, dateOfEpochDay, epochDay, weekdayOf, type LocalDate } from '@yotei/time';
import type { CalendarEvent, EventEffect } from './calendar-event.js';

/**
 * A day that comes every month: a day of the month (31 = the last), moved off days without business as told; or the n-th
 * business day, counted from the end when negative (−1 = the last).
 */
export type MonthlyRule =
  | { readonly kind: 'day-of-month'; readonly day: number; readonly closedDays: 'before' | 'after' | 'stay' }
  | { readonly kind: 'business-day'; readonly nth: number };

/** Pay-days, billing cycles and the like: every month by a rule, over some days, with an effect of their own. */
export interface RecurringDay {
  readonly title: string;
  readonly rule: MonthlyRule;
  /** Days from the named one on that feel it, 1 to 28. */
  readonly lastsDays: number;
  readonly effect: EventEffect;
}

export interface RecurringRange {
  readonly fromOn: LocalDate;
  /** Included. */
  readonly untilOn: LocalDate;
  /** Whether that date has no business: weekends, holidays. */
  readonly isClosed: (on: LocalDate) => boolean;
}

/** The events a recurring day makes in a range, those that only reach into it included. Refuses impossible rules. */
export function recurringEvents(recurring: RecurringDay, range: RecurringRange): CalendarEvent[] {
  refuseImpossible(recurring);
  const { title, rule, lastsDays, effect } = recurring;
  const events: CalendarEvent[] = [];
  const first = addDays(range.fromOn, -62);
  for (let month = monthStart(first); month <= range.untilOn; month = nextMonth(month)) {
    const on = rule.kind === 'business-day' ? nthBusinessDay(month, rule.nth, range) : dayOfMonth(month, rule, range);
    if (on === null) continue;
    const untilOn = addDays(on, lastsDays - 1);
    if (untilOn >= range.fromOn && on <= range.untilOn)
      events.push({ fromOn: on, untilOn, kind: 'other', title, effect });
  }
  return events;
}

function refuseImpossible({ rule, lastsDays, title }: RecurringDay): void {
  if (!(Number.isInteger(lastsDays) && lastsDays >= 1 && lastsDays <= 28))
    throw new RangeError(`lastsDays (${lastsDays}) of "${title}" must lie in 1..28; use 1 for a single day`);
  if (rule.kind === 'day-of-month' && !(Number.isInteger(rule.day) && rule.day >= 1 && rule.day <= 31))
    throw new RangeError(`day (${rule.day}) of "${title}" must lie in 1..31; use 31 for the last of the month`);
  if (rule.kind === 'business-day' && !(Number.isInteger(rule.nth) && rule.nth !== 0 && Math.abs(rule.nth) <= 20))
    throw new RangeError(`nth (${rule.nth}) of "${title}" must lie in 1..20 or -20..-1; use -1 for the last`);
}

function dayOfMonth(
  month: LocalDate,
  { day, closedDays }: Extract<MonthlyRule, { kind: 'day-of-month' }>,
  { isClosed }: RecurringRange,
): LocalDate {
  const lastDay = epochDay(nextMonth(month)) - 1;
  let on = dateOfEpochDay(Math.min(epochDay(month) + day - 1, lastDay));
  const step = closedDays === 'before' ? -1 : 1;
  // A fortnight without any business day is no month with a pay-day; the date then stays.
  for (let moved = 0; closedDays !== 'stay' && moved < 14; moved++) {
    if (!isClosed(on)) return on;
    on = addDays(on, step);
  }
  return dateOfEpochDay(Math.min(epochDay(month) + day - 1, lastDay));
}

function nthBusinessDay(month: LocalDate, nth: number, { isClosed }: RecurringRange): LocalDate | null {
  const next = nextMonth(month);
  let left = Math.abs(nth);
  for (let on = nth > 0 ? month : addDays(next, -1); on >= month && on < next; on = addDays(on, nth > 0 ? 1 : -1))
    if (!isClosed(on) && --left === 0) return on;
  return null;
}

/** What a bridge day is named as an event: a working day between two days without business. */
export const BRIDGE_DAY = 'bridge day';

/** Single business days between days without business, the day after a Thursday holiday for one. */
export function bridgeDays(range: RecurringRange, holidays: ReadonlySet<LocalDate>): LocalDate[] {
  const found: LocalDate[] = [];
  for (let on = range.fromOn; on <= range.untilOn; on = addDays(on, 1)) {
    const [before, after] = [addDays(on, -1), addDays(on, 1)];
    if (range.isClosed(on) || !range.isClosed(before) || !range.isClosed(after)) continue;
    if (holidays.has(before) || holidays.has(after)) found.push(on);
  }
  return found;
}

/** Saturdays and Sundays. */
export const isWeekend = (on: LocalDate): boolean => weekdayOf(on) > 5;

function monthStart(on: LocalDate): LocalDate {
  return `${on.slice(0, 8)}01`;
}

function nextMonth(month: LocalDate): LocalDate {
  return monthStart(addDays(monthStart(month), 31));
}
