import { intervalStart, localDateOf, localMinuteOfDay, weekdayOf } from '@yotei/time';
import { checkPartOfWeek, DAY_MINUTES } from '../plan/part-of-week.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import type { StaffingForecast } from '../staffing-forecast.js';

/**
 * The forecast with the plan's worked hours as opening hours, beside those it has itself. An interval belongs to the
 * hours in which it starts, on the wall clock of the forecast's zone, so that nine o'clock stays nine o'clock when the
 * clock changes. A plan without worked hours leaves the forecast as it is.
 */
export function inWorkedHours(plan: StaffingPlan, forecast: StaffingForecast): StaffingForecast {
  const hours = plan.workedHours ?? [];
  if (hours.length === 0) return forecast;
  for (const part of hours)
    checkPartOfWeek(part, { named: (field) => `workedHours: ${field}`, overMidnight: 'hours over midnight' });
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
