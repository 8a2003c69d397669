import { performance } from 'node:perf_hooks';
import { optimiseRoster, type OptimiseProgress, type OptimiseResult } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import type { ComputeHooks, JsonValue } from '../../platform/jobs/job-definition.js';

export interface RosterComputeInput {
  readonly problem: RosterProblem;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  /** The deterministic limit, instead of time. */
  readonly iterationLimit?: number;
}

/** Points of the best-cost curve kept for the browser: enough for a line, small enough for the job's row. */
const MOST_POINTS = 60;

/** Runs in a worker thread; a cancel ends it with the best roster so far. */
export async function compute(input: RosterComputeInput, hooks: ComputeHooks): Promise<OptimiseResult> {
  const curve: [seconds: number, cost: number][] = [];
  const tell = (progress: OptimiseProgress) => {
    if (progress.bestCost !== null && curve.at(-1)?.[1] !== progress.bestCost)
      curve.push([progress.seconds, progress.bestCost]);
    if (curve.length > MOST_POINTS) curve.splice(1, curve.length - 1, ...curve.filter((_, i) => i > 0 && i % 2 === 0));
    const fraction = input.iterationLimit
      ? progress.iterations / input.iterationLimit
      : progress.seconds / input.timeLimitSeconds;
    hooks.progress(Math.min(1, fraction), { ...progress, curve } as unknown as JsonValue);
  };
  return optimiseRoster(input.problem, {
    seed: input.seed,
    timeLimitSeconds: input.iterationLimit ? undefined : input.timeLimitSeconds,
    iterationLimit: input.iterationLimit,
    nowMillis: () => performance.now(),
    isCancelled: () => hooks.isCancelled(),
    onProgress: tell,
  });
}
