import { Inject, Injectable } from '@nestjs/common';
import type { OptimiseResult, SplitBy } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { JobRun } from '../../platform/jobs/job-definition.js';
import type { RosterComputeInput } from './roster.compute.js';
import { RosterPartsRepository } from './roster-parts.repository.js';
import { SplitRun, splitFor } from './split-run.js';

export interface EngineOrder {
  readonly problem: RosterProblem;
  readonly timeLimitSeconds: number;
  readonly split?: Exclude<SplitBy, { by: 'week' }> | null;
  /** Goes on from this roster, in one part. */
  readonly resumeFrom?: Roster;
}

/** Runs the engine for a job: here, on the threads that the settings give it, or in parts on several workers. */
@Injectable()
export class RosterEngine {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly parts: RosterPartsRepository,
    private readonly splitRun: SplitRun,
  ) {}

  async plan(
    { problem, timeLimitSeconds, resumeFrom, split: asked = null }: EngineOrder,
    run: JobRun,
  ): Promise<OptimiseResult> {
    const split = resumeFrom ? null : splitFor(problem, asked, await this.parts.liveWorkers());
    const threads = this.settings.YOTEI_ROSTER_THREADS;
    if (split) return this.splitRun.plan({ problem, split, timeLimitSeconds, threads }, run);
    const input: RosterComputeInput = { problem, seed: run.seed, timeLimitSeconds, threads, resumeFrom };
    return run.compute<OptimiseResult>(new URL('./roster.compute.js', import.meta.url), input);
  }

  /** Drops what a run in parts has left behind; in the transaction that stores its roster. */
  async forget(run: JobRun): Promise<void> {
    await this.parts.clear(run.context, run.jobId);
  }
}
