import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { JobDefinition, type JobOutcome, type JobRun } from '../../../platform/jobs/job-definition.js';
import { QueueDirectory } from '../queue-directory.js';
import {
  ForecastScoreRepository,
  type DayToScoreRow,
  type NewScore,
  type QueueDays,
} from './forecast-scores.repository.js';
import { ScoreInputService } from './score-input.service.js';
import { ScoreQueue, SCORE_JOB } from './score-queue.service.js';
import type { QueueToScore } from './score.compute.js';

/** Queue-days taken at a time, so that the memory of a backfill of years stays small; the rest is a job of its own. */
const MOST_DAYS = 2_000;
/** How far a changed fact reaches: four weeks ahead, and the mean of the four same weekdays before. */
const REACH_DAYS = 63;

/**
 * Scores the queue-days on the list, whatever put them there: an import, a correction, a backfill. Scoring a day again
 * gives the same rows; a day that changes while it is scored stays on the list.
 */
@Injectable()
export class ScoreJob extends JobDefinition<Record<string, never>> {
  readonly kind = SCORE_JOB;

  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly scores: ForecastScoreRepository,
    private readonly inputs: ScoreInputService,
    private readonly queue: ScoreQueue,
  ) {
    super();
  }

  async run(_input: Record<string, never>, run: JobRun): Promise<JobOutcome> {
    const waiting = await this.scores.waiting(run.context, MOST_DAYS);
    const days = await this.daysOf(run.context, waiting);
    const inputs = await this.inputsOf(run.context, days);
    const scored =
      inputs.length > 0 ? await run.compute<NewScore[]>(new URL('./score.compute.js', import.meta.url), inputs) : [];
    run.signal.throwIfAborted();
    return {
      result: { days: waiting.length, scores: scored.length },
      apply: async (tx) => {
        await this.scores.replace(tx, days, scored);
        await this.scores.done(tx, waiting);
        await this.queue.enqueueIfWaiting(run.context);
      },
    };
  }

  private async daysOf(context: RequestContext, waiting: readonly DayToScoreRow[]): Promise<QueueDays[]> {
    const byQueue = new Map<string, Set<LocalDate>>();
    for (const { queueId, onDate } of waiting)
      byQueue.set(queueId, (byQueue.get(queueId) ?? new Set<LocalDate>()).add(onDate));
    const days: QueueDays[] = [];
    for (const [queueId, dates] of byQueue) {
      const later = await this.scores.scoredAfter(context, { queueId, dates: [...dates], reachDays: REACH_DAYS });
      days.push({ queueId, dates: [...new Set([...dates, ...later])].sort() });
    }
    return days;
  }

  private inputsOf(context: RequestContext, days: readonly QueueDays[]): Promise<QueueToScore[]> {
    return this.database.withTenant(context, async () => {
      const inputs: QueueToScore[] = [];
      for (const { queueId, dates } of days) {
        const queue = await this.queues.byId(context, queueId);
        const input = queue && (await this.inputs.of(context, queue, dates));
        if (input) inputs.push(input);
      }
      return inputs;
    });
  }
}
