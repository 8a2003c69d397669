import type { TrainingView } from '../series/training-view.js';

/** What the residuals of past days say about those to come. */
export interface ResidualMemory {
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
export function fitResidualMemory(
  residual: Float64Array,
  weights: readonly number[],
  steps: readonly number[],
): ResidualMemory {
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

/** The memory that says nothing. */
export function forgetAll(residual: Float64Array): ResidualMemory {
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

/** Open days from each day of the history to the next one there is; the first counts as one. */
export function openDaySteps({ days, calendar }: TrainingView): number[] {
  return days.map(({ day }, index) =>
    index === 0 ? 1 : Math.max(1, calendar.openDaysBetween(days[index - 1]!.day, day)),
  );
}
