import { robustScale } from '../robust-scale.js';

/** Residuals are cut at this many robust standard deviations: bursts count, mistakes of a thousand times do not. */
const CUT = 4;
/** Largest correction either way. */
const MOST = 4;

/**
 * What the exponential of an expected log is multiplied with to be an expected count (Duan 1983): the exponential of a
 * mean log is nearer the median, which for a queue of bursts is a small part of the mean. Ratio of the weighted sums
 * of what came and what was fitted.
 */
export function smearing(logTotals: Float64Array, fitted: Float64Array, weights: readonly number[]): number {
  const residual = logTotals.map((value, index) => value - fitted[index]!);
  const limit = CUT * Math.max(robustScale(residual), 0.02);
  let came = 0;
  let said = 0;
  fitted.forEach((value, index) => {
    came += weights[index]! * Math.max(0, Math.exp(value + Math.min(residual[index]!, limit)) - 1);
    said += weights[index]! * Math.max(0, Math.exp(value) - 1);
  });
  return said > 0 ? Math.min(Math.max(came / said, 1 / MOST), MOST) : 1;
}
