import { Injectable } from '@nestjs/common';
import { applyLayers, reachOfTotals } from '@yotei/forecast/edits';
import {
  addDays,
  daysBetween,
  gridEnd,
  intervalIndex,
  localDateOf,
  localDaysGrid,
  type Grid,
  type LocalDate,
} from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import type { CalendarEventRecord } from './calendar-events.repository.js';
import { ForecastDistributionRepository } from './distribution/forecast-distributions.repository.js';
import type { StoredDistribution } from './distribution/stored-distribution.js';
import { seriesOfFacts, type DemandSeries } from './fact-series.js';
import { seriesOfDays, toStep, type ForecastSeries } from './forecast-series.js';
import type { ForecastDay } from './stored-forecast-day.js';
import { ForecastRepository, type ForecastBasis, type StoredForecast } from './forecasts.repository.js';
import { ForecastLayerRepository, counts, type StoredLayer } from './layers/forecast-layers.repository.js';
import { IntervalFactRepository } from './interval-facts.repository.js';
import { QueueDirectory, type QueueRecord } from './queue-directory.js';
import { QueueCalendarService, rangeOfDays } from './special-days/queue-calendar.service.js';

export interface DemandRange {
  readonly queueId: string;
  readonly fromOn: LocalDate;
  readonly days: number;
}

/** What a queue was and is expected to be, over local days of its site. */
export interface DemandView extends DemandRange {
  readonly queue: QueueRecord;
  readonly actual: DemandSeries;
  /** Null without any forecast of these days. */
  readonly forecast: {
    readonly base: ForecastSeries;
    readonly edited: ForecastSeries;
    readonly info: StoredForecast | null;
  } | null;
  readonly edits: readonly StoredLayer[];
  /** Counts up with every change to a layer of the queue. */
  readonly editsRevision: number;
  readonly events: readonly CalendarEventRecord[];
  readonly historyFromOn: LocalDate | null;
  readonly historyUntilOn: LocalDate | null;
}

/** A forecast as the planner left it: base with edits, on its own step. */
export interface EditedForecast {
  readonly queue: QueueRecord;
  readonly base: ForecastSeries;
  readonly edited: ForecastSeries;
  readonly days: readonly ForecastDay[];
  /** Of the base; null for forecasts from before distributions were stored. */
  readonly distribution: StoredDistribution | null;
  readonly edits: readonly StoredLayer[];
}

/**
 * Whether a range can be shown in steps of so many minutes: whole intervals of the queue, whole steps a plain day, and
 * whole steps of the range itself, which is an hour longer or shorter where clocks change.
 */
export function isDisplayStep(range: DemandRange & { readonly stepMinutes: number }, queue: QueueRecord): boolean {
  const { fromOn, days, stepMinutes } = range;
  if (stepMinutes < 1 || stepMinutes % queue.intervalMinutes !== 0 || (24 * 60) % stepMinutes !== 0) return false;
  const { count } = localDaysGrid(fromOn, days, queue.zone, queue.intervalMinutes);
  return (count * queue.intervalMinutes) % stepMinutes === 0;
}

/** Reads history, forecast and edits of a queue as one picture. */
@Injectable()
export class DemandViewService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly facts: IntervalFactRepository,
    private readonly forecasts: ForecastRepository,
    private readonly layers: ForecastLayerRepository,
    private readonly calendars: QueueCalendarService,
    private readonly distributions: ForecastDistributionRepository,
  ) {}

  /** Null when the queue does not exist. `stepMinutes` must be one that {@link isDisplayStep} allows. */
  async view(
    context: RequestContext,
    range: DemandRange & { stepMinutes?: number | null },
  ): Promise<DemandView | null> {
    const queue = await this.queues.byId(context, range.queueId);
    if (!queue) return null;
    const grid = localDaysGrid(range.fromOn, range.days, queue.zone, range.stepMinutes ?? queue.intervalMinutes);
    const span = { startAt: grid.startAt, endAt: gridEnd(grid) };
    const columns = await this.facts.columns(context, { queueId: queue.id, ...span });
    const forecast = await this.editedForecast(context, queue, range);
    const events = await this.calendars.shown(context, queue, rangeOfDays(range.fromOn, range.days));
    const reach = await this.facts.reach(context, queue.id);
    const base = forecast && toStep(forecast.base, grid, forecast.distribution);
    const newest = forecast?.days.reduce((a, b) => (b.forecastId > a.forecastId ? b : a));
    return {
      queueId: queue.id,
      fromOn: range.fromOn,
      days: range.days,
      queue,
      events,
      actual: seriesOfFacts(columns, grid),
      forecast: base && {
        base,
        // The band is that of the base: an edit says nothing of how sure it is.
        edited: { ...toStep(forecast.edited, grid), p10: base.p10, p90: base.p90 },
        info: newest ? await this.forecasts.forecast(context, newest.forecastId, queue.id) : null,
      },
      edits: forecast?.edits ?? [],
      editsRevision: await this.layers.revision(context, queue.id),
      historyFromOn: reach && localDateOf(reach.firstAt, queue.zone),
      historyUntilOn: reach && localDateOf(reach.lastAt, queue.zone),
    };
  }

  /** The newest forecast of each day with its edits, or null when no day of the range has one. */
  async editedForecast(
    context: RequestContext,
    queue: QueueRecord,
    range: { fromOn: LocalDate; days: number },
  ): Promise<EditedForecast | null> {
    const days = await this.forecasts.days(context, queue.id, range);
    if (days.length === 0) return null;
    const grid = localDaysGrid(range.fromOn, range.days, queue.zone, days[0]!.stepMinutes);
    const base = onGrid(days, grid);
    const span = { startAt: grid.startAt, endAt: gridEnd(grid) };
    const edits = await this.layers.touching(context, queue.id, span);
    const distribution = await this.distributions.ofDays(context, queue.id, days);
    return {
      queue,
      base,
      days,
      distribution,
      edits,
      edited: { ...base, ...(await this.edited(context, queue, { base, edits })) },
    };
  }

  /** The base with the layers that count. Where a total reaches beyond the grid its whole range is read to share it out. */
  private async edited(
    context: RequestContext,
    queue: QueueRecord,
    { base, edits }: { base: ForecastSeries; edits: readonly StoredLayer[] },
  ): Promise<DemandSeries> {
    const span = { startAt: base.grid.startAt, endAt: gridEnd(base.grid) };
    let layers = edits.filter(counts);
    let reach = reachOfTotals(span, layers);
    if (reach === span) return applyLayers(base, layers, queue.zone);
    for (let known = span; reach !== known; reach = reachOfTotals(known, layers)) {
      known = reach;
      layers = (await this.layers.touching(context, queue.id, reach)).filter(counts);
    }
    const fromOn = localDateOf(reach.startAt, queue.zone);
    const days = daysBetween(fromOn, localDateOf(reach.endAt - 1, queue.zone)) + 1;
    const grid = localDaysGrid(fromOn, days, queue.zone, base.grid.stepMinutes);
    const wide = onGrid(await this.forecasts.days(context, queue.id, { fromOn, days }), grid);
    const applied = applyLayers(wide, layers, queue.zone);
    const first = intervalIndex(grid, base.grid.startAt);
    const cut = (values: Float64Array) => values.slice(first, first + base.grid.count);
    return {
      grid: base.grid,
      contacts: cut(applied.contacts),
      averageHandleSeconds: cut(applied.averageHandleSeconds),
    };
  }

  /** The forecasts and edits by which each queue's figures of the range would be computed today. */
  basis(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<Map<string, ForecastBasis>> {
    return this.forecasts.basis(context, range);
  }

  /** Local dates of the range for which some queue has a forecast. */
  datesWithForecast(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<LocalDate[]> {
    return this.forecasts.datesWithForecast(context, range);
  }

  /** Days of history of a queue, from its first fact to its last. */
  async historySpan(context: RequestContext, queue: QueueRecord): Promise<{ fromOn: LocalDate; days: number } | null> {
    const reach = await this.facts.reach(context, queue.id);
    if (!reach) return null;
    const fromOn = localDateOf(reach.firstAt, queue.zone);
    return { fromOn, days: daysBetween(fromOn, addDays(localDateOf(reach.lastAt, queue.zone), 1)) };
  }
}

/** Days of the grid's own step; a day forecast in another, before the queue's interval was changed, is left out. */
function onGrid(days: readonly ForecastDay[], grid: Grid): ForecastSeries {
  return seriesOfDays(
    days.filter(({ stepMinutes }) => stepMinutes === grid.stepMinutes),
    grid,
  );
}
