import { conformalBands, groupOfLead, LEAD_LIMITS, rateVarianceAt } from '../backtest/conformal-bands.js';
import type { Run, RunDay } from '../backtest/method-runs.js';
import { learnDayErrors, totalDeviation, type TotalComponents } from './day-errors.js';
import { KEPT_PROBABILITIES, type DistributionComponents, type IntervalErrors } from './distribution-components.js';
import { knownErrors, type ErrorPast } from './error-past.js';
import { momentsOf, symmetricAtScore } from './error-quantiles.js';
import { NORMAL_P90, normalQuantile } from './normal.js';

type WithinDay = DistributionComponents['withinDay'];

/** Measured on the banks; stands in while there are no past errors. */
const ASSUMED_WITHIN_DAY: WithinDay = { common: 0.6, neighbours: 0.2, decayPerHour: 0.6 };
const MOST_DEVIATIONS = 3;
/** The day's share and that of neighbours hang together weakly; so many rounds settle them. */
const ROUNDS = 4;

/** The distribution's components from past runs of the method, on their targets before `beforeDay` only. */
export function learnComponents(
  runs: readonly Run[],
  options: { readonly beforeDay: number; readonly stepMinutes: number; readonly past?: ErrorPast },
): DistributionComponents {
  const { beforeDay, stepMinutes, past } = options;
  const bands = conformalBands(runs, beforeDay, past);
  const totals = learnDayErrors(runs, beforeDay, past);
  const days = knownErrors(runs, beforeDay, past).flatMap((run) => run.days);
  return {
    version: 1,
    calibrated: bands.calibrated,
    stepMinutes,
    intervals: bands.groups,
    days: totals.days,
    dayQuantiles: totals.dayQuantiles,
    withinDay: bands.calibrated
      ? withinDayOf(days, { intervals: bands.groups, totals, stepMinutes })
      : ASSUMED_WITHIN_DAY,
    betweenDays: totals.betweenDays,
  };
}

/**
 * The components of a forecast that has no past errors to learn from: normal errors with the relative standard
 * deviations of the rate that the method itself states, by interval and by day.
 */
export function statedComponents(of: {
  readonly stepMinutes: number;
  readonly intervalError: number;
  readonly dayError: number;
}): DistributionComponents {
  const untilLeadDays = LEAD_LIMITS.at(-1)!;
  const rateVariance = Math.max(of.intervalError, of.dayError) ** 2;
  return {
    ...learnDayErrors([], 0),
    version: 1,
    stepMinutes: of.stepMinutes,
    intervals: [{ untilLeadDays, rateVariance, quantiles: KEPT_PROBABILITIES.map(normalQuantile) }],
    days: [{ untilLeadDays, rateVariance: of.dayError ** 2 }],
    withinDay: { common: rateVariance > 0 ? of.dayError ** 2 / rateVariance : 0, neighbours: 0, decayPerHour: 0 },
  };
}

/** Standard deviation of an interval's contacts, and of the part of it that goes with the rate's score. */
export interface IntervalSpread {
  readonly deviation: number;
  readonly withRate: number;
}

/** Spread of one interval's forecast, for correlations. */
export function spreadOf(intervals: readonly IntervalErrors[], forecast: number, leadDays: number): IntervalSpread {
  const group = groupOfLead(intervals, leadDays);
  const rate = rateVarianceAt(group, leadDays) * forecast * forecast;
  const { variance, withScore } = momentsOf(group.quantiles);
  return { deviation: Math.sqrt(variance * (forecast + rate)), withRate: Math.max(0, withScore) * Math.sqrt(rate) };
}

/** Twice the sum over pairs of a day's intervals of their product, falling with their distance (1 = not at all). */
export function pairSum(values: ArrayLike<number>, decayPerStep: number): number {
  let [behind, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! * behind;
    behind = decayPerStep * (behind + values[i]!);
  }
  return 2 * sum;
}

interface Known {
  readonly intervals: readonly IntervalErrors[];
  readonly totals: TotalComponents;
  readonly stepMinutes: number;
}

/**
 * Shares of an interval's rate variance that its day, and its neighbours, have in common. The day's share is the one
 * that gives sums over a day the 80 % band that day totals had; what neighbours share is the shape of the day, which
 * leaves its total alone, and follows the correlation of errors one and two hours apart.
 */
function withinDayOf(days: readonly RunDay[], { intervals, totals, stepMinutes }: Known): WithinDay {
  const lags = lagCorrelations(days, intervals, stepMinutes);
  // A sum over the day is near normal, so its 80 % band says its variance; one missed holiday shall not.
  const variance = (symmetricAtScore(totals.dayQuantiles, NORMAL_P90) / NORMAL_P90) ** 2;
  const sums = { beyond: 0, pairs: 0, squares: 0 };
  for (const day of days) {
    const { forecast, squares, withRates } = daySpread(day, intervals);
    if (!(forecast > 0)) continue;
    const deviation = totalDeviation(totals.days, { forecast, leadDays: day.leadDays });
    sums.beyond += (variance * deviation * deviation - squares) / forecast ** 2;
    sums.pairs += pairSum(withRates, 1) / forecast ** 2;
    sums.squares += withRates.reduce((sum, value) => sum + value * value, 0) / forecast ** 2;
  }
  if (!(sums.pairs > 0)) return { common: 0, neighbours: 0, decayPerHour: 0 };
  const commonOf = (neighbours: number): number =>
    Math.min(1, Math.max(0, (sums.beyond + neighbours * sums.squares) / sums.pairs));
  let common = commonOf(0);
  for (let round = 0; round < ROUNDS; round++) common = commonOf(neighboursOf(lags, common).neighbours);
  return { common, ...neighboursOf(lags, common) };
}

function daySpread({ forecast, actual, leadDays }: RunDay, intervals: readonly IntervalErrors[]) {
  const withRates: number[] = [];
  let [total, squares] = [0, 0];
  forecast.forEach((value, slot) => {
    if (!(value > 0) || Number.isNaN(actual![slot]!)) return;
    const { deviation, withRate } = spreadOf(intervals, value, leadDays);
    total += value;
    squares += deviation * deviation;
    withRates.push(withRate);
  });
  return { forecast: total, squares, withRates };
}

interface LagCorrelations {
  readonly oneHour: number;
  readonly twoHours: number;
}

/** Correlation of the rates' errors of intervals one and two hours apart (one and two steps where those are longer). */
function lagCorrelations(
  days: readonly RunDay[],
  intervals: readonly IntervalErrors[],
  stepMinutes: number,
): LagCorrelations {
  const lag = Math.max(1, Math.round(60 / stepMinutes));
  const sums = [lag, 2 * lag].map((steps) => ({ steps, products: 0, scale: 0 }));
  for (const { forecast, actual, leadDays } of days) {
    const variance = rateVarianceAt(groupOfLead(intervals, leadDays), leadDays);
    const errors = forecast.map((value, slot) => {
      const most = MOST_DEVIATIONS * Math.sqrt(value + variance * value * value);
      return Math.min(most, Math.max(-most, actual![slot]! - value));
    });
    for (const sum of sums) {
      for (let slot = sum.steps; slot < errors.length; slot++) {
        const product = errors[slot]! * errors[slot - sum.steps]!;
        if (Number.isNaN(product)) continue;
        sum.products += product;
        sum.scale += variance * forecast[slot]! * forecast[slot - sum.steps]!;
      }
    }
  }
  const [oneHour, twoHours] = sums.map(({ products, scale }) => (scale > 0 ? products / scale : 0));
  return { oneHour: oneHour!, twoHours: twoHours! };
}

/** What neighbours share beyond the day's level: neighbours · decay = correlation an hour apart - the day's, and so on. */
function neighboursOf({ oneHour, twoHours }: LagCorrelations, common: number): Omit<WithinDay, 'common'> {
  const beyond = oneHour - common;
  if (beyond <= 0) return { neighbours: 0, decayPerHour: 0 };
  const decayPerHour = Math.min(0.9, Math.max(0.2, (twoHours - common) / beyond));
  return { neighbours: Math.min(Math.max(0, 1 - common), beyond / decayPerHour), decayPerHour };
}
