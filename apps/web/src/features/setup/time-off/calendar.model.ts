import { addDays, weekdayOf, weekStartOf } from '@yotei/time';
import { dateInZone, formatDate, formatTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { TeamTimeOffQuery } from '../../../graphql/generated/graphql.js';

export type TeamTimeOff = NonNullable<TeamTimeOffQuery['teamTimeOff']>;
export type Absence = TeamTimeOff['absences'][number];

/** Whole weeks that hold the month of a date. */
export function weeksOfMonth(monthOn: string, firstWeekday: number): readonly (readonly string[])[] {
  const first = `${monthOn.slice(0, 7)}-01`;
  const weeks: string[][] = [];
  for (let start = weekStartOf(first, firstWeekday); start.slice(0, 7) <= first.slice(0, 7); start = addDays(start, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(start, day)));
  return weeks;
}

/** The first day of the month before or after. */
export function stepMonth(monthOn: string, direction: -1 | 1): string {
  const first = `${monthOn.slice(0, 7)}-01`;
  const other = direction === 1 ? addDays(first, 31) : addDays(first, -1);
  return `${other.slice(0, 7)}-01`;
}

/** Weekdays in the order of the centre's week. */
export const weekdaysFrom = (firstWeekday: number): readonly number[] =>
  Array.from({ length: 7 }, (_, index) => ((firstWeekday - 1 + index) % 7) + 1);

/** Those away or asking to be on a day. */
export function absencesOn({ absences, zone }: TeamTimeOff, on: string): readonly Absence[] {
  return absences.filter(
    ({ startAt, endAt }) => dateInZone(startAt, zone) <= on && on <= dateInZone(Date.parse(endAt) - 1, zone),
  );
}

export const isWaiting = ({ state }: Absence): boolean => state === 'requested';

/** `2 places left`, `full`, `closed`; empty where nothing limits. */
export function placesInWords(day: TeamTimeOff['days'][number] | undefined): string {
  if (!day || day.left === null || day.left === undefined) return '';
  if (day.most === 0) return t('setupTimeOff.noPlaces');
  return day.left === 0 ? t('setupTimeOff.full') : t('setupTimeOff.left', { count: day.left });
}

/** From when until when, as short as it can be said: whole days by date, others with their clock. */
export function spanInWords({ startAt, endAt }: Absence, zone: string): string {
  const [from, until] = [dateInZone(startAt, zone), dateInZone(Date.parse(endAt) - 1, zone)];
  const midnight = (at: string) => formatTime(at, zone) === '00:00';
  const days = from === until ? formatDate(from) : `${formatDate(from)} – ${formatDate(until)}`;
  if (midnight(startAt) && midnight(endAt)) return days;
  return from === until
    ? `${days} ${formatTime(startAt, zone)}–${formatTime(endAt, zone)}`
    : `${formatDate(from)} ${formatTime(startAt, zone)} – ${formatDate(until)} ${formatTime(endAt, zone)}`;
}

export const isWeekend = (on: string): boolean => weekdayOf(on) > 5;
