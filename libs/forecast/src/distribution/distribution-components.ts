/** Probabilities at which the standardised errors of intervals are kept; between them lies a straight line in normal scores. */
export const KEPT_PROBABILITIES = [
  0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99,
] as const;
/** The same for the symmetric errors of day totals: probabilities from the middle up. */
export const KEPT_UPPER_PROBABILITIES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99] as const;

/** How interval forecasts up to so many days ahead went wrong. */
export interface IntervalErrors {
  /** The last day ahead of the group; the last group is for everything later. */
  readonly untilLeadDays: number;
  /** tau² of the standard deviation sqrt(f + tau² f²): the squared relative error of the rate beyond Poisson noise. */
  readonly rateVariance: number;
  /** Quantiles of (actual - f) / sqrt(f + tau² f²) at {@link KEPT_PROBABILITIES}. */
  readonly quantiles: readonly number[];
}

/** How forecasts of day totals up to so many days ahead went wrong; standard deviation sqrt(F + rateVariance F²). */
export interface DayErrors {
  readonly untilLeadDays: number;
  readonly rateVariance: number;
}

/**
 * All that is needed to rebuild the predictive distribution of a forecast from its means: plain numbers, to be stored
 * as JSON beside it. Learned from errors of past forecasts only; later data never changes it.
 */
export interface DistributionComponents {
  readonly version: 1;
  /** False when there were too few past errors and a wide assumption stands in. */
  readonly calibrated: boolean;
  readonly stepMinutes: number;
  readonly intervals: readonly IntervalErrors[];
  readonly days: readonly DayErrors[];
  /** Quantiles of |day error| / standard deviation at {@link KEPT_UPPER_PROBABILITIES}, the lower half its mirror image. */
  readonly dayQuantiles: readonly number[];
  /** Shares of the rate's variance within a day: common to the day, and common to neighbours, falling by hour. */
  readonly withinDay: { readonly common: number; readonly neighbours: number; readonly decayPerHour: number };
  /** Correlation of the days' levels k days apart: common + (1 - common) · decayPerDay^k. */
  readonly betweenDays: {
    readonly common: number;
    readonly decayPerDay: number;
    /** Origins it was learned from: the degrees of freedom of sums over several days; left out in older forecasts. */
    readonly freedom?: number;
  };
}

/** The components of a parsed JSON document, or null when it is none: a wrong version, shape or number. */
export function readDistributionComponents(value: unknown): DistributionComponents | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Partial<DistributionComponents>;
  const isGroup = (group: { untilLeadDays?: unknown; rateVariance?: unknown }) =>
    isNumber(group?.untilLeadDays, 1) && isNumber(group.rateVariance, 0);
  const good =
    given.version === 1 &&
    typeof given.calibrated === 'boolean' &&
    isNumber(given.stepMinutes, 1) &&
    isFilled(given.intervals) &&
    given.intervals.every((group) => isGroup(group) && isRising(group.quantiles, KEPT_PROBABILITIES.length)) &&
    isFilled(given.days) &&
    given.days.every(isGroup) &&
    isRising(given.dayQuantiles, KEPT_UPPER_PROBABILITIES.length) &&
    isShare(given.withinDay?.common) &&
    isShare(given.withinDay?.neighbours) &&
    isShare(given.withinDay?.decayPerHour) &&
    isShare(given.betweenDays?.common) &&
    isShare(given.betweenDays?.decayPerDay) &&
    (given.betweenDays?.freedom === undefined || isNumber(given.betweenDays.freedom, 3));
  return good ? (given as DistributionComponents) : null;
}

function isNumber(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= least;
}

const isShare = (value: unknown): boolean => isNumber(value, 0) && value <= 1;

function isFilled<T>(values: readonly T[] | undefined): values is readonly T[] {
  return Array.isArray(values) && values.length > 0;
}

function isRising(values: readonly number[] | undefined, length: number): boolean {
  return (
    isFilled(values) &&
    values.length === length &&
    values.every((value, index) => Number.isFinite(value) && (index === 0 || value >= values[index - 1]!))
  );
}
