import type { Run } from '../backtest/method-runs.js';
import { learnComponents } from '../distribution/learn-components.js';
import type { DistributionComponents } from '../distribution/distribution-components.js';
import { ridge } from '../linear-algebra.js';
import { ratiosOf, type DaySoFar, type Ratios } from './day-so-far.js';
import { robustScale } from '../robust-scale.js';

/** With fewer past days the factor stays 1. */
const LEAST_LEARN_DAYS = 10;
/** Draws the slopes to 0, in days whose log ratio has the usual variance. */
const SLOPE_PENALTY_DAYS = 2;
/** A broken feed must not multiply the afternoon. */
const MOST_FACTOR = 3;

export interface UpdateModel {
  /** How the rest follows the day so far and its last two hours. */
  readonly slopes: Float64Array;
  readonly days: number;
  /** How updated forecasts of past days went wrong, each updated by slopes learned from the other days. */
  readonly distribution: DistributionComponents;
  factorOf(regressors: Float64Array): number;
}

/** What past days say of the rest of a day like today: the same slots known, the same slots ahead. */
export function learnUpdate(
  runs: readonly Run[],
  {
    from,
    known,
    recent,
    stepMinutes,
  }: Pick<DaySoFar, 'from' | 'known'> & { readonly recent: number; readonly stepMinutes: number },
): UpdateModel {
  const past = runs.map(({ days: [day] }) => ratiosOf(day!.forecast, day!.actual!, { from, known, recent }));
  const slopes = slopesOf(past);
  const updated = runs.map((run, index): Run => {
    // Its own day must not teach a day: the errors would look smaller than tomorrow's.
    const own = slopesOf(past.filter((_, other) => other !== index));
    const factor = factorBy(own, past[index]!.regressors);
    const forecast = run.days[0]!.forecast.map((value, slot) => (slot < from ? Number.NaN : value * factor));
    const actual = run.days[0]!.actual!.map((value, slot) => (slot < from ? Number.NaN : value));
    return { ...run, days: [{ ...run.days[0]!, forecast, actual }] };
  });
  return {
    slopes,
    days: past.length,
    distribution: learnComponents(updated, { beforeDay: Infinity, stepMinutes }),
    factorOf: (regressors) => factorBy(slopes, regressors),
  };
}

function factorBy(slopes: Float64Array, regressors: Float64Array): number {
  const log = slopes[0]! * regressors[0]! + slopes[1]! * regressors[1]!;
  return Math.min(MOST_FACTOR, Math.max(1 / MOST_FACTOR, Math.exp(log)));
}

function slopesOf(past: readonly Ratios[]): Float64Array {
  if (past.length < LEAST_LEARN_DAYS) return new Float64Array(2);
  const rows = past.map(({ regressors }) => regressors);
  const variance = rows.reduce((sum, [x]) => sum + x! * x!, 0) / rows.length;
  const penalties = new Float64Array(2).fill(SLOPE_PENALTY_DAYS * variance + 1e-12);
  const rests = Float64Array.from(past, ({ rest }) => rest);
  return ridge(rows, rests, trustInDays(past), penalties);
}

/** Days whose rest went far from its forecast weigh less, as one outage in forty days would turn the slopes. */
function trustInDays(past: readonly Ratios[]): Float64Array {
  const usual = robustScale(past.map(({ rest }) => rest));
  return Float64Array.from(past, ({ rest }) => Math.min(1, (3 * usual) / Math.max(Math.abs(rest), 1e-12)));
}
