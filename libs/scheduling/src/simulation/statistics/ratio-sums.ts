import type { Estimate } from '../simulation.js';
import { studentQuantile } from './normal-and-student.js';

const WIDTH = 5;

/** Sums of pairs (x, y), one pair an observation, from which the ratio Σx/Σy and its standard error come. */
export class RatioSums {
  private readonly sums: Float64Array;

  constructor(count: number) {
    this.sums = new Float64Array(count * WIDTH);
  }

  add(index: number, x: number, y: number): void {
    const at = index * WIDTH;
    const { sums } = this;
    sums[at]! += x;
    sums[at + 1]! += y;
    sums[at + 2]! += x * x;
    sums[at + 3]! += x * y;
    sums[at + 4]! += y * y;
  }

  /** Ratio estimator with its linearised variance (Law & Kelton, ch. 9; exact for y = 1, the plain mean). */
  estimate(index: number, observations: number, quantile: number): Estimate {
    const at = index * WIDTH;
    const [x, y, xx, xy, yy] = this.sums.subarray(at, at + WIDTH) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (observations === 0 || y === 0) return { value: NaN, standardError: NaN, low: NaN, high: NaN };
    const value = x / y;
    const squares = Math.max(0, xx - 2 * value * xy + value * value * yy);
    const variance = observations > 1 ? (squares * observations) / ((observations - 1) * y * y) : Number.NaN;
    const standardError = Math.sqrt(variance);
    return { value, standardError, low: value - quantile * standardError, high: value + quantile * standardError };
  }
}

/** Two-sided quantile for so many observations. */
export const confidenceQuantile = (observations: number, confidenceFraction: number): number =>
  studentQuantile(0.5 + confidenceFraction / 2, observations - 1);

/** A share of observations with Wilson's interval, which stays inside 0..1. */
export function shareEstimate(successes: number, observations: number, z: number): Estimate {
  if (observations === 0) return { value: NaN, standardError: NaN, low: NaN, high: NaN };
  const value = successes / observations;
  const centre = (value + (z * z) / (2 * observations)) / (1 + (z * z) / observations);
  const half =
    (z / (1 + (z * z) / observations)) *
    Math.sqrt((value * (1 - value)) / observations + (z * z) / (4 * observations * observations));
  return {
    value,
    standardError: Math.sqrt((value * (1 - value)) / observations),
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
  };
}
