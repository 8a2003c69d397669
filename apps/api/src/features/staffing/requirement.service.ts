import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addDays, daysBetween, gridEnd, localDateOf, localDaysGrid, type Grid, type LocalDate } from '@yotei/time';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import {
  DemandViewService,
  QueueDirectory,
  type EditedForecast,
  type ForecastBasis,
  type QueueRecord,
} from '../demand/index.js';
import {
  agentsToRosterOnGrid,
  closedAsNone,
  correlationOf,
  daysOfRequirement,
  handleSecondsOf,
  layDays,
  requirementOfForecast,
  storedSummaryOf,
  type QueueRequirementSeries,
} from './requirement-series.js';
import {
  RequirementRepository,
  type RequirementDay,
  type RequirementHead,
  type StoredRequirement,
  type StoredSummary,
  type WeekSummaries,
} from './requirements.repository.js';
import { samePlan, type RequirementQueueInput } from './stored-plan.js';

export interface RequirementRange {
  readonly fromOn: LocalDate;
  readonly days: number;
}

/** Why the figures of a queue are not those that would be computed now. */
export type StaleReason = 'settings' | 'forecast';

/** A queue's figures with what they were computed from. */
export interface OpenedSeries extends QueueRequirementSeries {
  /** Of the newest version among the days shown. */
  readonly input: RequirementQueueInput;
  /** The whole range as one, when one version holds all of it and it is a week of the library (from Monday). */
  readonly week: StoredSummary | null;
  readonly stale: readonly StaleReason[];
}

export interface RequirementPicture {
  readonly head: RequirementHead;
  readonly queues: readonly OpenedSeries[];
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
      const computed = forecasts.map((forecast) => ({ forecast, series: requirementOfForecast(forecast) }));
      const weeks = computed.map(({ forecast, series }) => [
        forecast.queue.id,
        series.summary.weeks.map(storedSummaryOf),
      ]);
      const id = await this.requirements.insert(
        tx,
        { ...this.headOf(context, range, forecasts), weeks: Object.fromEntries(weeks) as WeekSummaries },
        computed.flatMap(({ forecast, series }) => daysOfRequirement(forecast, series)),
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
    const queues = queueIds
      ? await this.queues.some(context, queueIds)
      : await this.queues.plannedUntil(context, addDays(range.fromOn, range.days));
    const picture = await this.pictureOf(context, { days, queues, range }, (queue, own) =>
      localDaysGrid(range.fromOn, range.days, queue.zone, own[0]!.stepMinutes),
    );
    return picture && { ...picture, queues: picture.queues.map(closedAsNone) };
  }

  /** Cut to the instants of a schedule, whatever the zones of its queues; closed is 0, as the engine counts agents too many. */
  async pictureOn(context: RequestContext, slots: Grid, zone: string): Promise<RequirementPicture | null> {
    const range = rangeTouching(slots, zone);
    const days = await this.requirements.days(context, range);
    const minutes = slots.count * slots.stepMinutes;
    const queues = await this.queues.plannedUntil(context, localDateOf(gridEnd(slots), zone));
    return this.pictureOf(context, { days, queues, range }, (_queue, own) => ({
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
    const days = await this.requirements.days(context, rangeTouching(slots, zone));
    if (days.length === 0) return null;
    const queues = await this.queues.plannedUntil(context, localDateOf(gridEnd(slots), zone));
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

  private async pictureOf(
    context: RequestContext,
    {
      days,
      queues,
      range,
    }: { days: readonly RequirementDay[]; queues: readonly QueueRecord[]; range: RequirementRange },
    gridOf: (queue: QueueRecord, own: readonly RequirementDay[]) => Grid,
  ): Promise<RequirementPicture | null> {
    if (days.length === 0) return null;
    const heads = await this.requirements.heads(context, [...new Set(days.map(({ requirementId }) => requirementId))]);
    const basis = await this.demand.basis(context, range);
    const head = heads.get(newestOf(days));
    const opened = queues.flatMap((queue) => {
      const own = days.filter(({ queueId }) => queueId === queue.id);
      if (own.length === 0) return [];
      const series = layDays(queue, own, gridOf(queue, own));
      return openedSeries(series, { own, heads, basis: basis.get(queue.id), range }) ?? [];
    });
    return head ? { head, queues: opened } : null;
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

/** Local days of any queue that lie in the schedule: they may start a day earlier or later, because queues live in other zones. */
function rangeTouching(slots: Grid, zone: string): RequirementRange {
  const fromOn = addDays(localDateOf(slots.startAt, zone), -1);
  return { fromOn, days: daysBetween(fromOn, localDateOf(gridEnd(slots), zone)) + 2 };
}

const newestOf = (days: readonly RequirementDay[]): string =>
  days.reduce((a, b) => (b.requirementId > a.requirementId ? b : a)).requirementId;

function inputOf(forecast: EditedForecast): RequirementQueueInput {
  const { queue, days, edits } = forecast;
  const correlation = correlationOf(forecast);
  return {
    plan: queue.plan,
    forecastIds: [...new Set(days.map(({ forecastId }) => forecastId))],
    editIds: edits.filter(({ undone }) => !undone).map(({ id }) => id),
    ...(correlation ? { correlation } : {}),
  };
}

function openedSeries(
  series: QueueRequirementSeries,
  of: {
    readonly own: readonly RequirementDay[];
    readonly heads: ReadonlyMap<string, StoredRequirement>;
    readonly basis: ForecastBasis | undefined;
    readonly range: RequirementRange;
  },
): OpenedSeries | null {
  const { id } = series.queue;
  const head = of.heads.get(newestOf(of.own));
  const input = head?.inputs[id];
  if (!head || !input) return null;
  const isWhole = of.own.length === of.range.days && of.own.every(({ requirementId }) => requirementId === head.id);
  const week = head.weeks[id]?.find(({ fromOn }) => fromOn === of.range.fromOn);
  return {
    ...series,
    input,
    week: isWhole && of.range.days === 7 && week ? week : null,
    stale: [
      ...(samePlan(input.plan, series.queue.plan) ? [] : (['settings'] as const)),
      ...(of.basis && restsOnOther(input, of.basis) ? (['forecast'] as const) : []),
    ],
  };
}

/** Whether a forecast or an edit came, or an edit was undone, after the figures were computed. */
function restsOnOther({ forecastIds, editIds }: RequirementQueueInput, basis: ForecastBasis): boolean {
  return (
    basis.forecastIds.some((id) => !forecastIds.includes(id)) ||
    basis.edits.some(({ id, undone }) => undone === editIds.includes(id))
  );
}
