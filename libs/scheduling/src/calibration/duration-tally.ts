/** Values in ascending order and how often each was seen. */
export interface Tallied {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/** Distinct values kept; a log in whole seconds never has so many. */
const MOST_DISTINCT = 8192;
/** Seconds to which values are rounded, one after the other, when there are too many of them. */
const STEPS = [0, 0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600];

/**
 * Durations of a log of any length in bounded memory: exact counts by value, rounded only when more than 8,192
 * different values turn up. Count, sum and sum of squares are always exact.
 */
export class DurationTally {
  count = 0;
  sum = 0;
  sumOfSquares = 0;
  private counts = new Map<number, number>();
  private step = 0;

  add(seconds: number): void {
    this.count += 1;
    this.sum += seconds;
    this.sumOfSquares += seconds * seconds;
    this.put(seconds, 1);
    while (this.counts.size > MOST_DISTINCT && this.step < STEPS.length - 1) this.coarsen();
  }

  /** Mean of all durations; NaN of none. */
  get mean(): number {
    return this.sum / this.count;
  }

  /** Variance with n - 1; 0 of a single duration. */
  get variance(): number {
    if (this.count < 2) return 0;
    return Math.max(0, (this.sumOfSquares - this.sum * this.mean) / (this.count - 1));
  }

  /** The durations of at least `from` and at most `to`, sorted. */
  tallied(from = -Infinity, to = Infinity): Tallied {
    const kept = [...this.counts].filter(([value]) => value >= from && value <= to).sort(([a], [b]) => a - b);
    return { values: Float64Array.from(kept, ([value]) => value), counts: Float64Array.from(kept, ([, n]) => n) };
  }

  private put(seconds: number, times: number): void {
    const step = STEPS[this.step]!;
    // Dividing by the inverse keeps 0.1 × 3 a printable 0.3.
    const value = step === 0 ? seconds : Math.round(seconds / step) / (1 / step);
    this.counts.set(value, (this.counts.get(value) ?? 0) + times);
  }

  private coarsen(): void {
    const before = this.counts;
    this.counts = new Map();
    this.step += 1;
    for (const [value, times] of before) this.put(value, times);
  }
}

export function totalOf({ counts }: Tallied): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The value below which the fraction of the tally lies, 0..1: the smallest value whose share reaches it. */
export function quantileOf(tallied: Tallied, fraction: number): number {
  const { values, counts } = tallied;
  const target = fraction * totalOf(tallied) * (1 - 1e-12);
  let seen = 0;
  for (let i = 0; i < values.length; i += 1) {
    seen += counts[i]!;
    if (seen >= target) return values[i]!;
  }
  return values[values.length - 1] ?? Number.NaN;
}

/**
 * The tally as `parts` equally likely values, ascending: each the mean of its part, so that their mean is the mean
 * of the tally. What a simulator draws from.
 */
export function equallyLikelyValues(tallied: Tallied, parts: number): readonly number[] {
  const { values, counts } = tallied;
  const size = totalOf(tallied) / parts;
  if (!(size > 0)) return [];
  const means: number[] = [];
  let index = 0;
  let left = counts[0]!;
  for (let part = 0; part < parts; part += 1) {
    let room = size;
    let sum = 0;
    while (index < values.length && room > left) {
      sum += left * values[index]!;
      room -= left;
      index += 1;
      left = counts[index] ?? 0;
    }
    const last = values[Math.min(index, values.length - 1)]!;
    means.push((sum + room * last) / size);
    left -= room;
  }
  return means;
}
