import { Injectable } from '@nestjs/common';
import { JobDefinition, type JobOutcome, type JobRun } from '../../../platform/jobs/job-definition.js';
import { AdherenceDaysRepository } from './adherence-days.repository.js';
import { AdherenceJudging } from './adherence-judging.service.js';
import { REJUDGE_JOB } from './rejudge-job.js';

export type RejudgeInput = {
  /** Days that were listed when it was asked for. */
  readonly days: number;
};

const BATCH = 300;

/**
 * Judges days of the list until none is left, beside the background task that does the same: each day is taken by one of
 * them. What is left when it is stopped is judged by the task.
 */
@Injectable()
export class RejudgeJob extends JobDefinition<RejudgeInput> {
  readonly kind = REJUDGE_JOB;

  constructor(
    private readonly judging: AdherenceJudging,
    private readonly days: AdherenceDaysRepository,
  ) {
    super();
  }

  async run({ days }: RejudgeInput, { context, progress, signal }: JobRun): Promise<JobOutcome> {
    for (;;) {
      signal.throwIfAborted();
      const taken = await this.judging.listed(context, BATCH);
      const left = await this.days.waiting(context);
      progress(Math.min(1, Math.max(0, 1 - left / Math.max(1, days))));
      if (taken === 0 || left === 0) return { result: { days } };
    }
  }
}
