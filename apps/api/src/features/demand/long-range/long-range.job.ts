import { Injectable } from '@nestjs/common';
import { JobDefinition, JobFailure, type JobOutcome, type JobRun } from '../../../platform/jobs/job-definition.js';
import { LongRangeVersionService, type LongRangeOrder } from './long-range-version.service.js';
import type { LongRangeComputeResult } from './long-range.compute.js';

/** Forecasts every queue and their sum by week in a thread, and stores them as one immutable version. */
@Injectable()
export class LongRangeJob extends JobDefinition<LongRangeOrder> {
  readonly kind = 'long-range';

  constructor(private readonly versions: LongRangeVersionService) {
    super();
  }

  async run(order: LongRangeOrder, run: JobRun): Promise<JobOutcome> {
    const input = await this.versions.inputOf(run.context, order, run.seed);
    const results = await run.compute<LongRangeComputeResult[]>(
      new URL('./long-range.compute.js', import.meta.url),
      input,
    );
    run.signal.throwIfAborted();
    if (!results.some(({ result }) => result.kind === 'long-range'))
      throw new JobFailure('long-range.not-enough-history');
    const { jobId, context } = run;
    return {
      result: { queues: results.length },
      apply: (tx) => this.versions.store(tx, { input, results, jobId, createdBy: context.userId }),
    };
  }
}
