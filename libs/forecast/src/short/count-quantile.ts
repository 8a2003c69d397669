import { normalQuantile } from '../distribution/normal.js';

/** Means up to this are summed count by count; above it a gamma distribution of the same mean and variance stands in. */
const COUNTED_UP_TO = 40;

/**
 * The value not exceeded with that probability by a count whose rate is uncertain: negative binomial of the given mean
 * and variance (Poisson when the variance is no larger), by its sums for small means, else by the gamma distribution with
 * Wilson & Hilferty's cube root (1931). Never negative; 0 for a mean of 0.
 */
export function countQuantile(mean: number, variance: number, probability: number): number {
  if (!(mean > 0)) return 0;
  if (mean <= COUNTED_UP_TO) return smallCountQuantile(mean, Math.max(variance, mean * 1.000001), probability);
  const shape = (mean * mean) / Math.max(variance, mean);
  const cube = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  return cube <= 0 ? 0 : mean * cube ** 3;
}

/** Linear between counts, so that a band moves smoothly with its mean. */
function smallCountQuantile(mean: number, variance: number, probability: number): number {
  const size = (mean * mean) / (variance - mean);
  const ratio = (variance - mean) / variance;
  let mass = Math.exp(size * Math.log1p(-ratio));
  let below = 0;
  for (let count = 0; count < 4000; count++) {
    if (below + mass >= probability) {
      const value = count - 0.5 + (mass > 0 ? (probability - below) / mass : 0);
      return value < 0.5 && probability < 0.5 ? 0 : Math.max(0, value);
    }
    below += mass;
    mass *= (ratio * (size + count)) / (count + 1);
  }
  return mean;
}
