/** Counts of one kind of day (one weekday): a row a day, a column an interval. */
export type DayCounts = readonly Float64Array[];

/** Squared coefficients of variation of the rate behind the counts, Poisson noise taken out; below 0 by chance. */
export interface RateSpread {
  /** Of an interval's rate between days. */
  readonly interval: number;
  /** Of a day's total. */
  readonly day: number;
  /** Of a factor common to all intervals of a day. */
  readonly dayFactor: number;
  /** Variance / mean of an interval's counts, weighted by the counts: 1 for Poisson. */
  readonly dispersion: number;
}

interface Sums {
  intervalTop: number;
  intervalBottom: number;
  dayTop: number;
  dayBottom: number;
  pairTop: number;
  pairBottom: number;
  variances: number;
  means: number;
}

/** Sums of one weekday. E[s²] = μ + c²μ² and E[m² - s²/n] = μ², so that top / bottom has c² without Poisson noise. */
function addWeekday(sums: Sums, days: DayCounts): void {
  const n = days.length;
  const freedom = n - 1;
  const intervals = days[0]!.length;
  let allMeans = 0;
  let squaredMeans = 0;
  let allVariances = 0;
  for (let i = 0; i < intervals; i += 1) {
    let mean = 0;
    for (const day of days) mean += day[i]! / n;
    let variance = 0;
    for (const day of days) variance += (day[i]! - mean) ** 2 / freedom;
    sums.intervalTop += freedom * (variance - mean);
    sums.intervalBottom += freedom * (mean * mean - variance / n);
    allMeans += mean;
    squaredMeans += mean * mean;
    allVariances += variance;
  }
  let totalVariance = 0;
  for (const day of days) totalVariance += (day.reduce((a, b) => a + b, 0) - allMeans) ** 2 / freedom;
  sums.dayTop += freedom * (totalVariance - allMeans);
  sums.dayBottom += freedom * (allMeans ** 2 - totalVariance / n);
  // Variance of the total less the variances: the covariances of all pairs, which hold no Poisson noise.
  const covariances = totalVariance - allVariances;
  sums.pairTop += freedom * covariances;
  sums.pairBottom += freedom * (allMeans ** 2 - squaredMeans - covariances / n);
  sums.variances += freedom * allVariances;
  sums.means += freedom * allMeans;
}

const ratio = (top: number, bottom: number): number => (bottom > 0 ? top / bottom : 0);

/**
 * How much rates differ between days of one weekday, by the method of moments: a count's variance beyond its mean is
 * the rate's (Jongbloed & Koole 2001), pooled over intervals and weekdays with the weight of their degrees of freedom
 * and squared means. Weekdays with fewer than two days say nothing.
 */
export function rateSpreadOf(weekdays: readonly DayCounts[]): RateSpread {
  const sums: Sums = {
    intervalTop: 0,
    intervalBottom: 0,
    dayTop: 0,
    dayBottom: 0,
    pairTop: 0,
    pairBottom: 0,
    variances: 0,
    means: 0,
  };
  for (const days of weekdays) if (days.length > 1) addWeekday(sums, days);
  return {
    interval: ratio(sums.intervalTop, sums.intervalBottom),
    day: ratio(sums.dayTop, sums.dayBottom),
    dayFactor: ratio(sums.pairTop, sums.pairBottom),
    dispersion: ratio(sums.variances, sums.means),
  };
}
