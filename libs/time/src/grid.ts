import { MINUTE_MILLIS, type Instant, type LocalDate, type ZoneId } from './instant.js';
import { addDays } from './local-date.js';
import { localDateOf, startOfLocalDay } from './zone.js';

/** Equal elapsed steps from `startAt`: interval i is `[startAt + i·step, startAt + (i+1)·step)`. */
export interface Grid {
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly count: number;
}

/** One value for each interval of a grid; NaN is "missing", which is not zero. */
export interface Series {
  readonly grid: Grid;
  readonly values: Float64Array;
}

/** Start of interval `index`; `index = count` gives the end of the grid. */
export function intervalStart(grid: Grid, index: number): Instant {
  return grid.startAt + index * grid.stepMinutes * MINUTE_MILLIS;
}

/** End of the whole grid. */
export function gridEnd(grid: Grid): Instant {
  return intervalStart(grid, grid.count);
}

/** Index of the interval that holds the instant; may lie outside `0..count-1`. */
export function intervalIndex(grid: Grid, at: Instant): number {
  return Math.floor((at - grid.startAt) / (grid.stepMinutes * MINUTE_MILLIS));
}

/**
 * Grid over `days` local days from `on`: 96 quarter-hours on a plain day, 92 on a spring day, 100 on an autumn
 * day (94 and 98 where the shift is 30 minutes). The step must divide the days' real length: 5, 6, 10, 15 or 30
 * always do; 60 fails where an offset changes by half an hour.
 */
export function localDaysGrid(on: LocalDate, days: number, zone: ZoneId, stepMinutes: number): Grid {
  const startAt = startOfLocalDay(on, zone);
  const minutes = (startOfLocalDay(addDays(on, days), zone) - startAt) / MINUTE_MILLIS;
  if (!Number.isInteger(minutes / stepMinutes)) {
    throw new RangeError(`stepMinutes (${stepMinutes}) must divide the ${minutes} minutes from ${on}; use 15 or 30`);
  }
  return { startAt, stepMinutes, count: minutes / stepMinutes };
}

/**
 * For each interval the index of the first one of its local day, by the day each interval starts in: a spring day's 23
 * hours share one, an autumn day's 25 too. A grid that begins within a day has 0 for the rest of it.
 */
export function dayStarts(grid: Grid, zone: ZoneId): Int32Array {
  let [first, day] = [0, ''];
  return Int32Array.from({ length: grid.count }, (_, index) => {
    const on = localDateOf(intervalStart(grid, index), zone);
    if (on !== day) [first, day] = [index, on];
    return first;
  });
}

/** A series of missing values over the grid. */
export function emptySeries(grid: Grid): Series {
  return { grid, values: new Float64Array(grid.count).fill(Number.NaN) };
}
