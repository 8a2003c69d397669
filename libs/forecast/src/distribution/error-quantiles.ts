import { KEPT_PROBABILITIES, KEPT_UPPER_PROBABILITIES } from './distribution-components.js';
import { normalQuantile } from './normal.js';

const SCORES = KEPT_PROBABILITIES.map(normalQuantile);
const UPPER_SCORES = KEPT_UPPER_PROBABILITIES.map(normalQuantile);

/** The kept quantile at a normal score; a straight line between the kept ones and on beyond the outermost. */
export function quantileAtScore(quantiles: readonly number[], z: number): number {
  return lineThrough(SCORES, quantiles, z);
}

/** The same for symmetric errors kept from the middle up. */
export function symmetricAtScore(quantiles: readonly number[], z: number): number {
  return Math.sign(z) * lineThrough(UPPER_SCORES, quantiles, Math.abs(z));
}

function lineThrough(at: readonly number[], values: readonly number[], x: number): number {
  let upper = 1;
  while (upper < at.length - 1 && at[upper]! < x) upper++;
  const share = (x - at[upper - 1]!) / (at[upper]! - at[upper - 1]!);
  // Exactly at a kept score the kept value, free of rounding.
  if (share === 1) return values[upper]!;
  return values[upper - 1]! + share * (values[upper]! - values[upper - 1]!);
}

/** Second moments of errors with these kept quantiles, in units of their scale. */
export interface ErrorMoments {
  readonly variance: number;
  /** Covariance with the normal score: what errors with correlated scores have in common, to first order. */
  readonly withScore: number;
}

const known = new WeakMap<readonly number[], ErrorMoments>();
const MOMENT_SCORES = Array.from({ length: 61 }, (_, index) => -3 + index / 10);
const MOMENT_WEIGHTS = MOMENT_SCORES.map((z) => Math.exp(-0.5 * z * z) / 10 / Math.sqrt(2 * Math.PI));

/** Moments of the errors with these quantiles, by the trapezoidal rule over the normal score. */
export function momentsOf(quantiles: readonly number[]): ErrorMoments {
  let moments = known.get(quantiles);
  if (!moments) {
    const values = MOMENT_SCORES.map((z) => quantileAtScore(quantiles, z));
    const mean = sumOver((index) => values[index]!);
    moments = {
      variance: sumOver((index) => (values[index]! - mean) ** 2),
      withScore: sumOver((index) => values[index]! * MOMENT_SCORES[index]!),
    };
    known.set(quantiles, moments);
  }
  return moments;
}

function sumOver(valueOf: (index: number) => number): number {
  return MOMENT_WEIGHTS.reduce((sum, weight, index) => sum + weight * valueOf(index), 0);
}

/** Quantile of sorted values, between ranks in proportion (Hyndman & Fan 1996, type 5). */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return 0;
  const at = Math.min(Math.max(p * sorted.length - 0.5, 0), sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

const DAYS_A_WEEK = 5;

/** Working weeks in so many different days with errors, at least one. */
export const weeksOf = (days: number): number => Math.max(1, days / DAYS_A_WEEK);
