import type { MethodRuns, Run } from './method-runs.js';
import { forecastingMethod, newQueueMethodId, plannerMeanIds } from '../catalogue.js';
import type { MethodParameters } from '../forecasting-method.js';
import { combination, combinedMethods } from '../methods/combination.method.js';
import type { UnseenHours } from '../series/unseen-hours.js';
import { memberWeights } from './member-weights.js';
import { errorOfRun, errorScaleOf, type ErrorScale } from './run-error.js';

/** Why a method was taken; figures are WAPE by interval in the queue's own backtest, as fractions. */
export type ForecastReason =
  | { readonly kind: 'chosen-by-planner'; readonly methodId: string }
  | { readonly kind: 'lowest-error'; readonly methodId: string; readonly wape: number; readonly origins: number }
  | {
      readonly kind: 'simpler-within-one-standard-error';
      readonly methodId: string;
      readonly wape: number;
      readonly lowestMethodId: string;
      readonly lowestWape: number;
      readonly standardError: number;
    }
  /** The combination was taken although a single method was a little, not clearly, better. */
  | {
      readonly kind: 'safer-than-lowest';
      readonly methodId: string;
      readonly wape: number;
      readonly lowestMethodId: string;
      readonly lowestWape: number;
    }
  /** Shares of the combination's members that have any, summing to 1. */
  | {
      readonly kind: 'weighted-by-past-error';
      readonly weights: readonly { readonly methodId: string; readonly share: number }[];
    }
  | { readonly kind: 'compared-with-planner-mean'; readonly methodId: string; readonly wape: number }
  | { readonly kind: 'too-little-history-to-compare'; readonly methodId: string; readonly origins: number }
  | { readonly kind: 'bands-assumed'; readonly origins: number }
  /** Too young a queue to compare methods; `levelSpread` is the level's relative standard deviation a week ahead. */
  | {
      readonly kind: 'short-history';
      readonly methodId: string;
      readonly historyDays: number;
      readonly levelSpread: number;
    }
  /** Share of the typed curve in the level, 0..1. */
  | { readonly kind: 'typed-curve'; readonly curveWeight: number }
  /** Weekdays (1 = Monday) that have not come round yet and are taken to be like those that have. */
  | { readonly kind: 'weekdays-borrowed'; readonly weekdays: readonly number[] }
  /** Hours that open for the first time, taken from the same hours of other weekdays or from the hours beside them. */
  | { readonly kind: 'hours-borrowed'; readonly hours: readonly UnseenHours[] }
  /** Days taken from another queue's past; `given-away` = the queue's own days less the part that left it. */
  | {
      readonly kind: 'borrowed-days';
      readonly lineage: 'split' | 'moved' | 'merged' | 'like' | 'given-away';
      readonly from: string;
      readonly share: number;
      readonly shareLearned: boolean;
      readonly shareSpread: number;
      readonly fromOn: string;
      readonly untilOn: string;
      readonly days: number;
    };

export interface Choice {
  readonly methodId: string;
  /** What the method is to be fitted with; left out, its own or the planner's. */
  readonly parameters?: MethodParameters;
  readonly reasons: readonly ForecastReason[];
}

/** Origins below which a comparison says nothing and the method for new queues is taken. */
export const LEAST_ORIGINS = 3;

export interface ChoiceInput {
  /** The day from which the forecast is wanted; nothing from it on is looked at. */
  readonly originDay: number;
  /** Rolling origins whose horizons end before the origin day. */
  readonly origins: readonly number[];
  readonly methodIds: readonly string[];
}

/** However large the standard error (with eight origins it often is), a simpler method may cost at most this share of the error. */
const MOST_WORSE = 0.02;
/**
 * What a single method must gain on the combination to be taken alone, in standard errors and as a share of its own
 * error: the best of five is ahead by luck often enough, and one that is truly ahead has most of the weight anyway.
 */
const CLEARLY = 2;
const CLEAR_SHARE = 0.05;

interface Contender {
  readonly methodId: string;
  readonly parameters?: MethodParameters;
  readonly wapes: readonly number[];
  readonly mean: number;
}

/**
 * The method for a queue by its own backtest from the given origins. A combination weighed by past errors is taken
 * unless a single method does better by more than two standard errors of the paired differences and by 5 %: the winner of a few
 * origins is often the luckiest, and a mean of unlike models is the safest (Clemen 1989). Without a combination the
 * simplest one is, whose error exceeds the lowest by less than one standard error (Hastie, Tibshirani & Friedman
 * 2009, 7.10, made paired). Never one that does worse than the better planner mean. Null when no method can be fitted.
 * Errors are {@link errorOfRun}, over blocks of ten contacts where intervals hold fewer.
 */
export function chooseMethod(runs: MethodRuns, { originDay, origins, methodIds }: ChoiceInput): Choice | null {
  const scale = errorScaleOf(pastRunsOf(runs, origins, { methodId: plannerMeanIds[0]! }));
  const weights = methodIds.includes(combination.id) ? memberWeights(runs, origins, scale) : null;
  const contenders = methodIds
    .map((methodId) => (methodId === combination.id && weights ? { methodId, parameters: weights } : { methodId }))
    .map((candidate) => contender(runs, origins, { ...candidate, scale }))
    .filter((found) => found !== null);
  if (origins.length < LEAST_ORIGINS || contenders.length === 0)
    return withoutComparison(runs, { originDay, origins, methodIds });
  const habit = contenders
    .filter(({ methodId }) => plannerMeanIds.includes(methodId))
    .reduce<Contender | null>((a, b) => (a && a.mean <= b.mean ? a : b), null);
  const lowest = contenders.reduce((a, b) => (b.mean < a.mean ? b : a));
  const chosen = chosenOf(contenders, lowest, habit);
  const comparison: ForecastReason[] = habit
    ? [{ kind: 'compared-with-planner-mean', methodId: habit.methodId, wape: habit.mean }]
    : [];
  return {
    methodId: chosen.methodId,
    ...(chosen.parameters ? { parameters: chosen.parameters } : {}),
    reasons: [reasonOf(chosen, lowest, origins.length), ...weightReason(chosen), ...comparison],
  };
}

function chosenOf(contenders: readonly Contender[], lowest: Contender, habit: Contender | null): Contender {
  const allowed = contenders.filter(({ mean }) => !habit || mean <= habit.mean);
  const safest = allowed.find(({ methodId }) => methodId === combination.id);
  if (safest && (safest === lowest || safest.mean - lowest.mean < clearGain(safest, lowest))) return safest;
  return allowed
    .filter((one) => one === lowest || one.mean - lowest.mean < tolerance(one, lowest))
    .reduce((a, b) => (complexityOf(b) < complexityOf(a) ? b : a));
}

function reasonOf(chosen: Contender, lowest: Contender, origins: number): ForecastReason {
  const { methodId, mean: wape } = chosen;
  if (chosen === lowest) return { kind: 'lowest-error', methodId, wape, origins };
  const beside = { methodId, wape, lowestMethodId: lowest.methodId, lowestWape: lowest.mean };
  if (methodId === combination.id) return { kind: 'safer-than-lowest', ...beside };
  const standardError = standardErrorOfDifference(chosen, lowest);
  return { kind: 'simpler-within-one-standard-error', ...beside, standardError };
}

function weightReason({ parameters }: Contender): ForecastReason[] {
  if (!parameters) return [];
  const weights = combinedMethods
    .map(({ methodId, weightId }) => ({ methodId, share: parameters[weightId]! }))
    .filter(({ share }) => share > 0);
  return [{ kind: 'weighted-by-past-error', weights: weights.sort((a, b) => b.share - a.share) }];
}

interface Candidate {
  readonly methodId: string;
  readonly parameters?: MethodParameters;
}

function pastRunsOf(runs: MethodRuns, origins: readonly number[], { methodId, parameters }: Candidate): Run[] {
  return origins
    .map((origin) => runs.run(methodId, origin, parameters))
    .filter((run): run is Run => run.kind === 'run');
}

/** A method's errors, or null when it could not be fitted at every origin. */
function contender(
  runs: MethodRuns,
  origins: readonly number[],
  { scale, ...candidate }: Candidate & { readonly scale: ErrorScale },
): Contender | null {
  const found = pastRunsOf(runs, origins, candidate);
  if (found.length < origins.length || found.length === 0) return null;
  const wapes = found.map((run) => errorOfRun(run, scale));
  const mean = wapes.reduce((sum, wape) => sum + wape, 0) / wapes.length;
  return Number.isFinite(mean) ? { ...candidate, wapes, mean } : null;
}

function withoutComparison(runs: MethodRuns, { originDay, origins, methodIds }: ChoiceInput): Choice | null {
  const simple = [newQueueMethodId, ...plannerMeanIds, ...methodIds].find(
    (methodId) => runs.run(methodId, originDay).kind === 'run',
  );
  return simple
    ? {
        methodId: simple,
        reasons: [{ kind: 'too-little-history-to-compare', methodId: simple, origins: origins.length }],
      }
    : null;
}

function complexityOf({ methodId }: Contender): number {
  return forecastingMethod(methodId).complexity;
}

/** What a single method must gain on the combination to be taken in its place. */
function clearGain(safest: Contender, lowest: Contender): number {
  return Math.max(CLEARLY * standardErrorOfDifference(safest, lowest), CLEAR_SHARE * lowest.mean);
}

function tolerance(one: Contender, lowest: Contender): number {
  return Math.min(standardErrorOfDifference(one, lowest), MOST_WORSE * lowest.mean);
}

function standardErrorOfDifference(a: Contender, b: Contender): number {
  const differences = a.wapes.map((wape, index) => wape - b.wapes[index]!);
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  return Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n);
}
