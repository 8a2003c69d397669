import { Injectable } from '@nestjs/common';
import { checkGrowth, type GrowthAssumption } from '@yotei/forecast';
import { weekdayOf } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { ForecastInputService } from '../forecast-input.service.js';
import { QueueDirectory } from '../queue-directory.js';
import type { StartedForecast } from '../started-forecast.js';
import type { LongRangeOrder } from './long-range-version.service.js';
import {
  LongRangeRepository,
  TOTAL,
  type GrowthRecord,
  type LongRangeVersion,
  type StoredLongRange,
} from './long-range.repository.js';

const MOST_WEEKS = 160;
/** Four whole weeks say how a level moves; fewer do not. */
const LEAST_DAYS = 28;

export interface LongRangePicture {
  readonly queueId: string | null;
  readonly newest: { readonly version: LongRangeVersion; readonly series: StoredLongRange } | null;
  readonly versions: readonly LongRangeVersion[];
  readonly growth: readonly GrowthRecord[];
}

export type GrowthResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** The far future by week, and what the planner expects of it. */
@Injectable()
export class LongRangeService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly inputs: ForecastInputService,
    private readonly longRange: LongRangeRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** Null when the queue does not exist; without a queue, all together. */
  async picture(context: RequestContext, queueId: string | null): Promise<LongRangePicture | null> {
    if (queueId && !(await this.queues.byId(context, queueId))) return null;
    const growth = await this.longRange.growth(context);
    return {
      queueId,
      newest: await this.longRange.newest(context, queueId ?? TOTAL),
      versions: await this.longRange.versions(context),
      growth: growth.filter((line) => !queueId || line.queueId === null || line.queueId === queueId),
    };
  }

  async start(context: RequestContext, order: LongRangeOrder): Promise<StartedForecast> {
    if (!(order.weeks >= 1 && order.weeks <= MOST_WEEKS))
      return { kind: 'invalid', path: 'weeks', message: `weeks must lie in 1..${MOST_WEEKS}` };
    if (weekdayOf(order.fromOn) !== 1)
      return { kind: 'invalid', path: 'fromOn', message: 'weeks start on Mondays; give a Monday' };
    return this.database.withTenant(context, async () => {
      const queues = await this.queues.all(context);
      if (queues.length === 0) return { kind: 'not-found' as const };
      let most = { queueId: queues[0]!.id, haveDays: 0 };
      for (const queue of queues) {
        const input = await this.inputs.reach(context, queue, order.fromOn);
        if (input > most.haveDays) most = { queueId: queue.id, haveDays: input };
      }
      if (most.haveDays < LEAST_DAYS) return { kind: 'not-enough-history' as const, ...most, needDays: LEAST_DAYS };
      return { kind: 'started' as const, job: await this.jobs.enqueue(context, 'long-range', order) };
    });
  }

  async addGrowth(
    context: RequestContext,
    queueId: string | null,
    of: { readonly assumption: GrowthAssumption; readonly reason: string },
  ): Promise<GrowthResult> {
    const reason = of.reason.trim();
    if (reason === '')
      return { kind: 'invalid', path: 'reason', message: 'say why, for those who read the plan later' };
    try {
      checkGrowth([of.assumption]);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { kind: 'invalid', path: error.message.split(' ')[0]!, message: error.message };
    }
    return this.database.withTenant(context, async () => {
      if (queueId && !(await this.queues.byId(context, queueId))) return { kind: 'not-found' as const };
      await this.longRange.insertGrowth(context, queueId, { ...of, reason });
      return { kind: 'saved' as const };
    });
  }

  async setGrowthUndone(context: RequestContext, id: string, undone: boolean): Promise<GrowthResult> {
    return (await this.longRange.setGrowthUndone(context, id, undone)) ? { kind: 'saved' } : { kind: 'not-found' };
  }
}
