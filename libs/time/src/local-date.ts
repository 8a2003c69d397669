import { DAY_MILLIS, type LocalDate } from './instant.js';

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days met lately: rules and rosters ask for the same few weeks a million times. */
const MOST_REMEMBERED = 10_000;
const dayOfDate = new Map<LocalDate, number>();
const dateOfDay = new Map<number, LocalDate>();

function remember<K, V>(known: Map<K, V>, key: K, value: V): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
}

/** Whether the text is a real calendar date `YYYY-MM-DD` (2026-02-30 is not). */
export function isLocalDate(text: string): boolean {
  return PATTERN.test(text) && dateOfEpochDay(epochDay(text)) === text;
}

/** Days since 1970-01-01 of a calendar date. The date is taken as it stands; see {@link isLocalDate}. */
export function epochDay(on: LocalDate): number {
  let day = dayOfDate.get(on);
  if (day === undefined) {
    const parts = PATTERN.exec(on);
    if (!parts) throw new Error(`date (${on}) must be YYYY-MM-DD; write for example 2026-11-04`);
    day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MILLIS;
    remember(dayOfDate, on, day);
  }
  return day;
}

/** The calendar date that many days after 1970-01-01. */
export function dateOfEpochDay(day: number): LocalDate {
  let on = dateOfDay.get(day);
  if (on === undefined) {
    on = new Date(day * DAY_MILLIS).toISOString().slice(0, 10);
    remember(dateOfDay, day, on);
  }
  return on;
}

/** The date `days` later (earlier when negative). */
export function addDays(on: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDay(on) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(on: LocalDate): number {
  return ((((epochDay(on) + 3) % 7) + 7) % 7) + 1;
}

/** The first date on or before `on` that falls on `firstWeekday` (1 = Monday, the default). */
export function weekStartOf(on: LocalDate, firstWeekday = 1): LocalDate {
  return addDays(on, -((weekdayOf(on) - firstWeekday + 7) % 7));
}
