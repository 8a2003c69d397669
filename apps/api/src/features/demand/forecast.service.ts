import { Injectable } from '@nestjs/common';
import { forecastingMethods } from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { ForecastInputService } from './forecast-input.service.js';
import type { ForecastJobInput } from './forecast.job.js';
import { QueueDirectory } from './queue-directory.js';
import type { StartedForecast } from './started-forecast.js';
import { QueueBeginningRepository } from './young-queues/queue-beginnings.repository.js';

/** With a day of history, a typed curve or another queue's past there is something to forecast from. */
const LEAST_HISTORY_DAYS = 1;
const LONGEST_FORECAST_DAYS = 400;

/** Asks for forecasts. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly inputs: ForecastInputService,
    private readonly jobs: JobQueue,
    private readonly beginnings: QueueBeginningRepository,
  ) {}

  /** Starts one job for the queues named, or for all that have a history. */
  async start(
    context: RequestContext,
    order: { queueIds?: readonly string[] | null; fromOn: LocalDate; days: number; methodId?: string | null },
  ): Promise<StartedForecast> {
    const methodId = order.methodId ?? 'auto';
    if (order.days < 1 || order.days > LONGEST_FORECAST_DAYS)
      return { kind: 'invalid', path: 'days', message: `days must lie in 1..${LONGEST_FORECAST_DAYS}` };
    if (methodId !== 'auto' && !forecastingMethods.some(({ id }) => id === methodId))
      return { kind: 'invalid', path: 'methodId', message: `no forecasting method ${methodId}` };
    return this.database.withTenant(context, async () => {
      const queues = await this.queues.some(context, order.queueIds);
      if (queues.length === 0 || (order.queueIds && queues.length < new Set(order.queueIds).size))
        return { kind: 'not-found' as const };
      const beginnings = await this.beginnings.queueIds(context);
      const queueIds: string[] = [];
      let short: { queueId: string; haveDays: number } | null = null;
      for (const queue of queues) {
        const haveDays = await this.inputs.historyDays(context, queue, order.fromOn);
        if (haveDays >= LEAST_HISTORY_DAYS || beginnings.has(queue.id)) queueIds.push(queue.id);
        else short ??= { queueId: queue.id, haveDays };
      }
      // Queues named must all be able; of "all queues" those without history are left out.
      if (short && (order.queueIds || queueIds.length === 0))
        return { kind: 'not-enough-history' as const, ...short, needDays: LEAST_HISTORY_DAYS };
      const input: ForecastJobInput = { queueIds, fromOn: order.fromOn, days: order.days, methodId };
      return { kind: 'started' as const, job: await this.jobs.enqueue(context, 'forecast', input) };
    });
  }
}
