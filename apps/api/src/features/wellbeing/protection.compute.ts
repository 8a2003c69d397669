import { performance } from 'node:perf_hooks';
import { protectionCurve, PROTECTION_FACTORS, type ProtectionCurve } from '@yotei/scheduling/protection';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { loadSolver } from '@yotei/scheduling/solver';
import type { ComputeHooks, JsonValue } from '../../platform/jobs/job-definition.js';

export interface ProtectionComputeInput {
  readonly problem: RosterProblem;
  readonly seed: number;
  readonly secondsPerPoint: number;
}

/** Runs in a worker thread; each point is told as it is found. */
export async function compute(
  { problem, seed, secondsPerPoint }: ProtectionComputeInput,
  hooks: ComputeHooks,
): Promise<ProtectionCurve> {
  const points: JsonValue[] = [];
  return protectionCurve(problem, {
    seed,
    timeLimitSeconds: secondsPerPoint,
    solver: await loadSolver(),
    nowMillis: () => performance.now(),
    isCancelled: () => hooks.isCancelled(),
    onPoint: (point, done) => {
      points.push(point as unknown as JsonValue);
      hooks.progress(done / PROTECTION_FACTORS.length, { points: [...points] });
    },
  });
}
