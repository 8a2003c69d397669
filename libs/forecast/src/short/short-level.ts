import type { TrainingDay } from '../series/training-view.js';

/** Relative standard deviation of a day about its level that is assumed, and the days of evidence behind it. */
const USUAL_DAY_SPREAD = 0.1;
const DAY_SPREAD_EVIDENCE = 3;
const LEAST_DAY_SPREAD = 0.02;
/** How far a weekday strays from what is expected of it: with a typed curve, and without one. */
const TYPED_WEEKDAY_SPREAD = 0.12;
const WEEKDAY_SPREAD = 0.25;
/** The level wanders by this much a day (relative standard deviation), so older days count for less. */
export const LEVEL_DRIFT = 0.009;
const DISCOUNT_PER_DAY = 0.985;
/** A level nobody has said anything about: any. */
const NO_EVIDENCE = 0.01;

export interface LevelInput {
  readonly days: readonly TrainingDay[];
  readonly originDay: number;
  /** Contacts of a day expected beforehand, by weekday (index 1..7); 0 = not expected open. */
  readonly expected: Float64Array;
  /** Relative standard deviation of the expected level; null when nothing was typed. */
  readonly levelSpread: number | null;
  /** Variance over mean of an interval's counts. */
  readonly noise: number;
}

/** Level and weekdays of a new queue, each the mean of a gamma posterior, and how sure they are. */
export interface ShortLevel {
  /** Contacts of a day by weekday (index 1..7). */
  readonly contacts: Float64Array;
  /** Relative variance of those means. */
  readonly variance: Float64Array;
  /** Relative variance of a day about its mean. */
  readonly dayVariance: number;
  /** Share of the typed curve in the level, 0..1; 0 without a curve. */
  readonly curveWeight: number;
}

/**
 * Gamma-Poisson level: before any day it is 1 times what was expected, with shape 1 / spread²; each day adds as much shape
 * as its own total is sure, 1 / (day variance + noise / total), discounted by age. The same for each weekday about the level.
 */
export function shortLevel(input: LevelInput): ShortLevel {
  const { days, levelSpread, expected } = input;
  const typed = levelSpread !== null;
  const prior = typed ? 1 / levelSpread ** 2 : NO_EVIDENCE;
  const weekdayPrior = 1 / (typed ? TYPED_WEEKDAY_SPREAD : WEEKDAY_SPREAD) ** 2;
  let dayVariance = USUAL_DAY_SPREAD ** 2;
  let level: Posterior = { mean: 1, shape: prior };
  let weekdays: readonly Posterior[] = Array.from({ length: 8 }, () => ({ mean: 1, shape: weekdayPrior }));
  for (let round = 0; round < 3; round++) {
    const seen = days
      .filter(({ weekday }) => expected[weekday]! > 0)
      .map((day) => sightingOf(day, { ...input, dayVariance }));
    level = posterior(prior, seen, ({ weekday, ratio }) => ratio / weekdays[weekday]!.mean);
    weekdays = weekdays.map((_, weekday) =>
      posterior(
        weekdayPrior,
        seen.filter((one) => one.weekday === weekday),
        ({ ratio }) => ratio / level.mean,
      ),
    );
    dayVariance = dayVarianceOf(seen, level.mean, weekdays);
  }
  return {
    contacts: expected.map((value, weekday) => value * level.mean * weekdays[weekday]!.mean),
    variance: Float64Array.from(weekdays, ({ shape }) => 1 / level.shape + 1 / shape),
    dayVariance,
    curveWeight: typed ? prior / level.shape : 0,
  };
}

interface Posterior {
  readonly mean: number;
  /** Shape of the gamma posterior: 1 / its relative variance. */
  readonly shape: number;
}

/** A day's total beside what was expected of it. */
interface Sighting {
  readonly weekday: number;
  readonly ratio: number;
  /** Relative variance of the ratio that counting alone makes. */
  readonly counting: number;
  /** Shape that the day adds to a gamma posterior. */
  readonly shape: number;
}

function sightingOf(
  { weekday, total, day }: TrainingDay,
  { expected, noise, originDay, dayVariance }: LevelInput & { readonly dayVariance: number },
): Sighting {
  const counting = noise / Math.max(total, 1);
  const age = DISCOUNT_PER_DAY ** (originDay - 1 - day);
  return { weekday, ratio: total / expected[weekday]!, counting, shape: age / (dayVariance + counting) };
}

function posterior(prior: number, seen: readonly Sighting[], ratioOf: (one: Sighting) => number): Posterior {
  const shape = seen.reduce((sum, one) => sum + one.shape, prior);
  return { mean: seen.reduce((sum, one) => sum + one.shape * ratioOf(one), prior) / shape, shape };
}

/**
 * The usual day variance drawn to what the days show beside counting noise. A weekday seen once explains most of its own
 * day, so each day counts only by what its weekday's other days leave open.
 */
function dayVarianceOf(seen: readonly Sighting[], level: number, weekdays: readonly Posterior[]): number {
  let excess = DAY_SPREAD_EVIDENCE * USUAL_DAY_SPREAD ** 2;
  let freedom = DAY_SPREAD_EVIDENCE;
  for (const { ratio, weekday, counting, shape } of seen) {
    const { mean, shape: known } = weekdays[weekday]!;
    const open = (1 - shape / known) * (1 - 1 / seen.length);
    excess += Math.max(-open, (ratio / Math.max(level * mean, 1e-9) - 1) ** 2 - open * counting);
    freedom += open;
  }
  return Math.max(LEAST_DAY_SPREAD ** 2, excess / freedom);
}
