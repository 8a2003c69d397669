import { Injectable } from '@nestjs/common';
import type { Shift } from '@yotei/scheduling/roster';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { FACTS_TASK } from '../../demand/index.js';
import { EditRecords, type EditOutcome } from '../edit-shifts.service.js';
import { PUBLISHED_DAY_TASK } from '../published-day.js';
import { RecordsRepository } from '../records.repository.js';
import { scheduleTopic, type ScheduleEvent } from '../schedule-events.js';
import { ScheduleRepository, type ScheduleRecord } from '../schedules.repository.js';

/** Traces of acts on a whole schedule, and what they need to know of the world around it. */
@Injectable()
export class ScheduleRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly records: RecordsRepository,
    private readonly edits: EditRecords,
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
  ) {}

  lastEditor(context: RequestContext, scheduleId: string): Promise<string | null> {
    return this.edits.lastEditor(context, scheduleId);
  }

  /** The refusal of an act on a schedule that has changed. */
  async meanwhile(
    context: RequestContext,
    schedule: ScheduleRecord,
  ): Promise<Extract<EditOutcome, { kind: 'edited-meanwhile' }>> {
    const changedBy = await this.edits.lastEditor(context, schedule.id);
    const { version } = schedule;
    return {
      kind: 'edited-meanwhile',
      version,
      changedBy,
      shifts: [],
      removedIds: [],
      changedAt: null,
      changedWhat: null,
    };
  }

  /** Audit row and event of a restore; the schedule as it is then. */
  async restored(
    tx: EntityManager,
    context: RequestContext,
    { before, version }: { readonly before: ScheduleRecord; readonly version: number },
  ): Promise<ScheduleRecord> {
    const after = (await this.schedules.byId(context, before.id))!;
    await this.records.audit(tx, context, {
      action: 'schedule.restore',
      subjectKind: 'schedule',
      subjectId: before.id,
      before: { version: before.version },
      after: { version: after.version, restored: version },
    });
    await this.reload(tx, context, after);
    return after;
  }

  /** Audit row and event of a withdrawal; the schedule as it is then. */
  async withdrawn(
    tx: EntityManager,
    context: RequestContext,
    step: { readonly before: ScheduleRecord; readonly reason: string; readonly shifts: number },
  ): Promise<ScheduleRecord> {
    const { before, reason, shifts } = step;
    const after = (await this.schedules.byId(context, before.id))!;
    await this.records.audit(tx, context, {
      action: 'schedule.withdraw',
      subjectKind: 'schedule',
      subjectId: before.id,
      before: { state: before.state, version: before.version, publishedAt: before.publishedAt, shifts },
      after: { state: after.state, version: after.version },
      reason,
    });
    await this.reload(tx, context, after);
    return after;
  }

  /** Tells every open board to load again; has the day looked at that may have changed, and published weeks added up. */
  async reload(tx: EntityManager, context: RequestContext, schedule: ScheduleRecord): Promise<void> {
    const { id, version } = schedule;
    const event: ScheduleEvent = { version, ids: [], removedIds: [], by: context.userId, reload: true };
    await this.events.publish(tx, context, { topic: scheduleTopic(id), payload: event });
    await this.tasks.wake(tx, context, PUBLISHED_DAY_TASK);
    await this.tasks.wake(tx, context, FACTS_TASK);
  }

  /** A roster of the past as it can be stored today: without people, templates, queues and sessions that are gone. */
  async storable(context: RequestContext, shifts: readonly Shift[]): Promise<Shift[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      'select id from agents union all select id from shift_templates union all select id from queues union all select id from work_sessions',
    );
    const known = new Set(rows.map(({ id }) => id));
    return shifts
      .filter(({ agentId }) => known.has(agentId))
      .map((shift) => ({
        ...shift,
        templateId: shift.templateId && known.has(shift.templateId) ? shift.templateId : undefined,
        activities: shift.activities.map((activity) => ({
          ...activity,
          queueId: activity.queueId && known.has(activity.queueId) ? activity.queueId : undefined,
          sessionId: activity.sessionId && known.has(activity.sessionId) ? activity.sessionId : undefined,
        })),
      }));
  }
}
