import type { DayTable } from '../series/day-table.js';

/** Mean absolute difference of an interval to the same interval a week before, over the days before `beforeDay`; the scale of MASE. NaN without a pair. */
export function naiveErrorBefore(table: DayTable, beforeDay: number): number {
  const byDay = new Map(table.days.filter(({ day }) => day < beforeDay).map((day) => [day.day, day]));
  let sum = 0;
  let count = 0;
  for (const { day, values } of byDay.values()) {
    const weekAgo = byDay.get(day - 7);
    if (!weekAgo) continue;
    values.forEach((value, slot) => {
      const difference = Math.abs(value - weekAgo.values[slot]!);
      if (Number.isNaN(difference)) return;
      sum += difference;
      count++;
    });
  }
  return sum / count;
}
