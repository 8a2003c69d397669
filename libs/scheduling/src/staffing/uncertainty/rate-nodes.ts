import { LEAST_CV, rateFactorAt } from './gamma-rate.js';
import { normalDensity } from './normal.js';

/**
 * Standard normal levels at which an uncertain rate is looked at, evenly spaced: the trapezoidal rule, which for
 * smooth functions of a normal variable gains digits with every node. Their number is a trade measured in
 * rate-nodes.spec.ts.
 */
const HALF_WIDTH = 4.8;
const SPACING = 0.4;

export const NODE_LEVELS: readonly number[] = Array.from(
  { length: Math.round((2 * HALF_WIDTH) / SPACING) + 1 },
  (_, index) => -HALF_WIDTH + index * SPACING,
);

const densities = NODE_LEVELS.map(normalDensity);
const total = densities.reduce((sum, density) => sum + density, 0);
/** Probability of each level; they sum to 1. */
export const NODE_WEIGHTS: readonly number[] = densities.map((density) => density / total);

/** cvs that differ by less staff alike; keeps the table of nodes small. */
const CV_STEP = 1e-4;
const factorsByCv = new Map<number, Float64Array>();

/** Rate / mean at each level, with a mean of 1 over the nodes. */
export function rateFactors(cv: number): Float64Array {
  const key = cv < LEAST_CV ? 0 : Math.round(cv / CV_STEP);
  let factors = factorsByCv.get(key);
  if (!factors) {
    factors = Float64Array.from(NODE_LEVELS, (z) => rateFactorAt(z, key * CV_STEP));
    const mean = factors.reduce((sum, factor, index) => sum + factor * NODE_WEIGHTS[index]!, 0);
    factors = factors.map((factor) => factor / mean);
    factorsByCv.set(key, factors);
  }
  return factors;
}
