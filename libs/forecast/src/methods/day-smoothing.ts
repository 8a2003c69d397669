import { minimise } from './nelder-mead.js';
import { robustScale } from '../robust-scale.js';

/** A series of days to smooth: one value a day, its weekday, and the steps (open days) since the day before it. */
export interface DaySeries {
  readonly values: Float64Array;
  readonly weekdays: readonly number[];
  readonly steps: readonly number[];
}

/** Smoothing factors, each in 0..1; `damping` is how much of the trend is left a step later. */
export interface SmoothingFactors {
  readonly level: number;
  readonly trend: number;
  readonly season: number;
  readonly damping: number;
}

/** Where the smoothing ended. */
export interface SmoothedDays {
  readonly factors: SmoothingFactors;
  readonly errors: Float64Array;
  /** Expected value of a day of that weekday, `ahead` steps after the last. */
  expected(weekday: number, ahead: number): number;
}

/** Errors beyond this many robust standard deviations are cut before they move the states (Gelper, Fried & Croux 2010). */
const CUT = 2.5;
const EVALUATIONS = 90;

/** Each member of the family with the numbers it fits: trend none or damped, season fixed or moving. */
const FAMILY = [
  { trend: false, season: false },
  { trend: false, season: true },
  { trend: true, season: false },
  { trend: true, season: true },
] as const;

/**
 * Exponential smoothing of days in state-space form, ETS(A,N,A) and ETS(A,Ad,A) with a season of a week (Hyndman,
 * Koehler, Ord & Snyder 2008, 2.5), errors cut against outliers; factors by least squares, the member by AICc.
 */
export function smoothDays(series: DaySeries): SmoothedDays {
  const candidates = FAMILY.map((member) => {
    const count = 1 + 2 * Number(member.trend) + Number(member.season);
    const found = minimise((at) => meanSquare(run(series, factorsOf(at, member)).errors), {
      start: [-1.5, ...(member.trend ? [-3, 2] : []), ...(member.season ? [-3] : [])],
      reach: 1,
      evaluations: EVALUATIONS,
    });
    const n = series.values.length;
    const k = count + 9 + Number(member.trend);
    const aicc = n * Math.log(Math.max(found.value, 1e-12)) + 2 * k + (2 * k * (k + 1)) / Math.max(1, n - k - 1);
    return { aicc, factors: factorsOf(found.at, member) };
  });
  const best = candidates.reduce((a, b) => (b.aicc < a.aicc ? b : a));
  return run(series, best.factors);
}

const fraction = (x: number) => 1 / (1 + Math.exp(-x));

function factorsOf(at: Float64Array, { trend, season }: { trend: boolean; season: boolean }): SmoothingFactors {
  const level = fraction(at[0]!);
  return {
    level,
    // The trend follows no faster than the level and is always damped: an undamped one runs away over four weeks.
    trend: trend ? level * fraction(at[1]!) : 0,
    damping: trend ? 0.8 + 0.18 * fraction(at[2]!) : 0,
    season: season ? (1 - level) * fraction(at[trend ? 3 : 1]!) : 0,
  };
}

/** The filter with given factors; exported for the golden values. */
export function run({ values, weekdays, steps }: DaySeries, factors: SmoothingFactors): SmoothedDays {
  const { level: alpha, trend: beta, season: gamma, damping: phi } = factors;
  const season = weekdaySeason(values, weekdays);
  const first = values.subarray(0, 14);
  let level = first.reduce((sum, value, index) => sum + value - season[weekdays[index]!]!, 0) / first.length;
  let slope = 0;
  const scale = robustScale(values.map((value, index) => value - level - season[weekdays[index]!]!));
  const errors = new Float64Array(values.length);
  values.forEach((value, index) => {
    const weekday = weekdays[index]!;
    for (let step = 0; step < steps[index]!; step++) {
      slope *= phi;
      level += slope;
    }
    const error = value - level - season[weekday]!;
    errors[index] = error;
    const held = Math.min(Math.max(error, -CUT * scale), CUT * scale);
    level += alpha * held;
    slope += beta * held;
    season[weekday]! += gamma * held;
  });
  return {
    factors,
    errors,
    expected: (weekday, ahead) => level + slope * dampedSteps(phi, ahead) + season[weekday]!,
  };
}

function dampedSteps(phi: number, ahead: number): number {
  let sum = 0;
  for (let step = 1; step <= ahead; step++) sum += phi ** step;
  return sum;
}

/** Mean departure of each weekday (1..7) from the mean of weekdays. */
function weekdaySeason(values: Float64Array, weekdays: readonly number[]): Float64Array {
  const sums = new Float64Array(8);
  const counts = new Float64Array(8);
  values.forEach((value, index) => {
    sums[weekdays[index]!]! += value;
    counts[weekdays[index]!]! += 1;
  });
  const seen = [...counts.keys()].filter((weekday) => counts[weekday]! > 0);
  const centre = seen.reduce((sum, weekday) => sum + sums[weekday]! / counts[weekday]!, 0) / Math.max(1, seen.length);
  return sums.map((sum, weekday) => (counts[weekday] ? sum / counts[weekday]! - centre : 0));
}

function meanSquare(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length);
}
