import { dayStarts, localDateOf } from '@yotei/time';
import type { ChartSeries } from '../../../ui/plot-parts.js';
import type { PeriodTotal } from '../period-totals.js';
import type { Values } from './chart-series.js';

/** How much of time one step of the lines stands for. */
export type DrawnBy = 'interval' | 'hour' | 'day';

/** The grid shown, and its zone. */
export interface CoarseGrid {
  readonly startAt: number;
  readonly stepMinutes: number;
  readonly length: number;
  readonly zone: string;
}

const HOUR_MINUTES = 60;
/** Normal score of the 90th percentile: half an 80 % band in standard deviations. */
const P90_SCORE = 1.2816;
const NO_TOTALS: ReadonlyMap<number, PeriodTotal> = new Map();

/** Steps as fine as the screen can show: an interval, hour or day that is a pixel wide at least. */
export function drawnBy({ shownMinutes, stepMinutes, width }: DrawnRoom): DrawnBy {
  const minutesAPixel = shownMinutes / Math.max(1, width);
  if (minutesAPixel <= stepMinutes) return 'interval';
  return minutesAPixel <= HOUR_MINUTES && stepMinutes < HOUR_MINUTES ? 'hour' : 'day';
}

interface DrawnRoom {
  readonly shownMinutes: number;
  readonly stepMinutes: number;
  readonly width: number;
}

/** For each interval the first one of its hour or local day. */
export function groupStarts({ startAt, stepMinutes, length, zone }: CoarseGrid, by: DrawnBy): Int32Array {
  if (by === 'interval') return Int32Array.from({ length }, (_, index) => index);
  const perHour = Math.max(1, Math.round(HOUR_MINUTES / stepMinutes));
  if (by === 'hour') return Int32Array.from({ length }, (_, index) => index - (index % perHour));
  return dayStarts({ startAt, stepMinutes, count: length }, zone);
}

/** Each value replaced by the mean of its group's known ones, closed intervals of an open group too; else it stays. */
export function groupMeans<Value extends number | null>(
  values: ArrayLike<Value>,
  starts: Int32Array,
): (Value | number)[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === null || Number.isNaN(value)) continue;
    const group = sums.get(starts[index]!) ?? { sum: 0, count: 0 };
    sums.set(starts[index]!, { sum: group.sum + value, count: group.count + 1 });
  }
  return Array.from(values, (value, index) => {
    const group = sums.get(starts[index]!);
    return group ? group.sum / group.count : value;
  });
}

export interface Band {
  readonly forecast: Values;
  readonly p10: Values;
  readonly p90: Values;
}

/**
 * The band of groups' means, narrower than the mean of the intervals' limits: counting noise (at most z √f) adds in
 * quadrature, the rest of a distance plainly, as the rate errs alike in neighbours. A day whose total has a band of its own
 * has that one in proportion.
 */
export function groupBand(
  { forecast, p10, p90 }: Band,
  starts: Int32Array,
  totals: ReadonlyMap<number, PeriodTotal> = NO_TOTALS,
): Pick<Band, 'p10' | 'p90'> {
  const means = groupMeans(forecast, starts);
  const edge = (limits: Values, of: 'p10' | 'p90') => {
    const sums = new Map<number, { noise: number; rate: number; count: number }>();
    limits.forEach((limit, index) => {
      const mean = forecast[index] ?? null;
      if (limit === null || mean === null) return;
      const distance = Math.abs(limit - mean);
      const noise = Math.min(distance, P90_SCORE * Math.sqrt(Math.max(0, mean)));
      const group = sums.get(starts[index]!) ?? { noise: 0, rate: 0, count: 0 };
      sums.set(starts[index]!, {
        noise: group.noise + noise * noise,
        rate: group.rate + Math.sqrt(Math.max(0, distance * distance - noise * noise)),
        count: group.count + 1,
      });
    });
    return limits.map((_, index) => {
      const group = sums.get(starts[index]!);
      const mean = means[index] ?? null;
      if (mean === null || !group) return null;
      const total = totals.get(starts[index]!);
      const limit = total?.[of];
      if (total && total.contacts > 0 && limit !== null && limit !== undefined) return (mean * limit) / total.contacts;
      const distance = Math.sqrt(group.noise + group.rate * group.rate) / group.count;
      return Math.max(0, of === 'p10' ? mean - distance : mean + distance);
    });
  };
  return { p10: edge(p10, 'p10'), p90: edge(p90, 'p90') };
}

/** The totals of days by the first interval of their day. */
export function dayTotals(
  totals: readonly PeriodTotal[],
  { startAt, stepMinutes, zone }: CoarseGrid,
  starts: Int32Array,
): Map<number, PeriodTotal> {
  const byDay = new Map(totals.filter(({ span }) => span === 'DAY').map((total) => [total.fromOn, total]));
  const found = new Map<number, PeriodTotal>();
  for (const start of new Set(starts)) {
    const total = byDay.get(localDateOf(startAt + start * stepMinutes * 60_000, zone));
    if (total) found.set(start, total);
  }
  return found;
}

/** The chart's lines in hours or days; the forecast's own band as {@link groupBand} has it. */
export function coarseSeries(
  series: readonly ChartSeries[],
  starts: Int32Array,
  band: Pick<Band, 'p10' | 'p90'>,
): readonly ChartSeries[] {
  return series.map((one) => {
    if (one.label === 'P90') return { ...one, values: band.p90 };
    if (one.label === 'P10') return { ...one, values: band.p10 };
    return { ...one, values: groupMeans(one.values, starts) };
  });
}
