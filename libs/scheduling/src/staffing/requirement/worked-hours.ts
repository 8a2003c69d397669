import { intervalStart, localDateOf, localMinuteOfDay, weekdayOf } from '@yotei/time';
import type { StaffingPlan, WorkedHours } from '../plan/staffing-plan.js';
import type { StaffingForecast } from '../staffing-forecast.js';

const DAY_MINUTES = 1440;

/** Throws for hours that cannot be: a weekday that is none, an empty part of the day. */
export function checkWorkedHours(hours: readonly WorkedHours[]): void {
  for (const { weekdays, fromMinute = 0, untilMinute = DAY_MINUTES } of hours) {
    if (!(fromMinute >= 0 && untilMinute <= DAY_MINUTES && fromMinute < untilMinute)) {
      throw new RangeError(
        `workedHours: fromMinute (${fromMinute}) must be below untilMinute (${untilMinute}), both 0..1440; write hours over midnight as two`,
      );
    }
    const odd = weekdays?.find((day) => !(Number.isInteger(day) && day >= 1 && day <= 7));
    if (odd !== undefined) throw new RangeError(`workedHours: weekdays (${odd}) must be 1 (Monday) … 7 (Sunday)`);
  }
}

/**
 * The forecast with the plan's worked hours as opening hours, beside those it has itself. An interval belongs to the
 * hours in which it starts, on the wall clock of the forecast's zone, so that nine o'clock stays nine o'clock when the
 * clock changes. A plan without worked hours leaves the forecast as it is.
 */
export function inWorkedHours(plan: StaffingPlan, forecast: StaffingForecast): StaffingForecast {
  const hours = plan.workedHours ?? [];
  if (hours.length === 0) return forecast;
  checkWorkedHours(hours);
  const { grid, zone, openMask } = forecast;
  const isWorked = (index: number): boolean => {
    const startAt = intervalStart(grid, index);
    const minute = localMinuteOfDay(startAt, zone);
    const weekday = weekdayOf(localDateOf(startAt, zone));
    return hours.some(
      ({ weekdays, fromMinute = 0, untilMinute = DAY_MINUTES }) =>
        fromMinute <= minute && minute < untilMinute && (!weekdays || weekdays.includes(weekday)),
    );
  };
  return {
    ...forecast,
    openMask: Array.from(
      { length: grid.count },
      (_, index) => (!openMask || Boolean(openMask[index])) && isWorked(index),
    ),
  };
}
