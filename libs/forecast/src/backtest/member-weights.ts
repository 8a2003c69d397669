import { combinedMethods } from '../methods/combination.method.js';
import type { MethodParameters } from '../forecasting-method.js';
import { errorOfRun, type ErrorScale } from './run-error.js';
import type { MethodRuns, Run } from './method-runs.js';

/** A member whose error is a tenth larger weighs half as much (1.1⁸ = 2.1). */
const SHARPNESS = 8;
/** Share of the weight that is spread equally, whatever the errors: with some origins they are mostly luck. */
const EQUAL_SHARE = 0.2;
/**
 * Share of its weight that a smoothing member loses four weeks ahead, none up to a week: its level wanders on from the
 * last weeks, and eight origins of four weeks, three of which are apart, rarely show by how much.
 */
const LOST_BY_SMOOTHING = 0.7;
const LOST_FROM_DAYS = 7;
const LOST_UNTIL_DAYS = 28;

const isModel = (k: number): boolean => combinedMethods[k]!.kind !== 'habit';
const MODELS = combinedMethods.filter((_, k) => isModel(k)).length;

/**
 * Weights of the combination's members by their mean error over past origins, those of the models drawn to equal
 * weights; null unless each member could be fitted at each origin.
 */
export function memberWeights(
  runs: MethodRuns,
  origins: readonly number[],
  scale: ErrorScale,
): MethodParameters | null {
  const errors = combinedMethods.map(({ methodId }) => meanError(runs, { methodId, origins, scale }));
  const least = Math.min(...errors);
  if (!errors.every(Number.isFinite) || least < 0) return null;
  const { gapDays, horizonDays } = runs.settings;
  const trust = combinedMethods.map(({ kind }, k) =>
    kind === 'habit' ? habitTrust(errors, errors[k]!) : kind === 'smooths' ? smoothingTrust(gapDays + horizonDays) : 1,
  );
  // A floor of a thousandth of the contacts keeps a method that was never wrong from taking all of it.
  const powers = errors.map(
    (error, k) => ((least + 1e-3) / (error + 1e-3)) ** SHARPNESS * (isModel(k) ? 1 : trust[k]!),
  );
  const weights = shares(powers).map(
    (share, k) => trust[k]! * ((isModel(k) ? EQUAL_SHARE / MODELS : 0) + (1 - EQUAL_SHARE) * share),
  );
  return Object.fromEntries(shares(weights).map((weight, k) => [combinedMethods[k]!.weightId, weight]));
}

/** The planner's habit counts where it has missed by no more than the models do on average, and not at all elsewhere. */
function habitTrust(errors: readonly number[], ofHabit: number): number {
  const ofModels = errors.reduce((sum, error, k) => sum + (isModel(k) ? error : 0), 0) / MODELS;
  return ofHabit <= ofModels ? 1 : 0;
}

function smoothingTrust(horizonDays: number): number {
  const far = (horizonDays - LOST_FROM_DAYS) / (LOST_UNTIL_DAYS - LOST_FROM_DAYS);
  return 1 - LOST_BY_SMOOTHING * Math.min(1, Math.max(0, far));
}

function shares(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

interface ErrorInput {
  readonly methodId: string;
  readonly origins: readonly number[];
  readonly scale: ErrorScale;
}

function meanError(runs: MethodRuns, { methodId, origins, scale }: ErrorInput): number {
  const past = origins.map((origin) => runs.run(methodId, origin)).filter((run): run is Run => run.kind === 'run');
  if (past.length < origins.length || past.length === 0) return Number.NaN;
  return past.reduce((sum, run) => sum + errorOfRun(run, scale), 0) / past.length;
}
