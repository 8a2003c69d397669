import type { MethodRuns, Run } from './method-runs.js';
import { wapeOfRun } from './measures.js';
import { forecastingMethod, newQueueMethodId, plannerMeanIds } from '../catalogue.js';

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

interface Contender {
  readonly methodId: string;
  readonly wapes: readonly number[];
  readonly mean: number;
}

/**
 * The method for a queue by its own backtest from the given origins: the simplest one whose error exceeds the lowest
 * by less than one standard error of the paired differences (Hastie, Tibshirani & Friedman 2009, 7.10, made paired),
 * never one that does worse than the better planner mean. Null when no method can be fitted.
 */
export function chooseMethod(runs: MethodRuns, { originDay, origins, methodIds }: ChoiceInput): Choice | null {
  const contenders = methodIds.map((methodId) => contender(runs, origins, methodId)).filter((found) => found !== null);
  if (origins.length < LEAST_ORIGINS || contenders.length === 0)
    return withoutComparison(runs, { originDay, origins, methodIds });
  const lowest = contenders.reduce((a, b) => (b.mean < a.mean ? b : a));
  const habit = contenders
    .filter(({ methodId }) => plannerMeanIds.includes(methodId))
    .reduce<Contender | null>((a, b) => (a && a.mean <= b.mean ? a : b), null);
  const goodEnough = contenders
    .filter(({ mean }) => !habit || mean <= habit.mean)
    .filter((one) => one === lowest || one.mean - lowest.mean < tolerance(one, lowest));
  const chosen = goodEnough.reduce((a, b) => (complexityOf(b) < complexityOf(a) ? b : a));
  const reason: ForecastReason =
    chosen === lowest
      ? { kind: 'lowest-error', methodId: chosen.methodId, wape: chosen.mean, origins: origins.length }
      : {
          kind: 'simpler-within-one-standard-error',
          methodId: chosen.methodId,
          wape: chosen.mean,
          lowestMethodId: lowest.methodId,
          lowestWape: lowest.mean,
          standardError: standardErrorOfDifference(chosen, lowest),
        };
  const comparison: ForecastReason[] = habit
    ? [{ kind: 'compared-with-planner-mean', methodId: habit.methodId, wape: habit.mean }]
    : [];
  return { methodId: chosen.methodId, reasons: [reason, ...comparison] };
}

/** A method's errors, or null when it could not be fitted at every origin. */
function contender(runs: MethodRuns, origins: readonly number[], methodId: string): Contender | null {
  const found = origins.map((origin) => runs.run(methodId, origin)).filter((run): run is Run => run.kind === 'run');
  if (found.length < origins.length || found.length === 0) return null;
  const wapes = found.map(wapeOfRun);
  const mean = wapes.reduce((sum, wape) => sum + wape, 0) / wapes.length;
  return Number.isFinite(mean) ? { methodId, wapes, mean } : null;
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

function tolerance(one: Contender, lowest: Contender): number {
  return Math.min(standardErrorOfDifference(one, lowest), MOST_WORSE * lowest.mean);
}

function standardErrorOfDifference(a: Contender, b: Contender): number {
  const differences = a.wapes.map((wape, index) => wape - b.wapes[index]!);
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  return Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n);
}
