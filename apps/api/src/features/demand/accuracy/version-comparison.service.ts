import { Injectable } from '@nestjs/common';
import { addDays, gridEnd, localDaysGrid, type Grid, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { applyEdits } from '../forecast-edits.js';
import { seriesOfDays, type ForecastDay } from '../forecast-series.js';
import { ForecastRepository, type StoredEdit } from '../forecasts.repository.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import { ForecastApprovalRepository } from './forecast-approvals.repository.js';
import { ForecastVersionRepository, type ForecastVersion } from './forecast-versions.repository.js';

/** A version by its id, or what was approved, or the newest of each day with today's edits. */
export type ComparisonSide = 'approved' | 'newest' | (string & {});

export interface ComparedSide {
  /** Versions it is made of, oldest first; usually one. */
  readonly versions: readonly ForecastVersion[];
  readonly edits: readonly StoredEdit[];
  readonly contacts: Float64Array;
}

/** One thing that differs, and so explains the numbers; each side in words of its own. */
export type VersionDifference =
  | { readonly kind: 'method'; readonly one: string; readonly other: string }
  | { readonly kind: 'trained-until'; readonly one: LocalDate; readonly other: LocalDate }
  | { readonly kind: 'event'; readonly title: string; readonly on: LocalDate; readonly onlyIn: 'one' | 'other' }
  | { readonly kind: 'edit'; readonly edit: StoredEdit; readonly onlyIn: 'one' | 'other' };

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
    const found = await this.daysOf(context, queue.id, range, side);
    const days = found.days.filter(({ stepMinutes }) => stepMinutes === grid.stepMinutes);
    if (days.length === 0) return null;
    const live =
      side === 'newest'
        ? (await this.forecasts.edits(context, queue.id, { startAt: grid.startAt, endAt: gridEnd(grid) })).filter(
            ({ undone }) => !undone,
          )
        : found.edits;
    const contacts = applyEdits(seriesOfDays(days, grid), live).contacts;
    const ids = [...new Set(days.map(({ forecastId }) => forecastId))].sort();
    const versions: ForecastVersion[] = [];
    for (const id of ids) {
      const version = await this.versions.byId(context, id, queue.id);
      if (version) versions.push(version);
    }
    return { versions, edits: live, contacts };
  }

  private async daysOf(
    context: RequestContext,
    queueId: string,
    range: { fromOn: LocalDate; days: number },
    side: ComparisonSide,
  ): Promise<{ days: ForecastDay[]; edits: StoredEdit[] }> {
    if (side === 'newest') return { days: await this.forecasts.days(context, queueId, range), edits: [] };
    if (side !== 'approved')
      return { days: await this.versions.days(context, { forecastId: side, queueId }, range), edits: [] };
    const days: ForecastDay[] = [];
    const edits = new Map<string, StoredEdit>();
    for (const approval of await this.approvals.inForce(context, queueId, range)) {
      const of = { forecastId: approval.forecastId, queueId };
      days.push(...(await this.versions.days(context, of, { fromOn: approval.onDate, days: 1 })));
      for (const edit of approval.edits) edits.set(edit.id, edit);
    }
    return { days, edits: [...edits.values()] };
  }
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
