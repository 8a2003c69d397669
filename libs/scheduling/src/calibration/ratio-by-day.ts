import { NORMAL_95, studentT95, type Estimate } from './estimate.js';

/** Below this many days their spread says too little, and the contacts' own spread is used. */
const LEAST_DAYS = 5;

interface DaySums {
  top: number;
  bottom: number;
}

/**
 * A ratio of two sums over a log (handle seconds / contacts, queue seconds / abandonments), with an interval that
 * knows that the contacts of one day are alike: the days are the sample, not the contacts. Linearised ratio
 * estimator with Student's t over the days, on the scale of logarithms because the figures are positive.
 */
export class RatioByDay {
  private readonly days = new Map<number, DaySums>();

  add(day: number, top: number, bottom: number): void {
    const sums = this.days.get(day);
    if (sums) {
      sums.top += top;
      sums.bottom += bottom;
    } else this.days.set(day, { top, bottom });
  }

  /**
   * Σ top / Σ bottom. `relativeErrorAlone`: standard error / value were every contact independent of all others,
   * for logs of fewer than five days.
   */
  estimate(sampleSize: number, relativeErrorAlone: number): Estimate {
    let top = 0;
    let bottom = 0;
    for (const day of this.days.values()) {
      top += day.top;
      bottom += day.bottom;
    }
    const value = top / bottom;
    const count = this.days.size;
    const spread =
      count < LEAST_DAYS
        ? NORMAL_95 * relativeErrorAlone
        : studentT95(count - 1) * this.relativeError(value, { top, count });
    return {
      kind: 'estimate',
      value,
      low: value * Math.exp(-spread),
      high: value * Math.exp(spread),
      sampleSize,
    };
  }

  private relativeError(value: number, { top, count }: { top: number; count: number }): number {
    if (top === 0) return 0;
    let squares = 0;
    for (const day of this.days.values()) squares += (day.top - value * day.bottom) ** 2;
    return Math.sqrt((squares * count) / (count - 1)) / top;
  }
}
