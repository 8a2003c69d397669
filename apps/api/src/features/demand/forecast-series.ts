import { intervalIndex, intervalStart, type Grid } from '@yotei/time';
import type { StoredDistribution } from './distribution/stored-distribution.js';
import type { DemandSeries } from './fact-series.js';
import type { ForecastDay } from './stored-forecast-day.js';

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

/** Quantile of the normal distribution that P10 and P90 stand for. */
const NORMAL_P90 = 1.2816;

/**
 * Distances of a band limit from the forecast, of short intervals, as that of their sum. Each is taken apart as that of
 * a Poisson count whose rate is itself uncertain: the counting noise (at most z·√contacts) is independent from interval
 * to interval and adds in quadrature; what is left, the error of the rate, is taken as common to neighbours and adds
 * plainly. So the result is never narrower than independent errors would make it, nor wider than the plain sum.
 */
function distanceOfSum(distances: Float64Array, series: ForecastSeries, to: Grid): Float64Array {
  const noise = distances.map((distance, i) => Math.min(distance, NORMAL_P90 * Math.sqrt(series.contacts[i]!)));
  const rate = distances.map((distance, i) => Math.sqrt(distance ** 2 - noise[i]! ** 2));
  const rates = regridded(rate, series.grid, to);
  return regridded(
    noise.map((part) => part ** 2),
    series.grid,
    to,
  ).map((squares, i) => Math.sqrt(squares + rates[i]! ** 2));
}

/** 80 % band of the sum of intervals from one index up to another, by {@link distanceOfSum}: for forecasts without a distribution. */
export function bandOfSum(series: ForecastSeries, from: number, until: number): { p10: number; p90: number } {
  const part = (values: Float64Array) => values.subarray(from, until);
  const grid = { ...series.grid, startAt: intervalStart(series.grid, from), count: until - from };
  const whole = { ...grid, stepMinutes: grid.stepMinutes * grid.count, count: 1 };
  const cut = { ...series, grid, contacts: part(series.contacts), p10: part(series.p10), p90: part(series.p90) };
  const { p10, p90 } = byRule(cut, whole, regridded(cut.contacts, grid, whole));
  return { p10: p10[0]!, p90: p90[0]! };
}

/**
 * The series in longer steps: contacts summed, handle time weighted by contacts, the band about the sum by
 * the forecast's own distribution, for old forecasts by {@link distanceOfSum}. The step of `to` must be a multiple.
 */
export function toStep(series: ForecastSeries, to: Grid, distribution?: StoredDistribution | null): ForecastSeries {
  const from = series.grid;
  if (from.stepMinutes === to.stepMinutes) return series;
  const contacts = regridded(series.contacts, from, to);
  const work = regridded(
    series.contacts.map((count, i) => count * series.averageHandleSeconds[i]!),
    from,
    to,
  );
  const averageHandleSeconds = work.map((seconds, i) => (contacts[i]! > 0 ? seconds / contacts[i]! : Number.NaN));
  const band = distribution ? byDistribution(distribution, to, contacts) : byRule(series, to, contacts);
  return { grid: to, averageHandleSeconds, ...band };
}

type Banded = Pick<ForecastSeries, 'contacts' | 'p10' | 'p90'>;

function byDistribution(distribution: StoredDistribution, to: Grid, contacts: Float64Array): Banded {
  const quantile = (p: number) =>
    contacts.map((count, i) =>
      Number.isNaN(count) ? Number.NaN : distribution.quantile(intervalStart(to, i), intervalStart(to, i + 1), p),
    );
  return { contacts, p10: quantile(0.1), p90: quantile(0.9) };
}

function byRule(series: ForecastSeries, to: Grid, contacts: Float64Array): Banded {
  const distances = (of: (count: number, i: number) => number) =>
    distanceOfSum(
      series.contacts.map((count, i) => Math.max(0, of(count, i))),
      series,
      to,
    );
  const below = distances((count, i) => count - series.p10[i]!);
  const above = distances((count, i) => series.p90[i]! - count);
  return {
    contacts,
    p10: contacts.map((count, i) => Math.max(0, count - below[i]!)),
    p90: contacts.map((count, i) => count + above[i]!),
  };
}
