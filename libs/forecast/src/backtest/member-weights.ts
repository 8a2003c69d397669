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

/**
 * Weights of the combination's members by their mean error over past origins, drawn to equal weights; null unless
 * each member could be fitted at each origin.
 */
export function memberWeights(
  runs: MethodRuns,
  origins: readonly number[],
  scale: ErrorScale,
): MethodParameters | null {
  const errors = combinedMethods.map(({ methodId }) => meanError(runs, { methodId, origins, scale }));
  const least = Math.min(...errors);
  if (!errors.every(Number.isFinite) || least < 0) return null;
  // A floor of a thousandth of the contacts keeps a method that was never wrong from taking all of it.
  const powers = errors.map((error) => ((least + 1e-3) / (error + 1e-3)) ** SHARPNESS);
  const { gapDays, horizonDays } = runs.settings;
  const trust = combinedMethods.map(({ smooths }) => (smooths ? smoothingTrust(gapDays + horizonDays) : 1));
  const weights = shares(powers).map(
    (share, k) => trust[k]! * (EQUAL_SHARE / powers.length + (1 - EQUAL_SHARE) * share),
  );
  return Object.fromEntries(shares(weights).map((weight, k) => [combinedMethods[k]!.weightId, weight]));
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
