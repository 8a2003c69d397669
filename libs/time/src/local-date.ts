import { DAY_MILLIS, type LocalDate } from './instant.js';

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar date `YYYY-MM-DD` (2026-02-30 is not). */
export function isLocalDate(text: string): boolean {
  return PATTERN.test(text) && dateOfEpochDay(epochDay(text)) === text;
}

/** Days since 1970-01-01 of a calendar date. The date is taken as it stands; see {@link isLocalDate}. */
export function epochDay(on: LocalDate): number {
  const parts = PATTERN.exec(on);
  if (!parts) throw new Error(`date (${on}) must be YYYY-MM-DD; write for example 2026-11-04`);
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MILLIS;
}

/** The calendar date that many days after 1970-01-01. */
export function dateOfEpochDay(day: number): LocalDate {
  return new Date(day * DAY_MILLIS).toISOString().slice(0, 10);
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
