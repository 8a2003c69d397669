import { Injectable } from '@nestjs/common';
import { forecastingMethods } from '@yotei/forecast';
import { localDateOf, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import type { JobEntity } from '../../platform/jobs/job.entity.js';
import { ForecastInputService } from './forecast-input.service.js';
import type { ForecastJobInput } from './forecast.job.js';
import { ForecastRepository, type StoredEdit } from './forecasts.repository.js';
import { QueueDirectory } from './queue-directory.js';

/** Less history than this and no method has two of each weekday. */
const LEAST_HISTORY_DAYS = 14;
const LONGEST_FORECAST_DAYS = 400;

export type StartedForecast =
  | { readonly kind: 'started'; readonly job: JobEntity }
  | {
      readonly kind: 'not-enough-history';
      readonly queueId: string;
      readonly haveDays: number;
      readonly needDays: number;
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export type EditedForecastResult =
  | { readonly kind: 'edited'; readonly edit: StoredEdit }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export interface ForecastEditOrder {
  readonly queueId: string;
  readonly measure: 'contacts' | 'handle_seconds';
  readonly operation: 'set' | 'add' | 'percent';
  readonly value: number;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly reason: string;
}

/** Asks for forecasts, and changes them with a reason. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly inputs: ForecastInputService,
    private readonly forecasts: ForecastRepository,
    private readonly jobs: JobQueue,
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
      const queueIds: string[] = [];
      let short: { queueId: string; haveDays: number } | null = null;
      for (const queue of queues) {
        const haveDays = await this.inputs.historyDays(context, queue, order.fromOn);
        if (haveDays >= LEAST_HISTORY_DAYS) queueIds.push(queue.id);
        else short ??= { queueId: queue.id, haveDays };
      }
      // Queues named must all be able; of "all queues" those without history are left out.
      if (short && (order.queueIds || queueIds.length === 0))
        return { kind: 'not-enough-history' as const, ...short, needDays: LEAST_HISTORY_DAYS };
      const input: ForecastJobInput = { queueIds, fromOn: order.fromOn, days: order.days, methodId };
      return { kind: 'started' as const, job: await this.jobs.enqueue(context, 'forecast', input) };
    });
  }

  async edit(context: RequestContext, order: ForecastEditOrder): Promise<EditedForecastResult> {
    const fault = faultOf(order);
    if (fault) return { kind: 'invalid', ...fault };
    return this.database.withTenant(context, async (tx) => {
      const queue = await this.queues.byId(context, order.queueId);
      if (!queue) return { kind: 'not-found' as const };
      const days = await this.forecasts.days(context, queue.id, {
        fromOn: localDateOf(order.fromAt, queue.zone),
        days: daysTouched(order),
      });
      const newest = days.at(-1);
      if (!newest)
        return { kind: 'invalid' as const, path: 'fromAt', message: 'there is no forecast of these intervals to edit' };
      const id = await this.forecasts.insertEdit(tx, {
        forecastId: newest.forecastId,
        queueId: queue.id,
        measure: order.measure,
        operation: order.operation,
        value: order.value,
        startAt: order.fromAt,
        endAt: order.untilAt,
        reason: order.reason.trim(),
        authorId: context.userId!,
      });
      return { kind: 'edited' as const, edit: (await this.forecasts.edit(context, id))! };
    });
  }

  /** Undoing twice changes nothing. */
  async undo(context: RequestContext, id: string): Promise<EditedForecastResult> {
    return this.database.withTenant(context, async (tx) => {
      if (!(await this.forecasts.undoEdit(tx, id, context.userId))) return { kind: 'not-found' as const };
      return { kind: 'edited' as const, edit: (await this.forecasts.edit(context, id))! };
    });
  }
}

const daysTouched = ({ fromAt, untilAt }: ForecastEditOrder): number =>
  Math.min(LONGEST_FORECAST_DAYS, Math.ceil((untilAt - fromAt) / 86_400_000) + 1);

function faultOf({
  operation,
  value,
  fromAt,
  untilAt,
  reason,
}: ForecastEditOrder): { path: string; message: string } | null {
  if (untilAt <= fromAt) return { path: 'untilAt', message: 'the range must end after it starts' };
  if (reason.trim() === '') return { path: 'reason', message: 'say why, for those who read the plan later' };
  if (!Number.isFinite(value)) return { path: 'value', message: 'give a number' };
  if (operation === 'set' && value < 0) return { path: 'value', message: 'contacts and seconds are 0 or more' };
  if (operation === 'percent' && value < -100)
    return { path: 'value', message: 'at most 100 percent can be taken away' };
  return null;
}
