import type { AnswerPromise } from './deferred-work.js';

/** Slack for hours that are a whole number of intervals but for float noise. */
const NOISE = 1e-9;

/** Counts intervals of a grid by its opening hours. "Open boundary" i lies before the i-th open interval. */
export class OpeningClock {
  readonly count: number;
  /** Open intervals before boundary b, for b = 0 … count. */
  readonly openBefore: Int32Array;
  /** The open intervals, in order. */
  readonly openIntervals: Int32Array;

  constructor(open: ArrayLike<number | boolean>) {
    this.count = open.length;
    this.openBefore = new Int32Array(open.length + 1);
    const intervals: number[] = [];
    for (let index = 0; index < open.length; index += 1) {
      if (open[index]) intervals.push(index);
      this.openBefore[index + 1] = intervals.length;
    }
    this.openIntervals = Int32Array.from(intervals);
  }

  get openCount(): number {
    return this.openIntervals.length;
  }

  /** The first open interval at or after the boundary; the number of intervals when none is left. */
  firstOpen(boundary: number): number {
    if (boundary >= this.count) return this.count;
    const before = this.openBefore[boundary]!;
    return before < this.openCount ? this.openIntervals[before]! : this.count;
  }

  /** Open intervals before a boundary, which may lie after the grid. */
  openUntil(boundary: number): number {
    return this.openBefore[Math.max(0, Math.min(this.count, boundary))]!;
  }

  /**
   * The boundary so many whole intervals of the promise's clock after `from`. Beyond the last open interval the grid
   * is counted on as if open, which keeps the order of dues; the exact place does not matter there.
   */
  after(from: number, intervals: number, clock: AnswerPromise['clock'] = 'business'): number {
    if (clock === 'elapsed') return from + intervals;
    const index = this.openUntil(from) + intervals - 1;
    return index < this.openCount ? this.openIntervals[index]! + 1 : this.count + index - this.openCount + 1;
  }

  /** Intervals of the promise's clock from one boundary of the grid to a later one; 0 or less when it has passed. */
  left(from: number, until: number, clock: AnswerPromise['clock'] = 'business'): number {
    if (clock === 'elapsed' || until <= from) return until - from;
    return this.openUntil(until) - this.openUntil(from) + Math.max(0, until - this.count);
  }
}

/** Whole intervals in so many hours, at least one: a promise shorter than an interval is kept within it. */
export function intervalsIn(hours: number, intervalSeconds: number): number {
  return Math.max(1, Math.floor((hours * 3600) / intervalSeconds + NOISE));
}
