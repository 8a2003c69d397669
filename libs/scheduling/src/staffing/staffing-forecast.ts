import type { Grid, ZoneId } from '@yotei/time';
import type { LoadStart } from './changing-load/offered-load.js';

/** Quantiles of the contacts of each interval, as a forecast's bands give them; at least one pair. NaN = not known. */
export interface CountQuantiles {
  readonly p05?: ArrayLike<number>;
  readonly p10?: ArrayLike<number>;
  readonly p90?: ArrayLike<number>;
  readonly p95?: ArrayLike<number>;
}

/** What is expected of one queue, interval by interval. */
export interface StaffingForecast {
  readonly grid: Grid;
  /** Zone of the wall clock by which shrinkage strikes and days and weeks are summed up. */
  readonly zone: ZoneId;
  /** Mean contacts of each interval; NaN = closed or no forecast. */
  readonly contacts: ArrayLike<number>;
  readonly averageHandleSeconds: ArrayLike<number>;
  /** Falsy = closed. Absent = open wherever contacts are known. */
  readonly openMask?: ArrayLike<number | boolean>;
  /**
   * Relative standard deviation of the arrival rate, without the chance of single contacts: one for all intervals or
   * one for each. 0 = the rate is certain; NaN or absent = not known.
   */
  readonly rateCv?: number | ArrayLike<number>;
  /** Quantiles of the counts, from which the rate's cv is taken where `rateCv` is absent. */
  readonly countQuantiles?: CountQuantiles;
  /**
   * Standard deviation / mean of the handle times, taken as lognormal, for how long contacts stay in hand. Absent:
   * exponential handle times.
   */
  readonly handleTimeCv?: number;
}

/** Throws when a series does not have one value for each interval of the grid. */
export function checkForecast(forecast: StaffingForecast): void {
  const { grid, contacts, averageHandleSeconds, openMask, rateCv, countQuantiles } = forecast;
  const series = {
    contacts,
    averageHandleSeconds,
    openMask,
    rateCv: typeof rateCv === 'number' ? undefined : rateCv,
    ...countQuantiles,
  };
  for (const [name, values] of Object.entries(series)) {
    if (values && values.length !== grid.count) {
      throw new RangeError(
        `${name} (${values.length} values) must have one value for each of the ${grid.count} intervals`,
      );
    }
  }
}

/** Whether the queue is open in the interval. */
export function isOpen({ contacts, openMask }: StaffingForecast, index: number): boolean {
  return !Number.isNaN(contacts[index]!) && (!openMask || Boolean(openMask[index]));
}

/**
 * Whether contacts are in hand when the grid starts: `empty` when the grid shows the queue closed just before the
 * same time a day later, so that it opens then; `running` where nothing says so, which never asks for too few.
 */
export function likelyStart(forecast: StaffingForecast): LoadStart {
  const { grid } = forecast;
  const before = Math.round((24 * 60) / grid.stepMinutes) - 1;
  return before < grid.count && !isOpen(forecast, before) ? 'empty' : 'running';
}
