import { Injectable } from '@nestjs/common';
import type { Breach } from '@yotei/scheduling/rules';
import type { Shift } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { gridOf, PlanningService } from './planning.service.js';
import { RecordsRepository } from './records.repository.js';
import type { SpanChange } from './roster-news.js';
import { RosterNewsService } from './roster-news.service.js';
import { scheduleTopic, type ScheduleEvent } from './schedule-events.js';
import { isOverlapInDatabase } from './overlap-error.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import {
  beyondOverride,
  judgeEdits,
  resolveEdits,
  type InputFault,
  type ShiftChange,
  type ShiftEdit,
} from './shift-edits.js';
import {
  deleteShifts,
  insertShifts,
  isAsTold,
  memoryOf,
  publishedMemory,
  updateShift,
  type NewShift,
} from './shift-writer.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';
import { EditLogRepository, type LoggedEdit, type LoggedShift } from './together/edit-log.repository.js';

export interface EditOrder {
  readonly scheduleId: string;
  readonly label: string;
  readonly edits: readonly ShiftEdit[];
  readonly overrideReason?: string | null;
  /** Version of the own step this edit takes back, or does again. */
  readonly undoes?: number | null;
  readonly redoes?: number | null;
}

export type EditOutcome =
  | {
      readonly kind: 'edited';
      readonly version: number;
      readonly changesSincePublish: number;
      readonly shifts: readonly StoredShift[];
      readonly removedIds: readonly string[];
      readonly breaches: readonly Breach[];
    }
  | {
      readonly kind: 'edited-meanwhile';
      readonly version: number;
      readonly shifts: readonly StoredShift[];
      readonly removedIds: readonly string[];
      readonly changedBy: string | null;
      readonly changedAt: Instant | null;
      /** Name of the edit that came between. */
      readonly changedWhat: string | null;
    }
  | { readonly kind: 'has-breaches'; readonly breaches: readonly Breach[]; readonly overlap?: true }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly fault: InputFault };

export interface AppliedStep {
  readonly schedule: ScheduleRecord;
  readonly order: EditOrder;
  readonly changes: readonly ShiftChange[];
  readonly breaches: readonly Breach[];
  /** Must breaches kept by the written reason; empty when there were none. */
  readonly overridden: readonly Breach[];
}

interface WrittenStep extends AppliedStep {
  readonly version: number;
  readonly ids: readonly string[];
  /** What of it agents have been told of, before or after. */
  readonly told: readonly ShiftChange[];
}

/** The traces of an edit: undo step, audit, notices, event. */
@Injectable()
export class EditRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly news: RosterNewsService,
    private readonly events: EventBus,
  ) {}

  async write(tx: EntityManager, context: RequestContext, step: WrittenStep): Promise<void> {
    const { schedule, order, changes, version, ids } = step;
    const { before, after } = loggedShifts(changes, ids);
    const overrideReason = step.overridden.length > 0 ? (order.overrideReason ?? null) : null;
    await this.records.editStep(tx, context, {
      scheduleId: schedule.id,
      version,
      label: order.label,
      before,
      after,
      overrideReason,
      undoes: order.undoes ?? null,
      redoes: order.redoes ?? null,
    });
    if (step.told.length > 0 || overrideReason) {
      await this.records.audit(tx, context, {
        action: overrideReason ? 'schedule.edit-with-override' : 'schedule.edit',
        subjectKind: 'schedule',
        subjectId: schedule.id,
        before,
        after: overrideReason ? { shifts: after, overridden: step.overridden } : after,
        reason: overrideReason,
      });
    }
    if (step.told.length > 0) await this.tell(tx, context, step);
    const event: ScheduleEvent = {
      version,
      ids: ids.slice(0, MOST_LISTED),
      removedIds: removedOf(changes),
      by: context.userId,
      reload: ids.length > MOST_LISTED,
    };
    await this.events.publish(tx, context, { topic: scheduleTopic(schedule.id), payload: event });
  }

  /** Display name of who edited last. */
  async lastEditor(context: RequestContext, scheduleId: string): Promise<string | null> {
    const [row] = await this.database.read<{ name: string | null }>(
      context,
      `select u.display_name as name from schedule_edits e left join users u on u.id = e.author_id where e.schedule_id = $1 order by e.version desc limit 1`,
      [scheduleId],
    );
    return row?.name ?? null;
  }

  private async tell(tx: EntityManager, context: RequestContext, { schedule, told }: WrittenStep): Promise<void> {
    const byAgent = new Map<string, SpanChange[]>();
    const note = (agentId: string, change: SpanChange): void =>
      void byAgent.set(agentId, [...(byAgent.get(agentId) ?? []), change]);
    for (const { before, after } of told) {
      if (before && after && before.agentId === after.agentId) note(after.agentId, { before, after });
      else {
        if (before) note(before.agentId, { before, after: null });
        if (after) note(after.agentId, { before: null, after });
      }
    }
    await this.news.changed(tx, context, { schedule, byAgent });
  }
}

/** What the log keeps of an edit: with the ids of new shifts, which come last among those written. */
function loggedShifts(
  changes: readonly ShiftChange[],
  ids: readonly string[],
): { before: (LoggedShift | null)[]; after: (LoggedShift | null)[] } {
  const fresh = ids.slice(changes.filter(({ before, after }) => before && after).length);
  let next = 0;
  const logged = (id: string, shift: Shift): LoggedShift => ({ id, locked: shift.locked ?? false, ...memoryOf(shift) });
  return {
    before: changes.map(({ before }) => before && logged(before.id, before)),
    after: changes.map(({ before, after }) => after && logged(before?.id ?? fresh[next++]!, after)),
  };
}

/** The changes as agents see them: what is not out yet is not there for them. */
function toldOf(
  changes: readonly ShiftChange[],
  ids: readonly string[],
  written: readonly StoredShift[],
): ShiftChange[] {
  const out = new Set(written.filter(({ published }) => published).map(({ id }) => id));
  const { after: logged } = loggedShifts(changes, ids);
  return changes.flatMap(({ before, after }, i) => {
    const seen = {
      before: before?.published ? before : null,
      after: after && out.has(logged[i]!.id) ? after : null,
    };
    return seen.before || seen.after ? [seen] : [];
  });
}

/** More shifts than this are not listed in an event: the page loads the board again. */
const MOST_LISTED = 60;

const removedOf = (changes: readonly ShiftChange[]): string[] =>
  changes.flatMap(({ before, after }) => (before && !after ? [before.id] : [])).slice(0, MOST_LISTED);

/**
 * A shift that comes back by undo or redo gets the id it had, so that every other step about it still finds it. Its
 * version is one nobody can remember: higher than any the shift had before.
 */
function broughtBack(
  changes: readonly ShiftChange[],
  {
    step,
    current,
    schedule,
  }: { readonly step: LoggedEdit; readonly current: readonly StoredShift[]; readonly schedule: ScheduleRecord },
): ShiftChange[] {
  const taken = new Set(current.map(({ id }) => id));
  const remembered = [...step.before, ...step.after].filter((shift) => shift !== null);
  return changes.map((change) => {
    const { before, after } = change;
    if (before || !after) return change;
    const same = remembered.find(
      ({ id, agentId, startAt }) => agentId === after.agentId && startAt === after.startAt && !taken.has(id),
    );
    if (!same) return change;
    taken.add(same.id);
    return { before, after: { ...after, returnsAs: { id: same.id, version: schedule.version + 1 } } };
  });
}

/** One gesture on the board: judged, stored and told in one transaction, or not at all. */
@Injectable()
export class EditShiftsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
    private readonly records: EditRecords,
    private readonly log: EditLogRepository,
  ) {}

  async edit(context: RequestContext, order: EditOrder): Promise<EditOutcome> {
    if (order.edits.length === 0)
      return { kind: 'invalid', fault: { path: 'edits', message: 'name at least one shift' } };
    if (order.label.trim() === '')
      return { kind: 'invalid', fault: { path: 'label', message: 'name the edit, for undo' } };
    try {
      return await this.database.withTenant(context, (tx) => this.editIn(tx, context, order));
    } catch (error) {
      if (isOverlapInDatabase(error)) return { kind: 'has-breaches', breaches: [], overlap: true };
      throw error;
    }
  }

  private async editIn(tx: EntityManager, context: RequestContext, order: EditOrder): Promise<EditOutcome> {
    const schedule = await this.schedules.lock(tx, order.scheduleId);
    if (!schedule) return { kind: 'not-found' as const };
    const walked = order.undoes ?? order.redoes ?? null;
    const [step] = walked === null ? [] : await this.log.own(context, schedule.id, [walked]);
    if (walked !== null && !step)
      return { kind: 'invalid', fault: { path: 'undoes', message: 'only your own steps can be taken back' } };
    const current = await this.shifts.ofSchedule(context, schedule.id);
    const { problem } = await this.planning.planning(context, schedule);
    const resolved = resolveEdits(order.edits, current, { problem, grid: gridOf(schedule) });
    if (resolved.kind === 'edited-meanwhile') return this.meanwhile(context, schedule, order, current);
    if (resolved.kind === 'invalid') return resolved;
    const { breaches, worse } = judgeEdits(resolved.changes, current, problem);
    const refused = order.overrideReason?.trim() ? beyondOverride(worse) : worse;
    if (refused.length > 0) return { kind: 'has-breaches' as const, breaches: refused };
    const changes = step ? broughtBack(resolved.changes, { step, current, schedule }) : resolved.changes;
    return this.apply(tx, context, { schedule, order, changes, breaches, overridden: worse });
  }

  private async meanwhile(
    context: RequestContext,
    schedule: ScheduleRecord,
    order: EditOrder,
    current: readonly StoredShift[],
  ): Promise<EditOutcome> {
    const agentIds = new Set(order.edits.map(({ agentId }) => agentId));
    const known = new Set(current.map(({ id }) => id));
    const last = await this.log.lastTouch(context, schedule.id, {
      shiftIds: order.edits.flatMap(({ shiftId }) => shiftId ?? []),
      agentIds: [...agentIds],
    });
    return {
      kind: 'edited-meanwhile',
      version: schedule.version,
      shifts: current.filter(({ agentId }) => agentIds.has(agentId)),
      removedIds: order.edits.flatMap(({ shiftId }) => (shiftId && !known.has(shiftId) ? [shiftId] : [])),
      changedBy: last?.author ?? (await this.records.lastEditor(context, schedule.id)),
      changedAt: last?.at ?? null,
      changedWhat: last?.label ?? null,
    };
  }

  /** Stores changes that have been judged, in a transaction that holds the schedule's lock; tells agents and boards. */
  async apply(tx: EntityManager, context: RequestContext, step: AppliedStep): Promise<EditOutcome> {
    const { schedule, changes, breaches } = step;
    const removedIds = changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
    await deleteShifts(tx, removedIds);
    const ids = await this.write(tx, schedule.id, changes);
    const shifts = await this.shifts.byIds(tx, ids);
    const told = toldOf(changes, ids, shifts);
    const version = await this.schedules.touch(tx, schedule.id);
    await this.records.write(tx, context, { ...step, version, ids, told });
    const changesSincePublish =
      told.length > 0 ? await this.schedules.recountChanges(tx, schedule.id) : schedule.changesSincePublish;
    return { kind: 'edited', version, changesSincePublish, shifts, removedIds, breaches };
  }

  /** Updates before inserts; the exclusion constraint is checked at the end of each statement, so moves that swap places need it put off. */
  private async write(tx: EntityManager, scheduleId: string, changes: readonly ShiftChange[]): Promise<string[]> {
    await tx.query('set constraints shifts_published_never_overlap deferred');
    const ids: string[] = [];
    const added: NewShift[] = [];
    for (const { before, after } of changes) {
      if (!after) continue;
      if (!before) added.push(after);
      else {
        const told = before.published ? publishedMemory(before) : before.asPublished;
        const sameAsTold = told !== null && isAsTold(told, after);
        await updateShift(tx, before.id, { ...after, asPublished: sameAsTold ? null : told });
        ids.push(before.id);
      }
    }
    ids.push(...(await insertShifts(tx, scheduleId, added)));
    await tx.query('set constraints shifts_published_never_overlap immediate');
    return ids;
  }
}
