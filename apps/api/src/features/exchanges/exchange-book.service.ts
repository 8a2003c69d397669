import { Injectable } from '@nestjs/common';
import { ExchangeDesk, type ExchangeRequest } from '@yotei/scheduling/exchanges';
import { daysBetween, gridEnd, type Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import {
  PlanningService,
  ScheduleRepository,
  ShiftRepository,
  type ScheduleRecord,
  type StoredShift,
} from '../rosters/index.js';
import { behindOf, BookShelf, type KeptBook } from './exchange-book-shelf.js';
import { readBookStamp, type BookStamp } from './exchange-book-stamp.js';
import { ExchangePoliciesService } from './exchange-policies.service.js';
import { shiftIdsOf } from './exchange-request.mapper.js';
import { ExchangeServiceLevels } from './exchange-service-levels.js';
import { ExchangeRepository } from './exchanges.repository.js';

/** Published weeks an exchange is judged in, ready to be asked. */
export interface LoadedBook {
  readonly desk: ExchangeDesk;
  /** In order of week. */
  readonly schedules: readonly ScheduleRecord[];
  readonly shift: (id: string) => StoredShift | undefined;
  readonly scheduleOfShift: (id: string) => string | undefined;
}

/** What an exchange may look at besides the schedule itself. */
@Injectable()
export class ExchangeTerms {
  constructor(
    readonly policies: ExchangePoliciesService,
    readonly levels: ExchangeServiceLevels,
    readonly exchanges: ExchangeRepository,
  ) {}
}

/** Gathers published weeks for the exchange engine. */
@Injectable()
export class ExchangeBooks {
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly shelf = new BookShelf();

  constructor(
    private readonly database: TenantDatabase,
    private readonly planning: PlanningService,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly terms: ExchangeTerms,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets this process' exchanges of one organisation apply one after the other. Their transactions would wait for the same
   * schedule anyway; waiting here instead holds no connection, so a crowd leaves the pool to those who only read.
   */
  async inTurn<T>({ organisationId }: RequestContext, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(organisationId) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.turns.set(organisationId, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(organisationId) === mine) this.turns.delete(organisationId);
    }
  }

  /** Schedules the request changes, by week; empty when none of its shifts is published. */
  async schedulesOf(context: RequestContext, request: ExchangeRequest): Promise<string[]> {
    if (request.kind === 'swap-part')
      return this.publishedAt(
        context,
        request.spans.map(({ startAt }) => startAt),
      );
    if (request.kind === 'pick-up' || request.kind === 'overtime')
      return this.publishedAt(context, [request.work.startAt]);
    const rows = await this.database.read<{ id: string }>(
      context,
      `select distinct s.id, s.week_start_on from schedules s join shifts h on h.organisation_id = s.organisation_id and h.schedule_id = s.id
       where h.id = any ($1::uuid[]) and s.state = 'published' order by s.week_start_on`,
      [shiftIdsOf(request).filter(isUuid)],
    );
    return rows.map(({ id }) => id);
  }

  /** Published schedules whose weeks hold one of the instants. */
  async publishedAt(context: RequestContext, instants: readonly Instant[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select distinct s.id, s.week_start_on from schedules s, unnest($1::timestamptz[]) as t (at)
       where s.state = 'published' and s.parent_id is null and (s.week_start_on::timestamp at time zone s.zone) <= t.at
         and ((s.week_start_on + s.weeks * 7)::timestamp at time zone s.zone) > t.at order by s.week_start_on`,
      [instants.map((at) => new Date(at).toISOString())],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks the schedules until the transaction ends, in an order that no two transactions can cross. */
  async lock(tx: EntityManager, scheduleIds: readonly string[]): Promise<void> {
    for (const id of [...scheduleIds].sort()) await this.schedules.lock(tx, id);
  }

  /**
   * The weeks from the first to the last schedule, and the published one after it: rest reaches into it. Null: not
   * published. A book on the shelf is compared with the database first, and only what has changed is read.
   */
  async load(context: RequestContext, scheduleIds: readonly string[]): Promise<LoadedBook | null> {
    return this.database.withTenant(context, async (tx) => {
      const stamp = await readBookStamp(tx, context.organisationId, scheduleIds);
      if (!stamp) return null;
      const key = [context.organisationId, ...scheduleIds].join(' ');
      const kept = this.shelf.get(key);
      const behind = kept && behindOf(kept, stamp);
      const book =
        (kept && behind && (await this.broughtUp(context, tx, { kept, behind, stamp, scheduleIds }))) ??
        (await this.gathered(context, { stamp, scheduleIds }));
      // Another request may have put a newer one there meanwhile; then ours is read anew by nobody.
      if (!stamp.isOwn && this.shelf.get(key) === kept) this.shelf.put(key, book);
      return this.opened(book);
    });
  }

  private opened({ stamp, desk, shifts, homes }: KeptBook): LoadedBook {
    return {
      desk: desk.under({ now: this.clock.now() }),
      schedules: stamp.schedules,
      shift: (id) => shifts.get(id),
      scheduleOfShift: (id) => homes.get(id),
    };
  }

  private async gathered(
    context: RequestContext,
    { stamp, scheduleIds }: { readonly stamp: BookStamp; readonly scheduleIds: readonly string[] },
  ): Promise<KeptBook> {
    const { schedules } = stamp;
    const [first, last] = [schedules[0]!, schedules.at(-1)!];
    const weeks = daysBetween(first.weekStartOn, last.weekStartOn) / 7 + last.weeks;
    const { problem } = await this.planning.planning(context, { ...first, weeks });
    const agents = new Set(problem.agents.map(({ id }) => id));
    const shifts = new Map<string, StoredShift>();
    const homes = new Map<string, string>();
    for (const schedule of schedules)
      for (const shift of await this.shifts.ofSchedule(context, schedule.id)) {
        if (!agents.has(shift.agentId)) continue;
        shifts.set(shift.id, shift);
        homes.set(shift.id, schedule.id);
      }
    const desk = new ExchangeDesk({
      problem,
      shifts: [...shifts.values()],
      now: this.clock.now(),
      policies: await this.terms.policies.inForce(context),
      service: await this.terms.levels.of(context, problem),
      appliedCounts: await this.terms.exchanges.appliedCounts(context, scheduleIds),
    });
    return { stamp, desk, shifts, homes };
  }

  /** The kept book with the shifts that were edited since; null when the log of edits does not tell them all. */
  private async broughtUp(
    context: RequestContext,
    tx: EntityManager,
    of: {
      readonly kept: KeptBook;
      readonly behind: readonly ScheduleRecord[];
      readonly stamp: BookStamp;
      readonly scheduleIds: readonly string[];
    },
  ): Promise<KeptBook | null> {
    const { kept, behind, stamp, scheduleIds } = of;
    if (behind.length === 0) return kept;
    const edited = new Map<string, string>();
    for (const { id, version } of behind) {
      const since = kept.stamp.schedules.find((one) => one.id === id)!.version;
      const ids = await this.shifts.editedBetween(context, { scheduleId: id, since, until: version });
      if (!ids) return null;
      for (const shiftId of ids) edited.set(shiftId, id);
    }
    const changed = (await this.shifts.byIds(tx, [...edited.keys()])).filter(({ agentId }) =>
      kept.desk.shelf.agent(agentId),
    );
    const removedIds = [...edited.keys()].filter((id) => !changed.some((shift) => shift.id === id));
    const [shifts, homes] = [new Map(kept.shifts), new Map(kept.homes)];
    for (const id of removedIds) {
      shifts.delete(id);
      homes.delete(id);
    }
    for (const shift of changed) {
      shifts.set(shift.id, shift);
      homes.set(shift.id, edited.get(shift.id)!);
    }
    const appliedCounts = await this.terms.exchanges.appliedCounts(context, scheduleIds);
    return { stamp, desk: kept.desk.after({ changed, removedIds }).under({ appliedCounts }), shifts, homes };
  }
}

/** The schedule a new piece of work belongs to: the one whose weeks hold its start. */
export function scheduleHolding(
  book: LoadedBook,
  startAt: Instant,
  gridOf: (s: ScheduleRecord) => { startAt: Instant; stepMinutes: number; count: number },
): string | undefined {
  return book.schedules.find((schedule) => {
    const grid = gridOf(schedule);
    return grid.startAt <= startAt && startAt < gridEnd(grid);
  })?.id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids come from clients; a text that is none matches nothing. */
export const isUuid = (id: string): boolean => UUID.test(id);
