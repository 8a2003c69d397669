import type { StaffingForecast } from '../staffing-forecast.js';
import { checkCv } from './gamma-rate.js';

/** Quantiles of the contacts of one interval; absent or NaN = not known. */
export interface CountBand {
  readonly p05?: number;
  readonly p10?: number;
  readonly p90?: number;
  readonly p95?: number;
}

const OUTER_Z = 1.6448536269514722;
const INNER_Z = 1.2815515655446004;
/** A band wider than this says that nothing is known; the gamma rate would have most of its mass near 0. */
const MOST_CV = 1;
/** A band does not say more than this of the cv; few different values are quicker to compute with. */
const CV_STEP = 1e-3;

const known = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value);

/** Standard deviation of the counts by one pair of quantiles; by the upper half where the lower lies at 0. */
function deviationOf(mean: number, lower: number | undefined, upper: number | undefined, z: number): number | null {
  if (!known(upper)) return null;
  if (known(lower) && lower > 0) return (upper - lower) / (2 * z);
  // Cornish & Fisher: upper = mean + z·sd + (z² - 1)/6·skewness·sd, with the skewness of a Poisson count, 1/√mean.
  const skewness = 1 / Math.sqrt(Math.max(mean, 0.25));
  return (upper - mean) / (z + ((z * z - 1) / 6) * skewness);
}

/**
 * The cv of the arrival rate behind a band of counts, by the method of moments. Counts given the rate are Poisson, so
 * that variance of the counts = mean + (cv × mean)²: what the band holds over Poisson noise is the rate's. The
 * standard deviation is the mean of those the 5/95 and 10/90 % pairs give. NaN when the band is not known or the mean
 * is 0; 0 when the band is no wider than Poisson noise; at most 1.
 */
export function rateCvOfBand(mean: number, band: CountBand): number {
  const deviations = [
    deviationOf(mean, band.p05, band.p95, OUTER_Z),
    deviationOf(mean, band.p10, band.p90, INNER_Z),
  ].filter((deviation) => deviation !== null);
  if (deviations.length === 0 || !(mean > 0)) return Number.NaN;
  const deviation = Math.max(0, deviations.reduce((sum, one) => sum + one, 0) / deviations.length);
  const cv = Math.sqrt(Math.max(0, deviation * deviation - mean)) / mean;
  return Math.min(MOST_CV, Math.round(cv / CV_STEP) * CV_STEP);
}

/** The rate's cv of one interval: the forecast's own, or what its band says; NaN = not known. */
export function rateCvOf({ rateCv, countQuantiles, contacts }: StaffingForecast, index: number): number {
  if (rateCv !== undefined) {
    const cv = typeof rateCv === 'number' ? rateCv : rateCv[index]!;
    if (!Number.isNaN(cv)) checkCv(cv);
    return cv;
  }
  if (!countQuantiles) return Number.NaN;
  const { p05, p10, p90, p95 } = countQuantiles;
  return rateCvOfBand(contacts[index]!, {
    p05: p05?.[index],
    p10: p10?.[index],
    p90: p90?.[index],
    p95: p95?.[index],
  });
}
