import type { Run, RunDay } from './method-runs.js';

/** The probabilities for which bands are made. */
export const BAND_PROBABILITIES = [0.025, 0.05, 0.1, 0.5, 0.9, 0.95, 0.975] as const;
export type BandProbability = (typeof BAND_PROBABILITIES)[number];

/** Standard normal quantiles of {@link BAND_PROBABILITIES}, for bands without past errors. */
const NORMAL_QUANTILES = [-1.96, -1.6449, -1.2816, 0, 1.2816, 1.6449, 1.96];
/** Relative day-level error assumed while there are no past errors to learn from. */
const ASSUMED_TAU = 0.25;
/** Days ahead that share one distribution of errors; the last one is for everything later. */
const LEAD_LIMITS = [7, 14, 28];
/** A group of lead times with fewer target days than this borrows from the group before it. */
const LEAST_DAYS = 8;
const DAYS_A_WEEK = 5;

interface ErrorGroup {
  readonly tauSquared: number;
  /** Quantiles of the standardised errors, one for each of {@link BAND_PROBABILITIES}. */
  readonly quantiles: readonly number[];
}

/** Errors of past runs, turned into bands around a forecast. */
export interface BandModel {
  /** False when there were too few past errors and a normal band of assumed width stands in. */
  readonly calibrated: boolean;
  /** The value not exceeded with probability `p` for a forecast of `forecast` contacts that many days ahead. */
  quantile(forecast: number, leadDays: number, probability: BandProbability): number;
}

/**
 * Bands by conformal calibration: the errors of the runs' targets before `beforeDay`, divided by
 * sqrt(f + tau² f²), give empirical quantiles by lead time. tau² is what the squared errors leave over Poisson noise.
 * Source: Stankeviciute, Alaa & van der Schaar 2021, with the count model's standard deviation as the scale.
 */
export function conformalBands(runs: readonly Run[], beforeDay: number): BandModel {
  const days = runs.flatMap((run) => run.days).filter(({ day, actual }) => day < beforeDay && actual !== null);
  const groups: ErrorGroup[] = [];
  let lower = 0;
  for (const limit of LEAD_LIMITS) {
    const members = days.filter(
      ({ leadDays }) => leadDays > lower && (leadDays <= limit || limit === LEAD_LIMITS.at(-1)),
    );
    if (members.length >= LEAST_DAYS) groups.push(errorGroup(members));
    else if (groups.length > 0) groups.push(groups.at(-1)!);
    lower = limit;
  }
  const pooled = groups[0] ?? (days.length >= LEAST_DAYS ? errorGroup(days) : null);
  if (!pooled) return bandsOf([{ tauSquared: ASSUMED_TAU ** 2, quantiles: NORMAL_QUANTILES }], false);
  return bandsOf(groups.length > 0 ? groups : [pooled], true);
}

function bandsOf(groups: readonly ErrorGroup[], calibrated: boolean): BandModel {
  return {
    calibrated,
    quantile(forecast, leadDays, probability) {
      const found = LEAD_LIMITS.findIndex((limit) => leadDays <= limit);
      const group = groups[Math.min(found < 0 ? LEAD_LIMITS.length : found, groups.length - 1)]!;
      // Beyond the longest measured lead the day level is taken to wander, so its error grows with the root of time.
      const stretch = Math.max(1, leadDays / LEAD_LIMITS.at(-1)!);
      const deviation = Math.sqrt(forecast + group.tauSquared * stretch * forecast * forecast);
      const value = forecast + group.quantiles[BAND_PROBABILITIES.indexOf(probability)]! * deviation;
      // Counts are whole: a lower edge between 0 and 1/2 would call the most likely count of a quiet hour an exception.
      return value < 0.5 && probability < 0.5 ? 0 : Math.max(0, value);
    },
  };
}

function errorGroup(days: readonly RunDay[]): ErrorGroup {
  let excess = 0;
  let squares = 0;
  forEachTarget(days, (forecast, actual) => {
    excess += (actual - forecast) ** 2 - forecast;
    squares += forecast * forecast;
  });
  const tauSquared = squares > 0 ? Math.max(0, excess / squares) : 0;
  const standardised: number[] = [];
  forEachTarget(days, (forecast, actual) =>
    standardised.push((actual - forecast) / Math.sqrt(Math.max(0.25, forecast + tauSquared * forecast * forecast))),
  );
  const sorted = Float64Array.from(standardised).sort();
  return { tauSquared, quantiles: BAND_PROBABILITIES.map((p) => quantileOf(sorted, widened(p, days.length))) };
}

/**
 * Conformal correction: with n exchangeable units the tails shrink to n / (n + 1) of their rank. The unit is a working
 * week, since the errors of a week's days go together; measured on two banks this brings the bands to their names.
 */
function widened(p: number, days: number): number {
  const weeks = days / DAYS_A_WEEK;
  if (p === 0.5) return p;
  return p < 0.5 ? (p * weeks) / (weeks + 1) : 1 - ((1 - p) * weeks) / (weeks + 1);
}

function forEachTarget(days: readonly RunDay[], use: (forecast: number, actual: number) => void): void {
  for (const { forecast, actual } of days) {
    forecast.forEach((value, slot) => {
      const came = actual![slot]!;
      if (!Number.isNaN(value) && !Number.isNaN(came)) use(value, came);
    });
  }
}

function quantileOf(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return 0;
  const at = Math.min(Math.max(p * sorted.length - 0.5, 0), sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
