import { addingOfCatalogue, type Adding, type FactSums } from './fact-sums.js';

/** A measure now against the same before, and whether that is more than the days differ anyway. */
export type MeasureTrend =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'trend';
      readonly now: number;
      readonly before: number;
      /** now − before, in the unit of the measure. */
      readonly difference: number;
      /** `unknown`: fewer than seven days with facts on a side, or no spread to judge by. */
      readonly verdict: 'more-than-noise' | 'within-noise' | 'unknown';
      /** Two-sided, by Student's t; null where it cannot be judged. */
      readonly probability: number | null;
    };

/** Fewer days tell little of how much days differ. */
export const LEAST_TREND_DAYS = 7;
/** Chance of calling mere noise a trend. */
export const TREND_LEVEL = 0.05;

/** One period: its facts by day, all of them together, and how a measure is computed from facts. */
export interface TrendSide {
  readonly days: readonly FactSums[];
  readonly whole: FactSums;
  readonly evaluate: (facts: FactSums) => number | null;
  readonly adding?: Adding;
}

/** What is left of the whole without one of its days. What stood at the end stands whatever day is left out. */
function without(day: FactSums, { whole, adding = addingOfCatalogue }: TrendSide): FactSums {
  const left = new Map(whole);
  for (const [name, { sum, lacking }] of day) {
    const all = whole.get(name);
    if (all && adding(name) !== 'last') left.set(name, { sum: all.sum - sum, lacking: all.lacking - lacking });
  }
  return left;
}

interface Estimate {
  readonly value: number;
  readonly variance: number;
  readonly days: number;
}

/**
 * The value over all days and the jackknife's variance of it: each day is left out in turn, so that it works for any
 * formula over sums, ratios above all (Quenouille 1956; Tukey 1958). With n values t(i), variance (n − 1)/n · Σ(t(i) − t̄)².
 */
function jackknife(side: TrendSide): Estimate | null {
  const value = side.evaluate(side.whole);
  if (value === null || !Number.isFinite(value)) return null;
  const left: number[] = [];
  for (const day of side.days) {
    if (day.size === 0) continue;
    const rest = side.evaluate(without(day, side));
    if (rest !== null && Number.isFinite(rest)) left.push(rest);
  }
  if (left.length < LEAST_TREND_DAYS) return { value, variance: Number.NaN, days: left.length };
  const mean = left.reduce((sum, each) => sum + each, 0) / left.length;
  const spread = left.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { value, variance: ((left.length - 1) / left.length) * spread, days: left.length };
}

/**
 * Whether a measure moved: Welch's t over the two jackknife variances. Days of one week differ by weekday, which widens
 * both sides alike, so that the test errs towards noise; sides of whole weeks are best. Weeks that depend on each other
 * are not known to it.
 */
export function trendOf(now: TrendSide, before: TrendSide): MeasureTrend {
  const [a, b] = [jackknife(now), jackknife(before)];
  if (!a || !b) return { kind: 'unknown' };
  const found = { kind: 'trend' as const, now: a.value, before: b.value, difference: a.value - b.value };
  const variance = a.variance + b.variance;
  if (!(variance > 0)) return { ...found, verdict: 'unknown', probability: null };
  const freedom = variance ** 2 / (a.variance ** 2 / (a.days - 1) + b.variance ** 2 / (b.days - 1));
  const probability = twoSidedT(Math.abs(found.difference) / Math.sqrt(variance), freedom);
  return { ...found, verdict: probability < TREND_LEVEL ? 'more-than-noise' : 'within-noise', probability };
}

/** P(|T| > t) with so many degrees of freedom: the incomplete beta function I_x(ν/2, 1/2), x = ν/(ν + t²). */
export function twoSidedT(t: number, freedom: number): number {
  if (!(t > 0)) return 1;
  return incompleteBeta(freedom / (freedom + t * t), { a: freedom / 2, b: 0.5 });
}

/** Regularised; by the continued fraction with Lentz's method (DLMF 8.17.22), which converges fast for x < (a+1)/(a+b+2). */
function incompleteBeta(x: number, { a, b }: { readonly a: number; readonly b: number }): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, { a: b, b: a });
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  let [c, d, fraction] = [1, 0, 1];
  for (let i = 0; i <= 200; i++) {
    const m = Math.floor(i / 2);
    const numerator =
      i === 0
        ? 1
        : i % 2 === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (Math.abs(1 + numerator * d) < tiny ? tiny : 1 + numerator * d);
    c = Math.abs(1 + numerator / c) < tiny ? tiny : 1 + numerator / c;
    fraction *= c * d;
    if (Math.abs(1 - c * d) < 1e-12) break;
  }
  return front * (fraction - 1);
}

/** Stirling's series beyond 10, reached by recurrence (DLMF 5.11.1). */
function logGamma(z: number): number {
  let [shift, x] = [0, z];
  while (x < 10) shift += Math.log(x++);
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5) -
    shift
  );
}
