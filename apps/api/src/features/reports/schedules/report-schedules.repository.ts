import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { SendTime } from './send-time.js';

export type ReportSubject = 'dashboard' | 'daily';

export interface ReportSchedule extends SendTime {
  readonly id: string;
  readonly subject: ReportSubject;
  readonly dashboardId: string | null;
  readonly dashboardTitle: string | null;
  /** People with an account: each in their own language. */
  readonly userIds: readonly string[];
  /** Mail addresses of others, in `addressLocale`. */
  readonly addresses: readonly string[];
  readonly addressLocale: 'en' | 'ja';
  readonly nextAt: Instant;
  readonly createdBy: string | null;
  readonly version: number;
  /** Of the last sending: mails by state. */
  readonly lastDueAt: Instant | null;
  readonly sentCount: number;
  readonly openCount: number;
  readonly failedCount: number;
}

export type NewReportSchedule = SendTime &
  Pick<ReportSchedule, 'subject' | 'dashboardId' | 'userIds' | 'addresses' | 'addressLocale' | 'nextAt'>;

const SELECT = `
select s.id, s.subject, s.dashboard_id as "dashboardId", d.title as "dashboardTitle", s.cadence, s.weekday, s.month_day as "monthDay",
  s.local_minute as "localMinute", s.zone, s.user_ids as "userIds", s.addresses, s.address_locale as "addressLocale",
  s.next_at as "nextAt", s.created_by as "createdBy", s.version, m.due_at as "lastDueAt",
  coalesce(m.sent, 0) as "sentCount", coalesce(m.open, 0) as "openCount", coalesce(m.failed, 0) as "failedCount"
from report_schedules s left join dashboards d on d.organisation_id = s.organisation_id and d.id = s.dashboard_id
left join lateral (select due_at, count(*) filter (where state = 'sent')::integer as sent,
    count(*) filter (where state in ('waiting', 'sending'))::integer as open,
    count(*) filter (where state in ('failed', 'uncertain'))::integer as failed
  from report_mails where organisation_id = s.organisation_id and schedule_id = s.id group by due_at order by due_at desc limit 1) m on true
where s.organisation_id = app_organisation_id()`;

const AUDIT = `
insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, after)
values (app_organisation_id(), app_user_id(), $1, $2, 'report-schedule', $3, $4::jsonb)`;

/** What is sent when and to whom. */
@Injectable()
export class ReportScheduleRepository {
  constructor(private readonly database: TenantDatabase) {}

  async all(context: RequestContext): Promise<ReportSchedule[]> {
    return this.database.read<ReportSchedule>(context, `${SELECT} order by s.next_at, s.id`);
  }

  async byId(context: RequestContext, id: string): Promise<ReportSchedule | null> {
    const [row] = await this.database.read<ReportSchedule>(context, `${SELECT} and s.id = $1`, [id]);
    return row ?? null;
  }

  /** Null when there is none of that version any more. Who gets what is in the audit. */
  async save(
    tx: EntityManager,
    context: RequestContext,
    { change, of }: { readonly change: { id: string; version: number } | null; readonly of: NewReportSchedule },
  ): Promise<ReportSchedule | null> {
    const id = change ? await updated(tx, change, of) : await inserted(tx, of);
    if (!id) return null;
    const after = JSON.stringify({ userIds: of.userIds, addresses: of.addresses, subject: of.subject });
    await tx.query(AUDIT, [context.requestId, 'report-schedule.saved', id, after]);
    const [row] = await readRows<ReportSchedule>(tx, `${SELECT} and s.id = $1`, [id]);
    return row!;
  }

  async delete(context: RequestContext, { id, version }: { id: string; version: number }): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        'delete from report_schedules where id = $1 and version = $2 returning id',
        [id, version],
      );
      if (rows.length > 0) await tx.query(AUDIT, [context.requestId, 'report-schedule.deleted', id, '{}']);
      return rows.length > 0;
    });
  }
}

const COLUMNS =
  'subject, dashboard_id, cadence, weekday, month_day, local_minute, zone, user_ids, addresses, address_locale, next_at';

const parametersOf = (of: NewReportSchedule): unknown[] => [
  of.subject,
  of.dashboardId,
  of.cadence,
  of.weekday,
  of.monthDay,
  of.localMinute,
  of.zone,
  of.userIds,
  of.addresses,
  of.addressLocale,
  new Date(of.nextAt).toISOString(),
];

async function inserted(tx: EntityManager, of: NewReportSchedule): Promise<string> {
  const [row] = await tx.query<[{ id: string }]>(
    `insert into report_schedules (organisation_id, created_by, ${COLUMNS})
     values (app_organisation_id(), app_user_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    parametersOf(of),
  );
  return row.id;
}

async function updated(
  tx: EntityManager,
  { id, version }: { id: string; version: number },
  of: NewReportSchedule,
): Promise<string | undefined> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update report_schedules set (${COLUMNS}) = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), version = version + 1
     where id = $12 and version = $13 returning id`,
    [...parametersOf(of), id, version],
  );
  return rows[0]?.id;
}
