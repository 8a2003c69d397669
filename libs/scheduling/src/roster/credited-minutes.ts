import { daysBetween, epochDay, localDateOf, type Instant, type LocalDate, type ZoneId } from '@yotei/time';
import type { TimeOff } from './roster-problem.js';

/** Local dates an absence touches, first and last; the end instant itself is outside. */
function datesOf(absence: TimeOff, zone: ZoneId): { first: LocalDate; count: number } {
  const first = localDateOf(absence.startAt, zone);
  return { first, count: daysBetween(first, localDateOf(Math.max(absence.startAt, absence.endAt - 1), zone)) + 1 };
}

/**
 * Paid minutes that absences credit to each epoch day, whole numbers. An absence over several days spreads its minutes
 * evenly over the local dates it touches. Rounding is by running total, so that the parts of one absence add up to the whole.
 */
export function creditedMinutesByDay(timeOff: readonly TimeOff[], zone: ZoneId): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const absence of timeOff) {
    const { first, count } = datesOf(absence, zone);
    for (let day = 0; day < count; day++) {
      const on = epochDay(first) + day;
      const share =
        Math.round((absence.paidMinutes * (day + 1)) / count) - Math.round((absence.paidMinutes * day) / count);
      days.set(on, (days.get(on) ?? 0) + share);
    }
  }
  return days;
}

/** The same for each planning week, one whole number a week; what lies outside the weeks is not credited. */
export function creditedMinutesByWeek(
  timeOff: readonly TimeOff[],
  weekStartsAt: readonly Instant[],
  zone: ZoneId,
): number[] {
  const weeks = new Array<number>(Math.max(0, weekStartsAt.length - 1)).fill(0);
  if (weeks.length === 0) return weeks;
  const firstDay = epochDay(localDateOf(weekStartsAt[0]!, zone));
  for (const [day, minutes] of creditedMinutesByDay(timeOff, zone)) {
    const week = Math.floor((day - firstDay) / 7);
    if (week >= 0 && week < weeks.length) weeks[week]! += minutes;
  }
  return weeks;
}
