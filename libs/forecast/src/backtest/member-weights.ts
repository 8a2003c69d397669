import { combinedMethods } from '../methods/combination.method.js';
import type { MethodParameters } from '../forecasting-method.js';
import { errorOfRun } from './run-error.js';
import type { MethodRuns, Run } from './method-runs.js';

/** A member whose error is a tenth larger weighs half as much (1.1⁸ = 2.1). */
const SHARPNESS = 8;
/** Share of the weight that is spread equally, whatever the errors: with some origins they are mostly luck. */
const EQUAL_SHARE = 0.2;

/**
 * Weights of the combination's members by their mean error over past origins, drawn to equal weights; null unless
 * each member could be fitted at each origin. `blockSlots` as in {@link errorOfRun}.
 */
export function memberWeights(
  runs: MethodRuns,
  origins: readonly number[],
  blockSlots: number,
): MethodParameters | null {
  const errors = combinedMethods.map(({ methodId }) => meanError(runs, { methodId, origins, blockSlots }));
  const least = Math.min(...errors);
  if (!errors.every(Number.isFinite) || least < 0) return null;
  // A floor of a thousandth of the contacts keeps a method that was never wrong from taking all of it.
  const powers = errors.map((error) => ((least + 1e-3) / (error + 1e-3)) ** SHARPNESS);
  const sum = powers.reduce((total, value) => total + value, 0);
  return Object.fromEntries(
    combinedMethods.map(({ weightId }, k) => [
      weightId,
      EQUAL_SHARE / powers.length + ((1 - EQUAL_SHARE) * powers[k]!) / sum,
    ]),
  );
}

interface ErrorInput {
  readonly methodId: string;
  readonly origins: readonly number[];
  readonly blockSlots: number;
}

function meanError(runs: MethodRuns, { methodId, origins, blockSlots }: ErrorInput): number {
  const past = origins.map((origin) => runs.run(methodId, origin)).filter((run): run is Run => run.kind === 'run');
  if (past.length < origins.length || past.length === 0) return Number.NaN;
  return past.reduce((sum, run) => sum + errorOfRun(run, blockSlots), 0) / past.length;
}
