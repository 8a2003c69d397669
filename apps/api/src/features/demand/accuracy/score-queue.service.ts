import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import type { JobEntity } from '../../../platform/jobs/job.entity.js';
import { ForecastScoreRepository } from './forecast-scores.repository.js';

export const SCORE_JOB = 'forecast-score';

/** Asks for the scoring of queue-days. */
@Injectable()
export class ScoreQueue {
  constructor(
    private readonly database: TenantDatabase,
    private readonly scores: ForecastScoreRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** One job for all days whose facts changed, in the transaction at hand; null when there is none. */
  async enqueueIfWaiting(context: RequestContext): Promise<JobEntity | null> {
    return (await this.scores.waitingCount(context)) > 0 ? this.jobs.enqueue(context, SCORE_JOB, {}) : null;
  }

  /** Scores all days of the range that have a forecast, as if their facts had just come. Null when there is none. */
  async backfill(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<JobEntity | null> {
    return this.database.withTenant(context, async (tx) => {
      await this.scores.mark(tx, { fromOn: range.fromOn, untilOn: addDays(range.fromOn, range.days) });
      return this.enqueueIfWaiting(context);
    });
  }
}
