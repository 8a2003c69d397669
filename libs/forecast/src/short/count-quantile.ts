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

/** Quantile of the standard normal distribution (Acklam's rational approximation, relative error below 1.2e-9). */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`probability (${probability}) must lie between 0 and 1; use for example 0.9`);
  if (probability < 0.02425) return tail(Math.sqrt(-2 * Math.log(probability)));
  if (probability > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - probability)));
  const q = probability - 0.5;
  const r = q * q;
  const above =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239;
  const below =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return (above * q) / below;
}

function tail(q: number): number {
  const above =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const below =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return above / below;
}
