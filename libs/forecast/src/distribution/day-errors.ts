import { byLead, groupOfLead, growthOf, LEAD_LIMITS, rateVarianceAt } from '../backtest/conformal-bands.js';
import type { Run, RunDay } from '../backtest/method-runs.js';
import { KEPT_UPPER_PROBABILITIES, type DayErrors, type DistributionComponents } from './distribution-components.js';
import { knownErrors, type ErrorPast } from './error-past.js';
import { quantileOfSorted, symmetricAtScore, weeksOf } from './error-quantiles.js';
import { NORMAL_P90, normalQuantile, studentOver, studentQuantile } from './normal.js';
import { broughtToWeeks } from './week-spread.js';

/** The part of the components that totals over whole days need. */
export type TotalComponents = Pick<DistributionComponents, 'calibrated' | 'days' | 'dayQuantiles' | 'betweenDays'>;

/** The total of a day, or of its intervals that have an actual, as forecast. */
export interface DayTotal {
  readonly day: number;
  readonly leadDays: number;
  readonly forecast: number;
}

interface PastTotal extends DayTotal {
  readonly originDay: number;
  readonly error: number;
}

/** Relative error of a day's level assumed while there are no past errors. */
const ASSUMED_DAY_ERROR = 0.2;
const ASSUMED_FREEDOM = 7;
/**
 * The quantiles of day errors: this share of those that were, the rest of Student's t with the errors' own deviation. A
 * few weeks of errors are too few to trust their tails alone; both halves share them, as last month's bias rarely stays.
 */
const SHARE_OF_EMPIRICAL = 0.7;
const LEAST_FREEDOM = 3;
/**
 * Correlation of the errors of days up to two apart, and further apart, which weighs like so many origins. Above what
 * the banks had (0.6, 0.4): with few origins the correlation is itself uncertain, and a week's band must hold all the same.
 */
const PRIOR = { near: 0.75, far: 0.6, origins: 12 };
const NEAR_DAYS = 2;
/** Errors beyond this many deviations count as no more in a correlation: one missed holiday is no pattern. */
const MOST_DEVIATIONS = 3;

/** How day totals went wrong in the runs' targets before `beforeDay`, and how days go together; `past` as for the bands of intervals. */
export function learnDayErrors(runs: readonly Run[], beforeDay: number, past?: ErrorPast): TotalComponents {
  const known = knownErrors(runs, beforeDay, past);
  const totals = known.flatMap(totalsOf);
  const groups = byLead(
    known.flatMap((run) => run.days),
    (members, untilLeadDays) => ({
      untilLeadDays,
      rateVariance: excessVariance(members),
      growth: growthOf(members, past),
    }),
  );
  const origins = new Set(totals.map(({ originDay }) => originDay)).size;
  if (!groups || totals.length === 0)
    return {
      calibrated: false,
      days: [{ untilLeadDays: LEAD_LIMITS.at(-1)!, rateVariance: ASSUMED_DAY_ERROR ** 2 }],
      dayQuantiles: KEPT_UPPER_PROBABILITIES.map((p) => (p === 0.5 ? 0 : studentQuantile(p, ASSUMED_FREEDOM))),
      betweenDays: correlationOf({ near: Number.NaN, far: Number.NaN, origins: 0 }),
    };
  const standardised = Float64Array.from(
    totals,
    (total) => Math.abs(total.error) / totalDeviation(groups, total),
  ).sort();
  const freedom = Math.max(LEAST_FREEDOM, origins);
  const { days, betweenDays } = broughtToWeeks({
    days: groups.map(({ growth, ...group }) => ({ ...group, rateVariance: group.rateVariance * growth })),
    betweenDays: correlationOf({ ...pairCorrelations(totals, groups), origins }),
    growth: (studentQuantile(0.9, freedom) / NORMAL_P90) ** 2,
    dayContacts: totals.reduce((sum, { forecast }) => sum + forecast, 0) / totals.length,
    daysAWeek: new Set(totals.map(({ day }) => day % 7)).size,
  });
  return {
    calibrated: true,
    days,
    dayQuantiles: upperQuantiles(standardised, new Set(totals.map(({ day }) => day)).size),
    betweenDays: { ...betweenDays, freedom },
  };
}

/** Standard deviation of a day total by its group's errors. */
export function totalDeviation(groups: readonly DayErrors[], { forecast, leadDays }: Omit<DayTotal, 'day'>): number {
  return Math.max(0.5, Math.sqrt(forecast + rateVarianceAt(groupOfLead(groups, leadDays), leadDays) * forecast ** 2));
}

/** Standard deviation of the part of it that days have in common: the rate's. */
export function rateDeviation(groups: readonly DayErrors[], { forecast, leadDays }: Omit<DayTotal, 'day'>): number {
  return Math.sqrt(rateVarianceAt(groupOfLead(groups, leadDays), leadDays)) * forecast;
}

/** Correlation of the levels of days so many days apart. */
export function correlationAt(
  { common, decayPerDay }: DistributionComponents['betweenDays'],
  daysApart: number,
): number {
  return common + (1 - common) * decayPerDay ** Math.abs(daysApart);
}

/** The total of whole days that is not exceeded with probability `p`, 0 < p < 1. */
export function totalQuantile(components: TotalComponents, days: readonly DayTotal[], p: number): number {
  const mean = days.reduce((sum, { forecast }) => sum + forecast, 0);
  if (days.length === 1) {
    const error = symmetricAtScore(components.dayQuantiles, normalQuantile(p));
    return Math.max(0, mean + error * totalDeviation(components.days, days[0]!));
  }
  // Sums over days are near normal; the middle of the day errors says more of them than their tails.
  const scale = symmetricAtScore(components.dayQuantiles, NORMAL_P90) / NORMAL_P90;
  let variance = 0;
  days.forEach((one, index) => {
    variance += totalDeviation(components.days, one) ** 2;
    const own = rateDeviation(components.days, one);
    for (const other of days.slice(0, index))
      variance +=
        2 * own * rateDeviation(components.days, other) * correlationAt(components.betweenDays, one.day - other.day);
  });
  return Math.max(0, mean + severalDaysScore(components.betweenDays, normalQuantile(p)) * scale * Math.sqrt(variance));
}

/**
 * The score of sums over several days for a normal one, the same at the 80 % band: Student's t, as the level they share is
 * known from a few origins only; normal where nobody says how many.
 */
export function severalDaysScore({ freedom }: DistributionComponents['betweenDays'], z: number): number {
  if (freedom === undefined) return z;
  return (z * studentOver(Math.abs(z), freedom)) / studentOver(NORMAL_P90, freedom);
}

/** A run's day over the intervals that have an actual; a forecast that says closed counts as 0. */
export function dayTotalOf({ day, leadDays, forecast, actual }: RunDay): DayTotal & { readonly came: number } {
  const sums = { said: 0, came: 0 };
  actual!.forEach((came, slot) => {
    if (Number.isNaN(came)) return;
    sums.came += came;
    sums.said += forecast[slot]! || 0;
  });
  return { day, leadDays, forecast: sums.said, came: sums.came };
}

function totalsOf(run: Run): PastTotal[] {
  return run.days
    .map((day) => ({ total: dayTotalOf(day), originDay: run.originDay }))
    .filter(({ total }) => total.forecast > 0)
    .map(({ total, originDay }) => ({ ...total, originDay, error: total.came - total.forecast }));
}

function excessVariance(days: readonly RunDay[]): number {
  const sums = { excess: 0, squares: 0 };
  for (const day of days) {
    const { forecast, came } = dayTotalOf(day);
    sums.excess += (came - forecast) ** 2 - forecast;
    sums.squares += forecast ** 2;
  }
  return sums.squares > 0 ? Math.max(0, sums.excess / sums.squares) : 0;
}

function upperQuantiles(sorted: Float64Array, days: number): number[] {
  const weeks = weeksOf(days);
  const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + value * value, 0) / sorted.length);
  return KEPT_UPPER_PROBABILITIES.map((p) => {
    if (p === 0.5) return 0;
    const outside = (2 * (1 - p) * weeks) / (weeks + 1);
    const empirical = quantileOfSorted(sorted, 1 - outside);
    const student = deviation * studentQuantile(p, Math.max(LEAST_FREEDOM, weeks));
    return SHARE_OF_EMPIRICAL * empirical + (1 - SHARE_OF_EMPIRICAL) * student;
  });
}

/** Moment estimates from pairs of days of one run; NaN where there are none. */
function pairCorrelations(totals: readonly PastTotal[], groups: readonly DayErrors[]): { near: number; far: number } {
  const sums = { near: { products: 0, scale: 0 }, far: { products: 0, scale: 0 } };
  const held = totals.map((total) => {
    const most = MOST_DEVIATIONS * totalDeviation(groups, total);
    return { ...total, error: Math.min(most, Math.max(-most, total.error)), rate: rateDeviation(groups, total) };
  });
  let runStart = 0;
  held.forEach((one, index) => {
    if (one.originDay !== held[runStart]!.originDay) runStart = index;
    for (const other of held.slice(runStart, index)) {
      const sum = Math.abs(one.day - other.day) <= NEAR_DAYS ? sums.near : sums.far;
      sum.products += one.error * other.error;
      sum.scale += one.rate * other.rate;
    }
  });
  return { near: sums.near.products / sums.near.scale, far: sums.far.products / sums.far.scale };
}

/** Correlations drawn to the prior, as a common part and one that falls day by day. */
function correlationOf(given: { near: number; far: number; origins: number }): DistributionComponents['betweenDays'] {
  const drawn = (own: number, prior: number) =>
    Number.isFinite(own)
      ? Math.min(0.98, Math.max(0, (given.origins * own + PRIOR.origins * prior) / (given.origins + PRIOR.origins)))
      : prior;
  const common = drawn(given.far, PRIOR.far);
  const near = Math.max(0, (drawn(given.near, PRIOR.near) - common) / (1 - common));
  // The mean of r and r² over gaps of one and two days is `near`.
  return { common, decayPerDay: Math.min(0.95, (Math.sqrt(1 + 8 * near) - 1) / 2) };
}
