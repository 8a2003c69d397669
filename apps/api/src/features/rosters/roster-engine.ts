import { Inject, Injectable } from '@nestjs/common';
import type { OptimiseResult } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { JobRun } from '../../platform/jobs/job-definition.js';
import type { RosterComputeInput } from './roster.compute.js';
import { BestRosters, type FoundBest } from './best-rosters.service.js';
import { PartPlanner } from './part-planner.js';
import { RosterPartsRepository } from './roster-parts.repository.js';
import { splitFor, type SplitOrdered } from './split-order.js';
import { SplitRun } from './split-run.js';

export interface EngineOrder {
  readonly problem: RosterProblem;
  readonly timeLimitSeconds: number;
  readonly split?: SplitOrdered | null;
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
    private readonly planner: PartPlanner,
    private readonly bests: BestRosters,
  ) {}

  async plan(
    { problem, timeLimitSeconds, resumeFrom, split: asked = null }: EngineOrder,
    run: JobRun,
  ): Promise<OptimiseResult> {
    const split = resumeFrom ? null : splitFor(problem, asked, await this.parts.liveWorkers());
    const threads = this.settings.YOTEI_ROSTER_THREADS;
    if (split) return this.splitRun.plan({ problem, split, timeLimitSeconds, threads }, run);
    const input: RosterComputeInput = { problem, seed: run.seed, timeLimitSeconds, threads, resumeFrom };
    return this.planner.whole(input, run);
  }

  /** Keeps what the run found until it is in the draft: an edit made meanwhile keeps it out. */
  async hold(run: JobRun, found: FoundBest): Promise<void> {
    await this.bests.hold(run.context, run.jobId, found);
  }

  /** Drops what a run in parts has left behind; in the transaction that stores its roster. */
  async forget(run: JobRun): Promise<void> {
    await this.parts.clear(run.context, run.jobId);
    await this.bests.clear(run.context, run.jobId);
  }
}
