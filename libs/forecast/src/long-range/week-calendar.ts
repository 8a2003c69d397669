import { hasEvent, type EventsByDay } from '../calendar/calendar-event.js';
import type { TrainingDay, TrainingView } from '../series/training-view.js';

/** Weeks that say how a week is spread over its days. */
const RECENT_WEEKS = 52;
/** Days of evidence that a holiday brings what its weekday brings. */
const USUAL_HOLIDAY_EVIDENCE = 1;
/** A week of which less is there says too little of its level. */
const LEAST_EXPOSURE = 0.35;

/** A week of the past: contacts and the part of a usual week in which they came. */
export interface PastWeek {
  /** Weeks before the first forecast week: -1 is the last one. */
  readonly week: number;
  readonly contacts: number;
  /** 1 = a usual week; a holiday or a missing day makes it less. */
  readonly exposure: number;
}

/** How much of a usual week a week is, by its working days and holidays. */
export interface WeekCalendar {
  readonly past: readonly PastWeek[];
  /** Part of a usual week in the seven days from that day; 0 when closed throughout. */
  exposureFrom(day: number): number;
  /** Part of a usual week on one day, 0 when closed. */
  dayWeight(day: number): number;
}

/**
 * Weeks counted back from `fromDay`, and the calendar of those ahead. A day's weight is its weekday's share of recent
 * weeks without events; a holiday that is not closed weighs what past holidays brought, drawn to a usual day.
 */
export function weekCalendar(view: TrainingView, events: EventsByDay, fromDay: number): WeekCalendar {
  const shares = weekdayShares(view.days, events, fromDay);
  const holiday = holidayEffect(view.days, events, shares);
  const dayWeight = (day: number): number => {
    if (view.calendar.closes(day)) return 0;
    const share = shares[weekdayOfDay(day)]!;
    return hasEvent(events, day, 'holiday') ? share * holiday : share;
  };
  const weeks = new Map<number, { contacts: number; exposure: number }>();
  for (const { day, total } of view.days) {
    if (day >= fromDay) continue;
    const week = Math.floor((day - fromDay) / 7);
    const sums = weeks.get(week) ?? { contacts: 0, exposure: 0 };
    weeks.set(week, { contacts: sums.contacts + total, exposure: sums.exposure + dayWeight(day) });
  }
  return {
    past: [...weeks]
      .map(([week, sums]) => ({ week, ...sums }))
      .filter(({ exposure }) => exposure >= LEAST_EXPOSURE)
      .sort((a, b) => a.week - b.week),
    dayWeight,
    exposureFrom: (day) => [0, 1, 2, 3, 4, 5, 6].reduce((sum, offset) => sum + dayWeight(day + offset), 0),
  };
}

export const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Share of a usual week by weekday (index 1..7), summing to 1. The highest and the lowest tenth of the days say nothing. */
function weekdayShares(days: readonly TrainingDay[], events: EventsByDay, fromDay: number): Float64Array {
  const recent = days.filter(({ day }) => day >= fromDay - 7 * RECENT_WEEKS && !events.has(day));
  const means = Float64Array.from({ length: 8 }, (_, weekday) => {
    const totals = recent
      .filter((day) => day.weekday === weekday)
      .map(({ total }) => total)
      .sort((a, b) => a - b);
    const cut = Math.ceil(totals.length > 4 ? totals.length / 10 : 0);
    const kept = totals.slice(cut, totals.length - cut);
    return kept.length > 0 ? kept.reduce((sum, total) => sum + total, 0) / kept.length : 0;
  });
  const all = means.reduce((sum, value) => sum + value, 0);
  return means.map((value) => (all > 0 ? value / all : 0));
}

/** What an open holiday brings against its weekday, among the days of its own week. */
function holidayEffect(days: readonly TrainingDay[], events: EventsByDay, shares: Float64Array): number {
  const byWeek = new Map<number, { contacts: number; share: number }>();
  const weekOf = (day: number) => Math.floor((day + 3) / 7);
  for (const { day, weekday, total } of days) {
    if (events.has(day)) continue;
    const sums = byWeek.get(weekOf(day)) ?? { contacts: 0, share: 0 };
    byWeek.set(weekOf(day), { contacts: sums.contacts + total, share: sums.share + shares[weekday]! });
  }
  let came = USUAL_HOLIDAY_EVIDENCE;
  let usual = USUAL_HOLIDAY_EVIDENCE;
  for (const { day, weekday, total } of days) {
    const week = byWeek.get(weekOf(day));
    if (!hasEvent(events, day, 'holiday') || !week || week.share < LEAST_EXPOSURE) continue;
    const expected = (week.contacts / week.share) * shares[weekday]!;
    if (!(expected > 0)) continue;
    came += total / expected;
    usual += 1;
  }
  return came / usual;
}
