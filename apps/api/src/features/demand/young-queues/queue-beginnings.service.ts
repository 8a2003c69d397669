import { Injectable } from '@nestjs/common';
import {
  checkedCurve,
  checkLineage,
  forecastLineage,
  similarQueues,
  type QueueForecast,
  type SimilarQueue,
} from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { openingOf } from '../forecast.compute.js';
import { ForecastInputService } from '../forecast-input.service.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import {
  QueueBeginningRepository,
  type CurveRecord,
  type CurveValues,
  type LineageRecord,
  type LineageValues,
} from './queue-beginnings.repository.js';
import { curveOfValues, lineageOfValues } from './queue-beginnings.mapper.js';
import { composedPast, historyOfInput } from './queue-past.compute.js';

export interface QueueBeginning {
  readonly queue: QueueRecord;
  readonly historyDays: number;
  readonly curve: CurveRecord | null;
  readonly lineage: readonly LineageRecord[];
}

export type BeginningResult =
  | { readonly kind: 'saved'; readonly queueId: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export type PreviewResult =
  | { readonly kind: 'preview'; readonly queue: QueueRecord; readonly forecast: QueueForecast }
  | { readonly kind: 'nothing-to-show'; readonly reason: 'no-days' | 'share-unknown' | 'unknown-queue' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** What is tried out before it is saved. */
export interface PreviewOrder {
  readonly queueId: string;
  /** A queue that is not there yet, beside the one named. */
  readonly asNew?: boolean;
  readonly fromOn: LocalDate;
  /** Null = none; left out = the saved one. */
  readonly curve?: CurveValues | null;
  readonly lineage?: readonly Omit<LineageValues, 'queueId' | 'reason'>[] | null;
}

/** Stands for a queue without rows while it is tried out. */
const NOT_THERE_YET = '00000000-0000-0000-0000-000000000000';
/** Cheap enough for a request; the forecast itself is chosen by backtest, in a job. */
const PREVIEW_METHOD = 'planner-mean-8';
/** Days of own history after which a queue needs no suggestion of whom it is like. */
const SUGGEST_UP_TO_DAYS = 60;
/** Days that suggestions are judged on. */
const COMPARED_DAYS = 56;

/** Queues without much of a past: what they start from, tried out and kept. */
@Injectable()
export class QueueBeginningService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly inputs: ForecastInputService,
    private readonly beginnings: QueueBeginningRepository,
  ) {}

  async beginning(context: RequestContext, queueId: string, fromOn: LocalDate): Promise<QueueBeginning | null> {
    const queue = await this.queues.byId(context, queueId);
    if (!queue) return null;
    const historyDays = await this.inputs.historyDays(context, queue, fromOn);
    const curve = (await this.beginnings.curves(context)).get(queueId) ?? null;
    const lineage = (await this.beginnings.lineage(context)).filter((line) => line.queueId === queueId);
    return { queue, historyDays, curve, lineage };
  }

  /** The queues whose weeks look most like this young one's, on its few days; none once it has two months. */
  async similar(context: RequestContext, queueId: string, fromOn: LocalDate): Promise<readonly SimilarQueue[]> {
    const all = await this.queues.all(context);
    const own = all.find(({ id }) => id === queueId);
    if (!own) return [];
    const haveDays = await this.inputs.historyDays(context, own, fromOn);
    if (haveDays === 0 || haveDays > SUGGEST_UP_TO_DAYS) return [];
    const recent = { fromOn, lastDays: COMPARED_DAYS };
    const mine = await this.inputs.series(context, own, recent);
    const others = new Map<string, ReturnType<typeof historyOfInput>>();
    for (const queue of all) {
      if (queue.id === queueId || queue.intervalMinutes !== own.intervalMinutes) continue;
      const series = await this.inputs.series(context, queue, recent);
      if (series) others.set(queue.id, historyOfInput(series));
    }
    return mine ? similarQueues(historyOfInput(mine), others).slice(0, 3) : [];
  }

  async saveCurve(context: RequestContext, queueId: string, curve: CurveValues | null): Promise<BeginningResult> {
    const fault = curve && curveFault(curve);
    if (fault) return { kind: 'invalid', path: 'curve', message: fault };
    return this.database.withTenant(context, async () => {
      if (!(await this.queues.byId(context, queueId))) return { kind: 'not-found' as const };
      if (curve) await this.beginnings.saveCurve(context, queueId, curve);
      else await this.beginnings.deleteCurve(context, queueId);
      return { kind: 'saved' as const, queueId };
    });
  }

  async addLineage(context: RequestContext, line: LineageValues): Promise<BeginningResult> {
    const fault = lineageFault([line]);
    if (fault) return { kind: 'invalid', path: 'lineage', message: fault };
    return this.database.withTenant(context, async () => {
      const ids = [line.queueId, line.fromQueueId];
      if ((await this.queues.some(context, ids)).length < 2) return { kind: 'not-found' as const };
      await this.beginnings.insertLineage(context, line);
      return { kind: 'saved' as const, queueId: line.queueId };
    });
  }

  async removeLineage(context: RequestContext, id: string): Promise<BeginningResult> {
    const queueId = await this.beginnings.deleteLineage(context, id);
    return queueId ? { kind: 'saved', queueId } : { kind: 'not-found' };
  }

  /** The week from a day on as it would be forecast, from what is typed or from what is saved. */
  async preview(context: RequestContext, order: PreviewOrder): Promise<PreviewResult> {
    const { fromOn, curve } = order;
    const queueId = order.asNew ? NOT_THERE_YET : order.queueId;
    const given = order.lineage?.map((line) => ({ ...line, queueId, reason: '' }));
    const fault = (curve && curveFault(curve)) ?? (given && lineageFault(given));
    if (fault) return { kind: 'invalid', path: curve ? 'curve' : 'lineage', message: fault };
    const found = await this.queues.byId(context, order.queueId);
    if (!found) return { kind: 'not-found' };
    const queue = { ...found, id: queueId };
    const input = await this.inputs.youngInput(context, queue, {
      fromOn,
      days: 7,
      curve: curve === undefined ? undefined : curve && curveOfValues(curve),
      lineage: given?.map(lineageOfValues),
    });
    if (!input) return { kind: 'nothing-to-show', reason: 'no-days' };
    const { composed, refused } = composedPast(input, fromOn);
    if (refused) return { kind: 'nothing-to-show', reason: refused };
    const borrows = composed.borrowed.length > 0;
    const forecast = forecastLineage(composed, {
      methodId: borrows && composed.history.days.length > 28 ? PREVIEW_METHOD : 'short-history',
      fromOn,
      days: 7,
      events: input.events,
      opening: openingOf(input),
      curve: input.past?.curve ?? null,
      seed: 1,
    });
    return forecast.kind === 'forecast'
      ? { kind: 'preview', queue, forecast }
      : { kind: 'nothing-to-show', reason: 'no-days' };
  }
}

const curveFault = (curve: CurveValues): string | null => faultOf(() => checkedCurve(curveOfValues(curve)));
const lineageFault = (lines: readonly LineageValues[]): string | null =>
  faultOf(() => checkLineage(lines.map(lineageOfValues)));

function faultOf(check: () => unknown): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
