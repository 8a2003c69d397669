import { dateOfEpochDay, epochDay } from '@yotei/time';
import { forecastLongRange, type QueueHistory } from '@yotei/forecast';

export interface LongRangeErrors {
  /** WAPE of weeks, all leads together. */
  readonly wape: number;
  /** The same week of last year, on the weeks that have one. */
  readonly lastYear: number;
  /** Last year's week times the growth of the last 13 weeks on the same weeks a year before. */
  readonly lastYearGrown: number;
  /** Mean of the last eight weeks. */
  readonly meanOfEight: number;
  readonly coverage80: number;
  readonly coverage90: number;
  readonly origins: number;
}

export interface LongRangePlan {
  /** Weeks of history before the first origin. */
  readonly leastWeeks: number;
  readonly horizonWeeks: number;
  readonly everyWeeks: number;
}

/** Week totals by first day; NaN where a day of seven is missing. */
export function weekTotals(history: QueueHistory): (day: number) => number {
  const totals = new Map(
    history.days.map(({ on, contacts }) => [epochDay(on), contacts.reduce((sum, value) => sum + (value || 0), 0)]),
  );
  return (day) => {
    let sum = 0;
    for (let offset = 0; offset < 7; offset++) sum += totals.get(day + offset) ?? Number.NaN;
    return sum;
  };
}

/** First days of weeks, Mondays, from which a whole horizon lies in the data. */
export function weeklyOrigins(
  { days }: QueueHistory,
  { leastWeeks, horizonWeeks, everyWeeks }: LongRangePlan,
): number[] {
  const first = epochDay(days[0]!.on);
  const monday = first + ((7 - ((first + 3) % 7)) % 7);
  const origins: number[] = [];
  for (
    let day = monday + 7 * leastWeeks;
    day + 7 * horizonWeeks - 1 <= epochDay(days.at(-1)!.on);
    day += 7 * everyWeeks
  )
    origins.push(day);
  return origins;
}

/** Rolling-origin backtest of the forecast by week beside what planners do. */
export function backtestLongRange(history: QueueHistory, plan: LongRangePlan): LongRangeErrors {
  const week = weekTotals(history);
  const sums = { ours: 0, all: 0, year: 0, yearAll: 0, grown: 0, grownAll: 0, mean: 0, in80: 0, in90: 0, weeks: 0 };
  const origins = weeklyOrigins(history, plan);
  for (const origin of origins) {
    const result = forecastLongRange(history, { fromOn: dateOfEpochDay(origin), weeks: plan.horizonWeeks, seed: 1 });
    if (result.kind !== 'long-range') throw new Error(result.kind);
    const back = (weeks: number, shift = 0) =>
      Array.from({ length: weeks }, (_, index) => week(origin - 7 * (index + 1) - shift)).reduce((a, b) => a + b, 0);
    const growth = back(13) / back(13, 364);
    const mean = back(8) / 8;
    result.weeks.forEach(({ contacts, p05, p10, p90, p95 }, index) => {
      const came = week(origin + 7 * index);
      if (Number.isNaN(came)) return;
      const lastYear = week(origin + 7 * index - 364);
      sums.ours += Math.abs(came - contacts);
      sums.mean += Math.abs(came - mean);
      sums.all += came;
      sums.weeks += 1;
      sums.in80 += Number(came >= p10 && came <= p90);
      sums.in90 += Number(came >= p05 && came <= p95);
      if (!Number.isNaN(lastYear)) {
        sums.year += Math.abs(came - lastYear);
        sums.yearAll += came;
      }
      if (!Number.isNaN(lastYear * growth)) {
        sums.grown += Math.abs(came - lastYear * growth);
        sums.grownAll += came;
      }
    });
  }
  return {
    wape: sums.ours / sums.all,
    lastYear: sums.year / sums.yearAll,
    lastYearGrown: sums.grown / sums.grownAll,
    meanOfEight: sums.mean / sums.all,
    coverage80: sums.in80 / sums.weeks,
    coverage90: sums.in90 / sums.weeks,
    origins: origins.length,
  };
}
