import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addDays, daysBetween, gridEnd, localDateOf, localDaysGrid, type Grid, type LocalDate } from '@yotei/time';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { DemandViewService, QueueDirectory, type EditedForecast, type QueueRecord } from '../demand/index.js';
import {
  agentsToRosterOnGrid,
  closedAsNone,
  daysOfRequirement,
  goalOf,
  handleSecondsOf,
  layDays,
  requirementOfForecast,
  type QueueRequirementSeries,
} from './requirement-series.js';
import {
  RequirementRepository,
  type RequirementDay,
  type RequirementHead,
  type RequirementQueueInput,
} from './requirements.repository.js';

export interface RequirementRange {
  readonly fromOn: LocalDate;
  readonly days: number;
}

export interface RequirementPicture {
  readonly head: RequirementHead;
  readonly queues: readonly QueueRequirementSeries[];
}

export type ComputedRequirement =
  | { readonly kind: 'computed'; readonly id: string }
  | { readonly kind: 'forecast-missing'; readonly queueIds: readonly string[] };

/** Agents to roster of one queue on the slots of a schedule. */
export interface QueueSlots {
  readonly queueId: string;
  readonly skillId: string;
  readonly agentsToRoster: readonly number[];
}

/** Forecast with edits -> agents by interval, as stored versions. */
@Injectable()
export class RequirementService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly demand: DemandViewService,
    private readonly requirements: RequirementRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Computes and stores a new version. A queue without any history is left out; one with history must have a forecast. */
  async compute(context: RequestContext, range: RequirementRange): Promise<ComputedRequirement> {
    return this.database.withTenant(context, async (tx) => {
      const forecasts: EditedForecast[] = [];
      const missing: string[] = [];
      for (const queue of await this.queues.all(context)) {
        const forecast = await this.demand.editedForecast(context, queue, range);
        if (forecast) forecasts.push(forecast);
        else if (await this.demand.historySpan(context, queue)) missing.push(queue.id);
      }
      if (missing.length > 0 || forecasts.length === 0) return { kind: 'forecast-missing' as const, queueIds: missing };
      const id = await this.requirements.insert(
        tx,
        this.headOf(context, range, forecasts),
        forecasts.flatMap((forecast) => daysOfRequirement(forecast, requirementOfForecast(forecast))),
      );
      return { kind: 'computed' as const, id };
    });
  }

  /** The newest figures of each queue and day of the range, none where a queue is closed; null when there are none at all. */
  async picture(
    context: RequestContext,
    range: RequirementRange,
    queueIds?: readonly string[] | null,
  ): Promise<RequirementPicture | null> {
    const days = await this.requirements.days(context, range);
    const queues = await this.queues.some(context, queueIds);
    const picture = await this.pictureOf(context, days, queues, (queue, own) =>
      localDaysGrid(range.fromOn, range.days, queue.zone, own[0]!.stepMinutes),
    );
    return picture && { ...picture, queues: picture.queues.map(closedAsNone) };
  }

  /** Cut to the instants of a schedule, whatever the zones of its queues; closed is 0, as the engine counts agents too many. */
  async pictureOn(context: RequestContext, slots: Grid, zone: string): Promise<RequirementPicture | null> {
    const days = await this.daysTouching(context, slots, zone);
    const minutes = slots.count * slots.stepMinutes;
    return this.pictureOf(context, days, await this.queues.all(context), (_queue, own) => ({
      startAt: slots.startAt,
      stepMinutes: own[0]!.stepMinutes,
      count: Math.floor(minutes / own[0]!.stepMinutes),
    }));
  }

  /** Agents to roster by queue on the slots, with the version they come from; null without a requirement. */
  async slots(
    context: RequestContext,
    slots: Grid,
    zone: string,
  ): Promise<{ requirementId: string; queues: QueueSlots[] } | null> {
    const days = await this.daysTouching(context, slots, zone);
    if (days.length === 0) return null;
    const queues = await this.queues.all(context);
    return {
      requirementId: newestOf(days),
      queues: queues.map((queue) => ({
        queueId: queue.id,
        skillId: queue.skillId,
        agentsToRoster: agentsToRosterOnGrid(
          days.filter(({ queueId }) => queueId === queue.id),
          slots,
        ),
      })),
    };
  }

  /** Local dates of the range for which some queue has a requirement. */
  dates(context: RequestContext, range: RequirementRange): Promise<LocalDate[]> {
    return this.requirements.dates(context, range);
  }

  /** Days may start a day earlier or later than the schedule's own, because queues live in other zones. */
  private async daysTouching(context: RequestContext, slots: Grid, zone: string): Promise<RequirementDay[]> {
    const fromOn = addDays(localDateOf(slots.startAt, zone), -1);
    return this.requirements.days(context, {
      fromOn,
      days: daysBetween(fromOn, localDateOf(gridEnd(slots), zone)) + 2,
    });
  }

  private async pictureOf(
    context: RequestContext,
    days: readonly RequirementDay[],
    queues: readonly QueueRecord[],
    gridOf: (queue: QueueRecord, own: readonly RequirementDay[]) => Grid,
  ): Promise<RequirementPicture | null> {
    if (days.length === 0) return null;
    const head = await this.requirements.head(context, newestOf(days));
    const series = queues.flatMap((queue) => {
      const own = days.filter(({ queueId }) => queueId === queue.id);
      return own.length === 0 ? [] : [layDays(queue, own, gridOf(queue, own))];
    });
    return head && { head, queues: series };
  }

  private headOf(context: RequestContext, range: RequirementRange, forecasts: readonly EditedForecast[]) {
    const inputs = Object.fromEntries(forecasts.map((forecast) => [forecast.queue.id, inputOf(forecast)]));
    const hash = createHash('sha256').update(JSON.stringify({ range, inputs }));
    for (const forecast of forecasts)
      hash.update(JSON.stringify([[...forecast.edited.contacts], [...handleSecondsOf(forecast)]]));
    const forecastId = forecasts
      .flatMap(({ days }) => days)
      .reduce((a, b) => (b.forecastId > a.forecastId ? b : a)).forecastId;
    return {
      forecastId,
      ...range,
      inputs,
      inputHash: hash.digest('hex'),
      codeVersion: this.settings.codeVersion,
      createdBy: context.userId,
    };
  }
}

const newestOf = (days: readonly RequirementDay[]): string =>
  days.reduce((a, b) => (b.requirementId > a.requirementId ? b : a)).requirementId;

function inputOf(forecast: EditedForecast): RequirementQueueInput {
  const { queue, days, edits } = forecast;
  return {
    modelId: queue.modelId,
    goal: { ...goalOf(queue.goal) },
    patienceSeconds: queue.patienceSeconds,
    concurrency: queue.concurrency,
    shrinkageFraction: queue.shrinkageFraction,
    forecastIds: [...new Set(days.map(({ forecastId }) => forecastId))],
    editIds: edits.filter(({ undone }) => !undone).map(({ id }) => id),
  };
}
