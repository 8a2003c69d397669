/** How a weekly series moves; all in logs, so 0.01 is about one percent. */
export interface TrendSettings {
  /** Factor of the slope from week to week: below 1 a trend dies out (Gardner & McKenzie 1985). */
  readonly damping: number;
  /** Variance by which the level wanders in a week. */
  readonly levelVariance: number;
  /** Variance by which the slope changes in a week. */
  readonly slopeVariance: number;
  /** Variance of a usual week about its level. */
  readonly noiseVariance: number;
  /** Standard deviation of the first yearly wave beforehand; that of order k is 1/k of it. 0 = no yearly terms. */
  readonly seasonSpread: number;
}

/** One week's log level, or null where it is missing, with its row of yearly terms. */
export interface WeekObservation {
  readonly value: number | null;
  /** Part of a usual week: less of a week tells less. */
  readonly exposure: number;
  readonly yearly: Float64Array;
}

/** What is known after the last week: level, slope and yearly coefficients with their covariance. */
export interface TrendState {
  readonly settings: TrendSettings;
  readonly mean: Float64Array;
  /** Row by row. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
}

/** Slopes beforehand: two in three lie within this a week, which is 15 percent a year. */
const SLOPE_SPREAD = 0.003;
/** Innovations beyond this many standard deviations weigh less (Huber 1964): one odd week must not turn the level. */
const HUBER = 2.5;

/**
 * Local level with a damped slope and yearly terms by the Kalman filter, week by week; missing weeks only widen it.
 * Sources: Gardner & McKenzie 1985 in state space as in Hyndman, Koehler, Ord & Snyder 2008; yearly terms by Fourier series
 * as in De Livera, Hyndman & Snyder 2011, with a prior that shrinks them as long as few years have been seen.
 */
export function filterTrend(weeks: readonly WeekObservation[], settings: TrendSettings): TrendState {
  const size = 2 + (settings.seasonSpread > 0 ? (weeks[0]?.yearly.length ?? 0) : 0);
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  mean[0] = weeks.find(({ value }) => value !== null)?.value ?? 0;
  covariance[0] = 1;
  covariance[size + 1] = SLOPE_SPREAD ** 2;
  for (let i = 2; i < size; i++)
    covariance[i * size + i] = (settings.seasonSpread / (Math.floor((i - 2) / 2) + 1)) ** 2;
  let logLikelihood = 0;
  for (const week of weeks) {
    advance(mean, covariance, settings);
    if (week.value !== null) logLikelihood += learn({ mean, covariance, week, noise: settings.noiseVariance });
  }
  return { settings, mean, covariance, logLikelihood };
}

/** One week on: the level moves by the slope, the slope shrinks, both become less sure. */
function advance(mean: Float64Array, covariance: Float64Array, settings: TrendSettings): void {
  const size = mean.length;
  const { damping, levelVariance, slopeVariance } = settings;
  mean[0]! += mean[1]!;
  mean[1]! *= damping;
  for (let j = 0; j < size; j++) covariance[j]! += covariance[size + j]!;
  for (let i = 0; i < size; i++) covariance[i * size]! += covariance[i * size + 1]!;
  for (let j = 0; j < size; j++) covariance[size + j]! *= damping;
  for (let i = 0; i < size; i++) covariance[i * size + 1]! *= damping;
  covariance[0]! += levelVariance;
  covariance[size + 1]! += slopeVariance;
}

interface Learning {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly week: WeekObservation;
  readonly noise: number;
}

/** Takes a week into account; returns its log density. */
function learn({ mean, covariance, week, noise }: Learning): number {
  const size = mean.length;
  const row = rowOf(week.yearly, size);
  const gain = new Float64Array(size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) gain[i]! += covariance[i * size + j]! * row[j]!;
  let expected = 0;
  let spread = 0;
  for (let i = 0; i < size; i++) {
    expected += row[i]! * mean[i]!;
    spread += row[i]! * gain[i]!;
  }
  const error = week.value! - expected;
  const usual = spread + noise / week.exposure;
  const surprise = Math.abs(error) / Math.sqrt(usual);
  const variance = surprise > HUBER ? usual * (surprise / HUBER) : usual;
  for (let i = 0; i < size; i++) mean[i]! += (gain[i]! * error) / variance;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) covariance[i * size + j]! -= (gain[i]! * gain[j]!) / variance;
  // Huber's density: quadratic inside, linear outside.
  const loss = surprise > HUBER ? HUBER * surprise - HUBER ** 2 / 2 : surprise ** 2 / 2;
  return -loss - Math.log(usual) / 2;
}

function rowOf(yearly: Float64Array, size: number): Float64Array {
  const row = new Float64Array(size);
  row[0] = 1;
  for (let i = 2; i < size; i++) row[i] = yearly[i - 2]!;
  return row;
}
