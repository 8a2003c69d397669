import type { Run } from '../backtest/method-runs.js';
import { learnComponents } from '../distribution/learn-components.js';
import type { DistributionComponents } from '../distribution/distribution-components.js';
import { ridge } from '../linear-algebra.js';
import { ratiosOf, type DaySoFar, type Ratios } from './day-so-far.js';
import { learnHourMemory, rememberedLog, type MemoryDay } from './hour-memory.js';
import { robustScale } from '../robust-scale.js';

/** With fewer past days the factor stays 1. */
const LEAST_LEARN_DAYS = 10;
/** Draws the slopes to 0, in days whose log ratio has the usual variance. */
const SLOPE_PENALTY_DAYS = 2;
/** A broken feed must not multiply the afternoon. */
const MOST_FACTOR = 3;

/** How sharply the better of two answers is preferred: one that misses by a tenth less weighs twice as much. */
const SHARPNESS = 8;
const MOST_MISS = 1;

export interface UpdateModel {
  /** How the rest follows the day so far and its last two hours, by the regression alone. */
  readonly slopes: Float64Array;
  readonly days: number;
  /** How updated forecasts of past days went wrong, each updated by slopes learned from the other days. */
  readonly distribution: DistributionComponents;
  factorOf(today: MemoryDay): number;
}

/** A time of day, and the slots before it that are known today. */
export type UpdateAt = Pick<DaySoFar, 'from' | 'known'> & { readonly recent: number; readonly stepMinutes: number };

/**
 * What past days say of the rest of a day like today: the same slots known, the same slots ahead. Two answers, weighed by
 * how they did on these days: a regression for this very time of day, and the memory of the hours over all times of day.
 */
export function learnUpdate(runs: readonly Run[], at: UpdateAt): UpdateModel {
  const days = runs.map(({ days: [day] }) => ({ forecast: day!.forecast, actual: day!.actual! }));
  const past = days.map((day) => ratiosOf(day.forecast, day.actual, at));
  const slopes = slopesOf(past);
  const memory = learnHourMemory(days);
  const remembered = (day: MemoryDay) => rememberedLog(memory, knownOf(day, at), at.from);
  // Its own day must not teach a day: the errors would look smaller than tomorrow's.
  const regressed = past.map(({ regressors }, index) =>
    logBy(slopesOf(past.filter((_, other) => other !== index)), regressors),
  );
  const recalled = days.map(remembered);
  const share = past.length < LEAST_LEARN_DAYS ? 1 : shareOfRegression(past, regressed, recalled);
  const factorBy = (regression: number, memoryLog: number) =>
    Math.min(MOST_FACTOR, Math.max(1 / MOST_FACTOR, Math.exp(share * regression + (1 - share) * memoryLog)));
  const updated = runs.map((run, index): Run => {
    const factor = factorBy(regressed[index]!, recalled[index]!);
    const forecast = days[index]!.forecast.map((value, slot) => (slot < at.from ? Number.NaN : value * factor));
    const actual = days[index]!.actual.map((value, slot) => (slot < at.from ? Number.NaN : value));
    return { ...run, days: [{ ...run.days[0]!, forecast, actual }] };
  });
  return {
    slopes,
    days: past.length,
    distribution: learnComponents(updated, { beforeDay: Infinity, stepMinutes: at.stepMinutes }),
    factorOf: (today) =>
      factorBy(logBy(slopes, ratiosOf(today.forecast, today.actual, at).regressors), share < 1 ? remembered(today) : 0),
  };
}

/** The day with what is not believed today left out. */
function knownOf({ forecast, actual }: MemoryDay, { known }: Pick<UpdateAt, 'known'>): MemoryDay {
  return { forecast, actual: actual.map((came, slot) => (known[slot] ? came : Number.NaN)) };
}

/** Weight of the regression beside the hours' memory, by the mean miss of both on past days. */
function shareOfRegression(past: readonly Ratios[], regressed: readonly number[], recalled: readonly number[]): number {
  const miss = (said: readonly number[]) =>
    past.reduce((sum, { rest }, index) => sum + Math.min(MOST_MISS, Math.abs(rest - said[index]!)), 1e-9);
  return 1 / (1 + (miss(regressed) / miss(recalled)) ** SHARPNESS);
}

function logBy(slopes: Float64Array, regressors: Float64Array): number {
  return slopes[0]! * regressors[0]! + slopes[1]! * regressors[1]!;
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
