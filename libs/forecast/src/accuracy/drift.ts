import type { LocalDate } from '@yotei/time';
import { medianOf, SD_OF_MEDIAN_ABSOLUTE } from '../robust-scale.js';

/** One whole day of a queue: what the plan said and what came. */
export interface DriftDay {
  readonly on: LocalDate;
  readonly forecast: number;
  readonly actual: number;
  /** Mean absolute error of day totals its backtest promised, as a fraction; null when unknown. */
  readonly promisedError: number | null;
}

/** The errors have leant to one side for longer than chance explains. */
export interface Drift {
  /** First day of the run that ends in the warning. */
  readonly sinceOn: LocalDate;
  readonly days: number;
  /** More or fewer contacts came than were forecast. */
  readonly direction: 'more' | 'fewer';
  /** (Actual - forecast) / forecast over the run. */
  readonly size: number;
  /** The cumulative sum on the last day, in standard deviations of a day, and the limit it has passed. */
  readonly statistic: number;
  readonly limit: number;
}

/** Below so many days a scale cannot be told from chance. */
export const LEAST_DRIFT_DAYS = 14;
/** Standard deviations a day's error may lean before it is counted, and the sum that warns. */
const SLACK = 0.5;
const LIMIT = 9;
/** One wild day is an unusual day, not a drift. */
const MOST_A_DAY = 3;
/** The sum is held here, so that a warning ends within days once the forecast is right again. */
const MOST = 1.25 * LIMIT;
/** Standard deviation over mean absolute error of a normal distribution. */
const SD_OF_MEAN_ABSOLUTE = 1.2533;

/**
 * Two-sided CUSUM (Page 1954) on day errors in standard deviations. The standard deviation of a day is the larger of what
 * the forecast's backtest promised and the spread about the median of these days, so neither a bold backtest nor a
 * shift in the days themselves makes the scale too small. Of 100 queues without drift, looked at once a week, about 1 is
 * warned of within 13 weeks when the errors of days are independent, and up to 8 when neighbours correlate by 0.3
 * (simulated in the tests). Null when there is none on the last day, or with fewer than {@link LEAST_DRIFT_DAYS} days. Give 13 weeks of whole days in order of date.
 */
export function detectDrift(days: readonly DriftDay[]): Drift | null {
  const usable = days.filter(({ forecast }) => forecast > 0);
  if (usable.length < LEAST_DRIFT_DAYS) return null;
  const errors = usable.map(({ actual, forecast }) => (actual - forecast) / forecast);
  const spread = SD_OF_MEDIAN_ABSOLUTE * medianDeviation(errors);
  const scaled = errors.map((error, i) => {
    const scale = Math.max(spread, SD_OF_MEAN_ABSOLUTE * (usable[i]!.promisedError ?? 0));
    if (scale === 0) return Math.sign(error) * MOST_A_DAY;
    return Math.max(-MOST_A_DAY, Math.min(MOST_A_DAY, error / scale));
  });
  return runOf(usable, scaled, 'more') ?? runOf(usable, scaled, 'fewer');
}

function runOf(days: readonly DriftDay[], scaled: readonly number[], direction: 'more' | 'fewer'): Drift | null {
  const sign = direction === 'more' ? 1 : -1;
  let sum = 0;
  let from = 0;
  scaled.forEach((error, i) => {
    if (sum === 0) from = i;
    sum = Math.min(MOST, Math.max(0, sum + sign * error - SLACK));
  });
  if (sum <= LIMIT) return null;
  const run = days.slice(from);
  const forecast = run.reduce((total, day) => total + day.forecast, 0);
  const actual = run.reduce((total, day) => total + day.actual, 0);
  return {
    sinceOn: run[0]!.on,
    days: run.length,
    direction,
    size: (actual - forecast) / forecast,
    statistic: sum,
    limit: LIMIT,
  };
}

function medianDeviation(values: readonly number[]): number {
  const middle = medianOf(values);
  return medianOf(values.map((value) => Math.abs(value - middle)));
}
