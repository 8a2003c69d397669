import { KEPT_PROBABILITIES, type IntervalErrors } from '../distribution/distribution-components.js';
import { knownErrors, type ErrorPast } from '../distribution/error-past.js';
import { quantileAtScore } from '../distribution/error-quantiles.js';
import { learnIntervalErrors } from '../distribution/interval-errors.js';
import { normalQuantile } from '../distribution/normal.js';
import type { Run, RunDay } from './method-runs.js';

/** The probabilities most bands are asked for. */
export type BandProbability = 0.025 | 0.05 | 0.1 | 0.5 | 0.9 | 0.95 | 0.975;

/** Relative day-level error assumed while there are no past errors to learn from. */
const ASSUMED_TAU = 0.25;
/** Days ahead that share one distribution of errors; the last one is for everything later. */
export const LEAD_LIMITS = [7, 14, 28] as const;
const LONGEST_LEAD = LEAD_LIMITS.at(-1)!;
/** A group of lead times with fewer target days than this borrows from the group before it. */
const LEAST_DAYS = 8;

/** Errors of past runs, turned into bands around a forecast. */
export interface BandModel {
  /** False when there were too few past errors and a normal band of assumed width stands in. */
  readonly calibrated: boolean;
  /** One group of errors for each limit of lead days, in order. */
  readonly groups: readonly IntervalErrors[];
  /** The value not exceeded with probability `p`, 0 < p < 1, for a forecast of `forecast` contacts that many days ahead. */
  quantile(forecast: number, leadDays: number, probability: number): number;
}

/**
 * Bands by conformal calibration: the errors of the runs' targets before `beforeDay`, divided by
 * sqrt(f + tau² f²), give quantiles by lead time. tau² is what the squared errors leave over Poisson noise. With the
 * queue's `past` the level's part of it grows as errors outgrew what a few origins had shown.
 * Source: Stankeviciute, Alaa & van der Schaar 2021, with the count model's standard deviation as the scale.
 */
export function conformalBands(runs: readonly Run[], beforeDay: number, past?: ErrorPast): BandModel {
  const days = knownErrors(runs, beforeDay, past).flatMap((run) => run.days);
  const groups = byLead(days, (members, untilLeadDays): IntervalErrors => {
    const { rateVariance, levelShare, quantiles } = learnIntervalErrors(members);
    const growth = 1 + levelShare * (growthOf(members, past) - 1);
    return { untilLeadDays, rateVariance: rateVariance * growth, quantiles };
  });
  const assumed = {
    untilLeadDays: LONGEST_LEAD,
    rateVariance: ASSUMED_TAU ** 2,
    quantiles: KEPT_PROBABILITIES.map(normalQuantile),
  };
  return groups ? bandsOf(groups, true) : bandsOf([assumed], false);
}

/**
 * What `learn` makes of the days of each lead group, groups with too few days borrowing from the one before; null when
 * there are too few days in all.
 */
export function byLead<Errors extends { readonly untilLeadDays: number }>(
  days: readonly RunDay[],
  learn: (members: readonly RunDay[], untilLeadDays: number) => Errors,
): Errors[] | null {
  const groups: Errors[] = [];
  let lower = 0;
  for (const limit of LEAD_LIMITS) {
    const members = days.filter(({ leadDays }) => leadDays > lower && (leadDays <= limit || limit === LONGEST_LEAD));
    if (members.length >= LEAST_DAYS) groups.push(learn(members, limit));
    else if (groups.length > 0) groups.push({ ...groups.at(-1)!, untilLeadDays: limit });
    lower = limit;
  }
  if (groups.length > 0) return groups;
  return days.length >= LEAST_DAYS ? [learn(days, LONGEST_LEAD)] : null;
}

/** How the errors' variance grew, in this past, beyond what a few origins had shown; 1 where nobody knows. */
export function growthOf(members: readonly RunDay[], past?: ErrorPast): number {
  const leads = members.map(({ leadDays }) => leadDays);
  return past?.growthOf({ from: Math.min(...leads), until: Math.max(...leads) }) ?? 1;
}

/** The group of a lead: the first that reaches it, else the last. */
export function groupOfLead<Errors extends { readonly untilLeadDays: number }>(
  groups: readonly Errors[],
  leadDays: number,
): Errors {
  return groups.find(({ untilLeadDays }) => leadDays <= untilLeadDays) ?? groups.at(-1)!;
}

/** The variance of the rate that many days ahead: beyond the longest measured lead the level wanders, so it grows with time. */
export function rateVarianceAt(group: { readonly rateVariance: number }, leadDays: number): number {
  return group.rateVariance * Math.max(1, leadDays / LONGEST_LEAD);
}

/** The value at a normal score of the errors: what {@link BandModel.quantile} gives at the score's probability. */
export function valueAtScore(
  groups: readonly IntervalErrors[],
  at: { forecast: number; leadDays: number; z: number },
): number {
  const { forecast, leadDays, z } = at;
  const group = groupOfLead(groups, leadDays);
  const deviation = Math.sqrt(forecast + rateVarianceAt(group, leadDays) * forecast * forecast);
  const value = forecast + quantileAtScore(group.quantiles, z) * deviation;
  // Counts are whole: a lower edge between 0 and 1/2 would call the most likely count of a quiet hour an exception.
  return value < 0.5 && z < 0 ? 0 : Math.max(0, value);
}

function bandsOf(groups: readonly IntervalErrors[], calibrated: boolean): BandModel {
  return {
    calibrated,
    groups,
    quantile: (forecast, leadDays, probability) =>
      valueAtScore(groups, { forecast, leadDays, z: normalQuantile(probability) }),
  };
}
