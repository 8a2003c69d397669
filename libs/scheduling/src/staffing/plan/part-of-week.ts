import type { WorkedHours } from './staffing-plan.js';

export const DAY_MINUTES = 1440;

/** An ISO weekday, 1 (Monday) to 7. */
export const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;

/** Whether the minutes of the day bound a part of it, not over midnight. */
export const isPartOfDay = (fromMinute: number, untilMinute: number): boolean =>
  fromMinute >= 0 && untilMinute <= DAY_MINUTES && fromMinute < untilMinute;

/**
 * Throws for a part of the week that cannot be: a weekday that is none, an empty part of the day. `named` says whose it
 * is, `overMidnight` what is to be written as two.
 */
export function checkPartOfWeek(
  { weekdays, fromMinute = 0, untilMinute = DAY_MINUTES }: WorkedHours,
  { named, overMidnight }: { named: (field: string) => string; overMidnight: string },
): void {
  if (!isPartOfDay(fromMinute, untilMinute)) {
    throw new RangeError(
      `${named(`fromMinute (${fromMinute})`)} must be below untilMinute (${untilMinute}), both 0..1440; write ${overMidnight} as two`,
    );
  }
  const odd = weekdays?.find((day) => !isWeekday(day));
  if (odd !== undefined) throw new RangeError(`${named(`weekdays (${odd})`)} must be 1 (Monday) … 7 (Sunday)`);
}
