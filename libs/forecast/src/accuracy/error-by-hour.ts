/** One scored interval, placed by the clock of its site. */
export interface PlacedError {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly actual: number;
  readonly forecast: number;
}

/** One hour of one weekday over all days added. */
export interface HourError {
  readonly weekday: number;
  readonly hour: number;
  readonly intervals: number;
  readonly actual: number;
  /** Sum of |forecast - actual| by interval / sum of actual; NaN where nothing came. */
  readonly wape: number;
  /** (Sum of forecast - sum of actual) / sum of actual. */
  readonly bias: number;
}

/** Errors by weekday and hour, in that order; hours without an interval are left out. */
export function errorsByHour(errors: Iterable<PlacedError>): HourError[] {
  const sums = new Map<number, { intervals: number; actual: number; absolute: number; signed: number }>();
  for (const { weekday, hour, actual, forecast } of errors) {
    const key = weekday * 24 + hour;
    const cell = sums.get(key) ?? { intervals: 0, actual: 0, absolute: 0, signed: 0 };
    sums.set(key, {
      intervals: cell.intervals + 1,
      actual: cell.actual + actual,
      absolute: cell.absolute + Math.abs(forecast - actual),
      signed: cell.signed + forecast - actual,
    });
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, { intervals, actual, absolute, signed }]) => ({
      weekday: Math.floor(key / 24),
      hour: key % 24,
      intervals,
      actual,
      wape: absolute / actual,
      bias: signed / actual,
    }));
}
