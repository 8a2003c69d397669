import type { Tallied } from '../duration-tally.js';
import { minimise } from '../numerics/minimise.js';
import {
  erlangFamily,
  type DurationDistribution,
  type DurationFamily,
  type DurationFamilyId,
} from './duration-families.js';
import { survivalSteps, type DurationSample, type SurvivalStep } from './duration-sample.js';

/** A distribution fitted to durations by greatest likelihood. */
export interface FittedDistribution {
  readonly family: DurationFamilyId;
  readonly parameters: Readonly<Record<string, number>>;
  /** Of the distribution, not of the sample. */
  readonly meanSeconds: number;
  readonly medianSeconds: number;
  readonly cv: number;
  readonly logLikelihood: number;
  /** Akaike's criterion 2 × parameters - 2 ln likelihood: the least is the best. */
  readonly akaike: number;
  /** Greatest distance between the fitted and the observed survival curve, where 30 or more are left to judge. */
  readonly greatestGapFraction: number;
}

/** Durations of 0 are under a clock's resolution of a second; no family but the exponential has a density there. */
const LEAST_SECONDS = 0.5;
/** Points a likelihood is summed over; neighbours are joined beyond. */
const MOST_POINTS = 512;
const MOST_STAGES = 12;
const LEAST_AT_RISK = 30;

function joined({ values, counts }: Tallied): Tallied {
  const width = Math.ceil(values.length / MOST_POINTS);
  const size = Math.ceil(values.length / width) || 0;
  const means = new Float64Array(size);
  const sums = new Float64Array(size);
  for (const [i, count] of counts.entries()) {
    const part = Math.floor(i / width);
    sums[part]! += count;
    means[part]! += (count * (Math.max(LEAST_SECONDS, values[i]!) - means[part]!)) / sums[part]!;
  }
  return { values: means, counts: sums };
}

function logLikelihoodOf(distribution: DurationDistribution, { ended, cut, from = 0 }: DurationSample): number {
  let sum = 0;
  let total = 0;
  for (const [i, value] of ended.values.entries()) {
    sum += ended.counts[i]! * distribution.logDensity(value);
    total += ended.counts[i]!;
  }
  for (const [i, value] of cut.values.entries()) {
    sum += cut.counts[i]! * distribution.logSurvival(value);
    total += cut.counts[i]!;
  }
  return from > 0 ? sum - total * distribution.logSurvival(from) : sum;
}

function medianOf(distribution: DurationDistribution, guess: number): number {
  const target = Math.log(0.5);
  let low = 0;
  let high = guess;
  while (distribution.logSurvival(high) > target) high *= 2;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (distribution.logSurvival(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Kolmogorov's distance, on the survival curve so that durations cut off are treated fairly, and to the nearer edge
 * of each step because a log's seconds are rounded.
 */
function gapOf(distribution: DurationDistribution, steps: readonly SurvivalStep[], from: number): number {
  const reached = distribution.logSurvival(from);
  let gap = 0;
  let before = 1;
  for (const { seconds, atRisk, surviving } of steps) {
    if (atRisk < LEAST_AT_RISK) break;
    const fitted = Math.exp(distribution.logSurvival(Math.max(LEAST_SECONDS, seconds)) - reached);
    if (fitted < surviving || fitted > before)
      gap = Math.max(gap, Math.min(Math.abs(fitted - surviving), Math.abs(fitted - before)));
    before = surviving;
  }
  return gap;
}

function roughSize({ ended, cut }: DurationSample): { meanSeconds: number; cv: number } {
  const weigh = ({ values, counts }: Tallied, power: number): number =>
    counts.reduce((sum, count, i) => sum + count * values[i]! ** power, 0);
  const count = weigh(ended, 0);
  const meanSeconds = (weigh(ended, 1) + weigh(cut, 1)) / count;
  const whole = weigh(ended, 1) / count;
  const variance = weigh(ended, 2) / count - whole * whole;
  const cv = cut.values.length > 0 ? 1 : Math.sqrt(Math.max(0, variance)) / whole;
  return { meanSeconds, cv: Math.min(5, Math.max(0.05, cv)) };
}

function fitOne(family: DurationFamily, sample: DurationSample, steps: readonly SurvivalStep[]): FittedDistribution {
  const start = family.start(roughSize(sample));
  const cost = (at: readonly number[]): number => {
    const value = -logLikelihoodOf(family.distributionAt(at), sample);
    return Number.isFinite(value) ? value : Infinity;
  };
  const at = minimise(cost, start);
  const logLikelihood = -cost(at);
  const distribution = family.distributionAt(at);
  const { meanSeconds, cv } = family.momentsOf(at);
  return {
    family: family.id,
    parameters: family.parametersOf(at),
    meanSeconds,
    medianSeconds: medianOf(distribution, meanSeconds),
    cv,
    logLikelihood,
    akaike: 2 * start.length - 2 * logLikelihood,
    greatestGapFraction: gapOf(distribution, steps, sample.from ?? 0),
  };
}

/**
 * The families fitted to the sample by greatest likelihood, best first. Durations cut off enter with the chance of
 * lasting longer (Lawless, Statistical Models and Methods for Lifetime Data, 2003, ch. 2), a sample that starts
 * `from` a duration with the chance of reaching it. Durations of 0 count as half a second. At least two different
 * durations must have been seen to their end; the list is empty otherwise, because no spread can be told.
 */
export function fitDistributions(
  sample: DurationSample,
  families: readonly DurationFamily[],
): readonly FittedDistribution[] {
  if (sample.ended.values.length < 2) return [];
  const steps = survivalSteps(sample);
  const points = { ...sample, ended: joined(sample.ended), cut: joined(sample.cut) };
  return families.map((family) => fitOne(family, points, steps)).sort((a, b) => a.akaike - b.akaike);
}

/** The Erlang families next to the shape of a gamma fit; one stage is the exponential. */
export function erlangFamiliesNear(shape: number): readonly DurationFamily[] {
  const below = Math.min(MOST_STAGES, Math.max(1, Math.floor(shape)));
  return below === MOST_STAGES ? [erlangFamily(below)] : [erlangFamily(below), erlangFamily(below + 1)];
}
