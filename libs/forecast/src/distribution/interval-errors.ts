import type { RunDay } from '../backtest/method-runs.js';
import { KEPT_PROBABILITIES, type IntervalErrors } from './distribution-components.js';
import { quantileOfSorted } from './error-quantiles.js';
import { studentQuantile } from './normal.js';

/**
 * So many independent errors weigh as much as the careful guess: symmetric, its tails partly Student's. Last month's
 * bias rarely stays, and the tails of a few errors are noise; thousands of intervals that go their own ways say
 * themselves what their distribution is.
 */
const GUESS_WORTH = 100;
/** Of the guess: the share of the sizes there were; the rest is Student's t. */
const SHARE_OF_EMPIRICAL = 0.7;
/** Degrees of freedom of t for each independent error; it is wider than theory has it, since weeks go together too. */
const FREEDOM_PER_ERROR = 0.5;
const LEAST_FREEDOM = 3;

/** What errors of intervals some days ahead were like. */
export interface LearnedIntervalErrors extends Pick<IntervalErrors, 'rateVariance' | 'quantiles'> {
  /** Correlation of the errors of one day's intervals, 0..1: the share of the variance that is the day's level. */
  readonly levelShare: number;
}

/** Quantiles of errors over sqrt(f + tau² f²), tau² being what the squared errors leave over Poisson noise. */
export function learnIntervalErrors(days: readonly RunDay[]): LearnedIntervalErrors {
  const rateVariance = rateVarianceOf(days);
  const scores = new Float64Array(days.reduce((most, { forecast }) => most + forecast.length, 0));
  const ends: number[] = [];
  let count = 0;
  for (const day of days) {
    forEachTarget(day, (forecast, actual) => {
      scores[count++] = (actual - forecast) / Math.sqrt(Math.max(0.25, forecast + rateVariance * forecast * forecast));
    });
    ends.push(count);
  }
  const known = scores.subarray(0, count);
  const together = togetherOf(days, known, ends);
  return { rateVariance, levelShare: together.levelShare, quantiles: quantilesOf(known.sort(), together.independent) };
}

function rateVarianceOf(days: readonly RunDay[]): number {
  let [excess, squares] = [0, 0];
  for (const day of days)
    forEachTarget(day, (forecast, actual) => {
      excess += (actual - forecast) ** 2 - forecast;
      squares += forecast * forecast;
    });
  return squares > 0 ? Math.max(0, excess / squares) : 0;
}

interface Together {
  /** To how many independent errors they amount: their sums by week vary more than those of independent ones. */
  readonly independent: number;
  readonly levelShare: number;
}

/**
 * Kish's effective number with weeks as clusters; a day that several origins forecast counts in its week each time. The
 * scores of day k end before `ends[k]`.
 */
function togetherOf(days: readonly RunDay[], scores: Float64Array, ends: readonly number[]): Together {
  const weeks = new Map<number, number>();
  const sums = { squares: 0, squaredCounts: 0, squaredDays: 0 };
  days.forEach(({ day }, index) => {
    let total = 0;
    const from = ends[index - 1] ?? 0;
    for (let at = from; at < ends[index]!; at++) {
      total += scores[at]!;
      sums.squares += scores[at]! ** 2;
    }
    // Day 0 was a Thursday: weeks start on Monday.
    const week = Math.floor((day + 3) / 7);
    weeks.set(week, (weeks.get(week) ?? 0) + total);
    sums.squaredCounts += (ends[index]! - from) ** 2;
    sums.squaredDays += total ** 2;
  });
  const squaredWeeks = [...weeks.values()].reduce((sum, total) => sum + total ** 2, 0);
  const independent = (scores.length * sums.squares) / Math.max(squaredWeeks, sums.squares, 1e-12);
  const perDay = sums.squaredCounts / Math.max(1, scores.length);
  const levelShare = perDay < 1.5 ? 1 : (sums.squaredDays / Math.max(sums.squares, 1e-12) - 1) / (perDay - 1);
  return { independent: Math.max(weeks.size, independent), levelShare: Math.min(1, Math.max(0, levelShare)) };
}

function quantilesOf(sorted: Float64Array, independent: number): number[] {
  const sizes = sizesOf(sorted);
  const deviation = Math.sqrt(sorted.reduce((sum, score) => sum + score * score, 0) / Math.max(1, sorted.length));
  const freedom = Math.max(LEAST_FREEDOM, FREEDOM_PER_ERROR * independent);
  const ownShare = independent / (independent + GUESS_WORTH);
  return KEPT_PROBABILITIES.map((p) => {
    const side = Math.sign(p - 0.5);
    // Conformal: of n exchangeable errors and the next one, a tail holds n / (n + 1) of its name.
    const tail = (Math.min(p, 1 - p) * independent) / (independent + 1);
    const own = quantileOfSorted(sorted, p < 0.5 ? tail : 1 - tail);
    if (side === 0) return ownShare * quantileOfSorted(sorted, 0.5);
    const size = quantileOfSorted(sizes, 1 - 2 * tail);
    const student = deviation * studentQuantile(Math.max(p, 1 - p), freedom);
    const guess = side * (SHARE_OF_EMPIRICAL * size + (1 - SHARE_OF_EMPIRICAL) * student);
    return ownShare * own + (1 - ownShare) * guess;
  });
}

/** The sizes of sorted values, sorted: from the middle outwards, which is quicker than sorting anew. */
function sizesOf(sorted: Float64Array): Float64Array {
  const sizes = new Float64Array(sorted.length);
  let above = sorted.findIndex((value) => value >= 0);
  if (above < 0) above = sorted.length;
  let below = above - 1;
  for (let at = 0; at < sizes.length; at++) {
    const takesBelow = above >= sorted.length || (below >= 0 && -sorted[below]! <= sorted[above]!);
    sizes[at] = takesBelow ? -sorted[below--]! : sorted[above++]!;
  }
  return sizes;
}

function forEachTarget({ forecast, actual }: RunDay, use: (forecast: number, actual: number) => void): void {
  forecast.forEach((value, slot) => {
    const came = actual![slot]!;
    if (!Number.isNaN(value) && !Number.isNaN(came)) use(value, came);
  });
}
