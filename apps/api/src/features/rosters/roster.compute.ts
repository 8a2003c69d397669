import { performance } from 'node:perf_hooks';
import { optimiseRoster, startTeam, type OptimiseProgress, type OptimiseResult } from '@yotei/scheduling/optimiser';
import { coverageGrid, type Roster, type RosterProblem } from '@yotei/scheduling/roster';
import { startSolver } from '@yotei/scheduling/solver';
import type { ComputeHooks, JsonValue } from '../../platform/jobs/job-definition.js';
import { BestCostCurve } from './best-cost-curve.js';
import { compactRoster, type BestFound } from './best-roster.js';
import { WORKER_THREADS } from './roster-team.js';

export interface RosterComputeInput {
  readonly problem: RosterProblem;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  /** The deterministic limit, instead of time. */
  readonly iterationLimit?: number;
  /** Goes on from this roster. */
  readonly resumeFrom?: Roster;
  /** Threads that share the run; one without it. */
  readonly threads?: number;
}

/** The best roster of a thousand agents is half a megabyte: it is handed out the less often the larger it is. */
const LEAST_SECONDS_BETWEEN = 2;
const AGENTS_A_SECOND = 200;

/** Runs in a worker thread; a cancel ends it with the best roster so far. */
export async function compute(input: RosterComputeInput, hooks: ComputeHooks): Promise<OptimiseResult> {
  const curve = new BestCostCurve();
  const tell = (progress: OptimiseProgress) => {
    const fraction = input.iterationLimit
      ? progress.iterations / input.iterationLimit
      : progress.seconds / input.timeLimitSeconds;
    hooks.progress(Math.min(1, fraction), {
      ...progress,
      curve: curve.with(progress.seconds, progress.bestCost),
    } as unknown as JsonValue);
  };
  const { problem, seed, iterationLimit, resumeFrom, threads = 1 } = input;
  const settings = {
    seed,
    timeLimitSeconds: iterationLimit ? undefined : input.timeLimitSeconds,
    iterationLimit,
    resumeFrom,
  };
  const { startAt } = coverageGrid(problem);
  const { team, end } = startTeam(problem, { settings, threads }, WORKER_THREADS);
  const solving = startSolver(WORKER_THREADS);
  try {
    return optimiseRoster(problem, {
      ...settings,
      team,
      solver: solving.solver,
      nowMillis: () => performance.now(),
      isCancelled: () => hooks.isCancelled(),
      onProgress: tell,
      bestEverySeconds: Math.max(LEAST_SECONDS_BETWEEN, problem.agents.length / AGENTS_A_SECOND),
      onBest: ({ seconds, cost, roster }) =>
        hooks.interim({ seconds, cost, roster: compactRoster(roster, startAt) } satisfies BestFound as JsonValue),
    });
  } finally {
    await Promise.all([end(), solving.end()]);
  }
}
