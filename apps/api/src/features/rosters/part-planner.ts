import { Injectable } from '@nestjs/common';
import type { OptimiseProgress, OptimiseResult } from '@yotei/scheduling/optimiser';
import type { JobRun } from '../../platform/jobs/job-definition.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import { BestRosters, WHOLE } from './best-rosters.service.js';
import type { RosterComputeInput } from './roster.compute.js';
import { RosterPartsRepository } from './roster-parts.repository.js';

/** For the search of a cancelled run, and until it is given up: a first legal roster may take longer than the search. */
const MEND_SECONDS = 1;
const MOST_MEND_MILLIS = 20_000;
const COMPUTE = new URL('./roster.compute.js', import.meta.url);

/** Plans a roster run on this worker: whole, or parts of it one after another, as long as some are left. */
@Injectable()
export class PartPlanner {
  constructor(
    private readonly parts: RosterPartsRepository,
    private readonly bests: BestRosters,
  ) {}

  /** Plans a whole problem here; its best roster so far can be looked at meanwhile. */
  async whole(input: RosterComputeInput, run: JobRun): Promise<OptimiseResult> {
    const best = this.bests.keeper(run.context, { jobId: run.jobId, part: WHOLE });
    const result = await run.compute<OptimiseResult>(COMPUTE, input, { onInterim: best.keep });
    await best.settled();
    return result;
  }

  /** Mends what parts of a run that was cancelled do not fit together: nothing of it could be kept otherwise. */
  async mend(input: RosterComputeInput): Promise<OptimiseResult> {
    const result = await runInThread<OptimiseResult>({
      module: COMPUTE,
      input: { ...input, timeLimitSeconds: MEND_SECONDS },
      signal: AbortSignal.timeout(MOST_MEND_MILLIS),
      onProgress: () => undefined,
    });
    return result.kind === 'roster' ? { ...result, stoppedBy: 'cancel' } : result;
  }

  /** How many parts were planned. A part that is stopped keeps its best roster so far, if it has one. */
  async workOff(jobId: string, run: JobRun, onProgress?: (progress: OptimiseProgress) => void): Promise<number> {
    for (let planned = 0; ; planned++) {
      if (run.signal.aborted) return planned;
      const claimed = await this.parts.claim(run.context, jobId, run.jobId);
      if (!claimed) return planned;
      const best = this.bests.keeper(run.context, { jobId, part: claimed.part });
      const result = await run.compute<OptimiseResult>(COMPUTE, claimed.input, {
        onProgress: onProgress && ((_, details) => onProgress(details as unknown as OptimiseProgress)),
        onInterim: best.keep,
      });
      await best.settled();
      if (result.kind === 'stopped-before-first-roster') return planned;
      await this.parts.store(run.context, { jobId, part: claimed.part, holderId: run.jobId }, result);
    }
  }
}
