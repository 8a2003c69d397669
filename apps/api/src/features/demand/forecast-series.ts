import { intervalIndex, intervalStart, type Grid, type Instant } from '@yotei/time';
import type { DemandSeries } from './fact-series.js';

/** One stored queue-day of a forecast; null = closed. */
export interface ForecastDay {
  readonly onDate: string;
  readonly forecastId: string;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly contacts: readonly (number | null)[];
  readonly p10: readonly (number | null)[] | null;
  readonly p90: readonly (number | null)[] | null;
  /** Mean seconds per contact. */
  readonly handleSeconds: readonly (number | null)[];
}

export interface ForecastSeries extends DemandSeries {
  readonly p10: Float64Array;
  readonly p90: Float64Array;
}

/** Stored days laid on a grid of the forecast's own step; intervals of no stored day stay NaN. */
export function seriesOfDays(days: readonly ForecastDay[], grid: Grid): ForecastSeries {
  const missing = () => new Float64Array(grid.count).fill(Number.NaN);
  const series = { grid, contacts: missing(), averageHandleSeconds: missing(), p10: missing(), p90: missing() };
  for (const day of days) {
    const from = intervalIndex(grid, day.startAt);
    const copy = (values: readonly (number | null)[] | null, target: Float64Array) =>
      values?.forEach((value, i) => {
        if (value !== null && from + i >= 0 && from + i < grid.count) target[from + i] = value;
      });
    copy(day.contacts, series.contacts);
    copy(day.handleSeconds, series.averageHandleSeconds);
    copy(day.p10, series.p10);
    copy(day.p90, series.p90);
  }
  return series;
}

/** Index pairs of a fine grid inside a coarser one that starts with it. */
function regridded(values: Float64Array, from: Grid, to: Grid): Float64Array {
  const sums = new Float64Array(to.count).fill(Number.NaN);
  values.forEach((value, i) => {
    const index = intervalIndex(to, intervalStart(from, i));
    if (Number.isNaN(value) || index < 0 || index >= to.count) return;
    sums[index] = (Number.isNaN(sums[index]!) ? 0 : sums[index]!) + value;
  });
  return sums;
}

/**
 * The series in longer steps: contacts summed, handle time weighted by contacts. The step of `to` must be a multiple.
 * Band limits are summed too, which makes them wider than a band of the sum would be: errors of neighbouring
 * intervals partly cancel, and the parts stored do not say how far.
 */
export function toStep(series: ForecastSeries, to: Grid): ForecastSeries {
  const from = series.grid;
  if (from.stepMinutes === to.stepMinutes) return series;
  const contacts = regridded(series.contacts, from, to);
  const work = regridded(
    series.contacts.map((count, i) => count * series.averageHandleSeconds[i]!),
    from,
    to,
  );
  const averageHandleSeconds = work.map((seconds, i) => (contacts[i]! > 0 ? seconds / contacts[i]! : Number.NaN));
  return {
    grid: to,
    contacts,
    averageHandleSeconds,
    p10: regridded(series.p10, from, to),
    p90: regridded(series.p90, from, to),
  };
}
