import { Injectable } from '@nestjs/common';
import type { Breach } from '@yotei/scheduling/rules';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { RecordsRepository } from './records.repository.js';
import { RosterNewsService } from './roster-news.service.js';
import { ScheduleVersionRepository } from './schedule-versions.repository.js';
import type { PublishPart, ScheduleRecord } from './schedules.repository.js';
import type { StoredShift } from './shifts.repository.js';
import { PublicationRepository } from './together/publications.repository.js';
import { ScheduleRecords } from './together/schedule-records.js';

export interface PublishedStep {
  readonly before: ScheduleRecord;
  readonly after: ScheduleRecord;
  readonly told: readonly StoredShift[];
  readonly all: readonly StoredShift[];
  readonly overridden: readonly Breach[];
  readonly reason: string | null;
  /** Only these teams and days; null: everything. */
  readonly part: PublishPart | null;
}

/** The traces of publishing: audit, notices, event. */
@Injectable()
export class PublishRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly schedule: ScheduleRecords,
    private readonly news: RosterNewsService,
    private readonly versions: ScheduleVersionRepository,
    readonly publications: PublicationRepository,
  ) {}

  /** Number of agents that got a notice: those with an account. */
  async write(tx: EntityManager, context: RequestContext, step: PublishedStep): Promise<number> {
    const { before, after, overridden, reason } = step;
    await this.versions.keep(tx, {
      scheduleId: after.id,
      version: after.version,
      because: 'publish',
      shifts: step.all,
    });
    await this.records.audit(tx, context, {
      action: actionOf(step),
      subjectKind: 'schedule',
      subjectId: after.id,
      before: { state: before.state, version: before.version },
      after: { state: after.state, version: after.version, overridden, ...(step.part && { part: step.part }) },
      reason: overridden.length > 0 ? reason : null,
    });
    const told = await this.news.published(tx, context, {
      schedule: after,
      isFirst: before.state === 'draft',
      agentIds: step.told.map(({ agentId }) => agentId),
    });
    await this.schedule.reload(tx, context, after);
    return told;
  }

  async tellable(context: RequestContext, shifts: readonly StoredShift[]): Promise<number> {
    return this.news.tellable(
      context,
      shifts.map(({ agentId }) => agentId),
    );
  }

  lastEditor(context: RequestContext, scheduleId: string): Promise<string | null> {
    return this.schedule.lastEditor(context, scheduleId);
  }

  /** Published shifts taken away by edits after the last publishing. */
  async removedSincePublish(context: RequestContext, scheduleId: string): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      context,
      `select count(*) as count from schedule_edits e join schedules s on s.id = e.schedule_id,
         jsonb_array_elements(e.before) with ordinality as b (shift, position)
       where e.schedule_id = $1 and e.created_at > s.published_at and b.shift <> 'null' and e.after -> (b.position - 1)::integer = 'null'`,
      [scheduleId],
    );
    return row?.count ?? 0;
  }
}

function actionOf({ before, part }: PublishedStep): string {
  if (part) return 'schedule.publish-part';
  return before.state === 'draft' ? 'schedule.publish' : 'schedule.publish-changes';
}
