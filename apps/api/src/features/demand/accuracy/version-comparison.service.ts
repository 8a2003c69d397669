import { Injectable } from '@nestjs/common';
import { addDays, intervalIndex, localDaysGrid, type Grid, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import type { ForecastDay } from '../stored-forecast-day.js';
import { ForecastRepository } from '../forecasts.repository.js';
import { counts, ForecastLayerRepository, type StoredLayer } from '../layers/forecast-layers.repository.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import { ForecastApprovalRepository } from './forecast-approvals.repository.js';
import { ForecastVersionRepository, type ForecastVersion } from './forecast-versions.repository.js';
import { layeredDays, type KeptLayer } from './layered-days.js';

/** A version by its id, or what was approved, or the newest of each day with today's edits. */
export type ComparisonSide = 'approved' | 'newest' | (string & {});

export interface ComparedSide {
  /** Versions it is made of, oldest first; usually one. */
  readonly versions: readonly ForecastVersion[];
  readonly edits: readonly StoredLayer[];
  readonly contacts: Float64Array;
}

/** One thing that differs, and so explains the numbers; each side in words of its own. */
export type VersionDifference =
  | { readonly kind: 'method'; readonly one: string; readonly other: string }
  | { readonly kind: 'trained-until'; readonly one: LocalDate; readonly other: LocalDate }
  | { readonly kind: 'event'; readonly title: string; readonly on: LocalDate; readonly onlyIn: 'one' | 'other' }
  | { readonly kind: 'edit'; readonly edit: StoredLayer; readonly onlyIn: 'one' | 'other' };

export interface VersionComparison {
  readonly queue: QueueRecord;
  readonly grid: Grid;
  readonly one: ComparedSide;
  readonly other: ComparedSide;
  /** Totals of days that either side has; null = that side does not. */
  readonly days: readonly { readonly on: LocalDate; readonly one: number | null; readonly other: number | null }[];
  readonly differences: readonly VersionDifference[];
}

export interface ComparisonOrder {
  readonly queueId: string;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly one: ComparisonSide;
  readonly other: ComparisonSide;
}

/** Lays two forecasts of the same days side by side and says what differs in how they came about. */
@Injectable()
export class VersionComparisonService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly forecasts: ForecastRepository,
    private readonly layers: ForecastLayerRepository,
    private readonly versions: ForecastVersionRepository,
    private readonly approvals: ForecastApprovalRepository,
  ) {}

  /** Null when there is no such queue, or a side has no day of the range. */
  async compare(context: RequestContext, order: ComparisonOrder): Promise<VersionComparison | null> {
    const queue = await this.queues.byId(context, order.queueId);
    if (!queue) return null;
    const grid = localDaysGrid(order.fromOn, order.days, queue.zone, queue.intervalMinutes);
    const one = await this.side(context, { queue, grid, range: order, side: order.one });
    const other = await this.side(context, { queue, grid, range: order, side: order.other });
    if (!one || !other) return null;
    return {
      queue,
      grid,
      one,
      other,
      days: totals({ queue, order, grid, one, other }),
      differences: differences(one, other, queue.id),
    };
  }

  private async side(
    context: RequestContext,
    of: { queue: QueueRecord; grid: Grid; range: ComparisonOrder; side: ComparisonSide },
  ): Promise<ComparedSide | null> {
    const { queue, grid, range, side } = of;
    const found = await this.daysOf(context, queue, range, side);
    const days = found.days.filter(({ stepMinutes }) => stepMinutes === grid.stepMinutes);
    if (days.length === 0) return null;
    const contacts = new Float64Array(grid.count).fill(Number.NaN);
    for (const day of days) {
      const from = intervalIndex(grid, day.startAt);
      day.contacts.forEach((value, i) => (contacts[from + i] = value ?? Number.NaN));
    }
    const versions: ForecastVersion[] = [];
    for (const id of [...new Set(days.map(({ forecastId }) => forecastId))].sort()) {
      const version = await this.versions.byId(context, id, queue.id);
      if (version) versions.push(version);
    }
    return { versions, edits: found.edits, contacts };
  }

  private async daysOf(
    context: RequestContext,
    queue: QueueRecord,
    range: { fromOn: LocalDate; days: number },
    side: ComparisonSide,
  ): Promise<{ days: readonly SideDay[]; edits: StoredLayer[] }> {
    if (side === 'approved') {
      const days = await this.approvals.inForce(context, queue.id, range);
      return { days, edits: unique(days.flatMap(({ layers }) => layers)) };
    }
    if (side !== 'newest')
      return { days: await this.versions.days(context, { forecastId: side, queueId: queue.id }, range), edits: [] };
    const layered = await layeredDays(queue.zone, range, {
      layersOf: async (span) => (await this.layers.touching(context, queue.id, span)).filter(counts),
      daysOf: (reach) => this.forecasts.days(context, queue.id, reach),
    });
    return {
      days: layered.map(({ day, contacts }) => ({ ...day, contacts })),
      edits: unique(layered.flatMap(({ layers }) => layers)),
    };
  }
}

type SideDay = Pick<ForecastDay, 'forecastId' | 'startAt' | 'stepMinutes' | 'contacts'>;

function unique(kept: readonly KeptLayer[]): StoredLayer[] {
  return [...new Map(kept.map(({ layer }) => [layer.id, layer])).values()];
}

function totals(of: {
  queue: QueueRecord;
  order: ComparisonOrder;
  grid: Grid;
  one: ComparedSide;
  other: ComparedSide;
}): VersionComparison['days'] {
  const { queue, order, grid, one, other } = of;
  let from = 0;
  return Array.from({ length: order.days }, (_, i) => {
    const on = addDays(order.fromOn, i);
    const { count } = localDaysGrid(on, 1, queue.zone, grid.stepMinutes);
    const total = ({ contacts }: ComparedSide) => {
      const open = contacts.slice(from, from + count).filter((value) => !Number.isNaN(value));
      return open.length > 0 ? open.reduce((sum, value) => sum + value, 0) : null;
    };
    const day = { on, one: total(one), other: total(other) };
    from += count;
    return day;
  }).filter((day) => day.one !== null || day.other !== null);
}

function differences(one: ComparedSide, other: ComparedSide, queueId: string): VersionDifference[] {
  const found: VersionDifference[] = [];
  const a = one.versions.at(-1);
  const b = other.versions.at(-1);
  if (a && b && a.method.methodId !== b.method.methodId)
    found.push({ kind: 'method', one: a.method.methodId, other: b.method.methodId });
  if (a && b && a.method.trainedUntilOn !== b.method.trainedUntilOn)
    found.push({ kind: 'trained-until', one: a.method.trainedUntilOn, other: b.method.trainedUntilOn });
  const events = (version: ForecastVersion | undefined) => version?.parameters.inputs?.[queueId]?.events ?? null;
  const eventsOfOne = events(a);
  const eventsOfOther = events(b);
  if (eventsOfOne && eventsOfOther) {
    for (const { title, fromOn } of onlyIn(eventsOfOne, eventsOfOther, eventKey))
      found.push({ kind: 'event', title, on: fromOn, onlyIn: 'one' });
    for (const { title, fromOn } of onlyIn(eventsOfOther, eventsOfOne, eventKey))
      found.push({ kind: 'event', title, on: fromOn, onlyIn: 'other' });
  }
  for (const edit of onlyIn(one.edits, other.edits, ({ id }) => id)) found.push({ kind: 'edit', edit, onlyIn: 'one' });
  for (const edit of onlyIn(other.edits, one.edits, ({ id }) => id))
    found.push({ kind: 'edit', edit, onlyIn: 'other' });
  return found;
}

const eventKey = (event: { fromOn: string; untilOn: string; kind: string; title: string }) =>
  `${event.fromOn} ${event.untilOn} ${event.kind} ${event.title}`;

function onlyIn<T>(some: readonly T[], others: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set(others.map(keyOf));
  return some.filter((one) => !known.has(keyOf(one)));
}
