import { DAY_FEATURES } from '../calendar/business-calendar.js';
import { dot, ridge } from '../linear-algebra.js';
import type { HorizonDay, TrainingDay, TrainingView } from '../series/training-view.js';

/** Settings of {@link fitDiscountedRegression}. */
export interface RegressionSettings {
  /** Weight of a day relative to the next: 0.985 halves in 46 days. */
  readonly discountPerDay: number;
  /** Ridge penalty of a weekday's departure from the mean, in days of evidence. */
  readonly weekdayPenalty: number;
  /** Ridge penalty of a calendar effect, in days of evidence. */
  readonly effectPenalty: number;
  /** False leaves out the memory of recent residuals. */
  readonly memory?: boolean;
}

/** Predicts the value of each horizon day. */
export type DayPredictor = (horizon: readonly HorizonDay[]) => Float64Array;

/** Residuals beyond this many robust standard deviations weigh less (Huber 1964). */
const HUBER = 2.5;
const FIRST_EVENT_FEATURE = DAY_FEATURES.indexOf('holiday');

/**
 * Regression of one value a day on level, weekday and calendar features, old days discounted, large residuals
 * weighed down, and an ARMA(1,1) memory of the residuals that fades over the open days ahead.
 */
export function fitDiscountedRegression(
  history: TrainingView,
  y: Float64Array,
  settings: RegressionSettings,
): DayPredictor {
  const { days, calendar, originDay } = history;
  const rows = days.map((day) => designRow(day));
  const age = days.map(({ day }) => Math.pow(settings.discountPerDay, originDay - 1 - day));
  const penalties = penaltiesOf(rows[0]?.length ?? 0, settings);
  const weights = Float64Array.from(age);
  let coefficients = ridge(rows, y, weights, penalties);
  const remember = settings.memory === false ? forgetAll : fitMemory;
  const steps = days.map(({ day }, index) =>
    index === 0 ? 1 : Math.max(1, calendar.openDaysBetween(days[index - 1]!.day, day)),
  );
  let memory = remember(residuals(rows, y, coefficients), age, steps);
  for (let round = 0; round < 2; round++) {
    const rest = residuals(rows, y, coefficients).map((value, index) => value - memory.predicted[index]!);
    const scale = robustScale(rest);
    rest.forEach((value, index) => (weights[index] = age[index]! * trustIn(value, scale, days[index]!)));
    coefficients = ridge(
      rows,
      y.map((value, index) => value - memory.predicted[index]!),
      weights,
      penalties,
    );
    memory = remember(residuals(rows, y, coefficients), age, steps);
  }
  const lastDay = days.at(-1)?.day ?? originDay;
  return (horizon) =>
    Float64Array.from(horizon, (day) => {
      const ahead = Math.max(1, calendar.openDaysBetween(lastDay + 1, day.day + 1));
      return dot(designRow(day), coefficients) + memory.next(ahead);
    });
}

/** Huber's weight of a residual. Days of announced events keep theirs: an effect seen only a few times always looks like an outlier at first. */
function trustIn(residual: number, scale: number, { features }: TrainingDay): number {
  if (features.subarray(FIRST_EVENT_FEATURE).includes(1)) return 1;
  return Math.min(1, (HUBER * scale) / Math.max(Math.abs(residual), 1e-12));
}

function designRow({ weekday, features }: Pick<TrainingDay, 'weekday' | 'features'>): Float64Array {
  const row = new Float64Array(8 + features.length);
  row[0] = 1;
  row[weekday] = 1;
  row.set(features, 8);
  return row;
}

function penaltiesOf(size: number, { weekdayPenalty, effectPenalty }: RegressionSettings): Float64Array {
  return Float64Array.from({ length: size }, (_, column) =>
    column === 0 ? 1e-6 : column < 8 ? weekdayPenalty : effectPenalty,
  );
}

function residuals(rows: readonly Float64Array[], y: Float64Array, coefficients: Float64Array): Float64Array {
  return y.map((value, index) => value - dot(rows[index]!, coefficients));
}

/** 1.4826 times the median absolute value: the standard deviation of a normal sample with outliers. */
export function robustScale(values: Float64Array): number {
  const sorted = values.map(Math.abs).sort();
  return 1.4826 * (sorted[Math.floor(sorted.length / 2)] ?? 0);
}

interface Memory {
  /** Expected residual of each day given the days before it. */
  readonly predicted: Float64Array;
  /** Expected residual of an open day that many open days after the last one, 1 = the first. */
  next(ahead: number): number;
}

const PHIS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98];
const GAINS = [0.05, 0.1, 0.2, 0.3, 0.45, 0.6];

interface MemoryCandidate {
  readonly phi: number;
  readonly state: number;
  readonly predicted: Float64Array;
  readonly loss: number;
}

/**
 * ARMA(1,1) memory in innovations form, s(t+1) = phi s(t) + gain e(t). The candidates of a small grid, none among
 * them, are averaged by their likelihood: with some dozens of weeks the best of them is mostly the luckiest.
 */
function fitMemory(residual: Float64Array, weights: readonly number[], steps: readonly number[]): Memory {
  const candidates = [runMemory({ residual, weights, steps, phi: 0, gain: 0 })];
  for (const phi of PHIS) for (const gain of GAINS) candidates.push(runMemory({ residual, weights, steps, phi, gain }));
  const evidence = weights.reduce((sum, weight) => sum + weight, 0);
  const least = Math.max(Math.min(...candidates.map(({ loss }) => loss)), 1e-300);
  const likelihoods = candidates.map(({ loss }) => Math.pow(Math.max(loss, least) / least, -evidence / 4));
  const total = likelihoods.reduce((sum, value) => sum + value, 0);
  const predicted = new Float64Array(residual.length);
  candidates.forEach((candidate, k) =>
    candidate.predicted.forEach((value, index) => (predicted[index]! += (likelihoods[k]! / total) * value)),
  );
  return {
    predicted,
    next: (ahead) =>
      candidates.reduce(
        (sum, { phi, state }, k) => sum + (likelihoods[k]! / total) * state * Math.pow(phi, ahead - 1),
        0,
      ),
  };
}

function forgetAll(residual: Float64Array): Memory {
  return { predicted: new Float64Array(residual.length), next: () => 0 };
}

interface MemoryInput {
  readonly residual: Float64Array;
  readonly weights: readonly number[];
  readonly steps: readonly number[];
  readonly phi: number;
  readonly gain: number;
}

function runMemory({ residual, weights, steps, phi, gain }: MemoryInput): MemoryCandidate {
  const predicted = new Float64Array(residual.length);
  let state = 0;
  let loss = 0;
  for (let index = 0; index < residual.length; index++) {
    for (let step = 1; step < steps[index]!; step++) state *= phi;
    predicted[index] = state;
    const error = residual[index]! - state;
    loss += weights[index]! * error * error;
    state = phi * state + gain * error;
  }
  return { phi, state, predicted, loss };
}
