import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { LostShift } from './lost-shift.js';

export type AbsenceKind = 'sick' | 'late';

export interface AbsenceRow extends Interval {
  readonly id: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly kind: AbsenceKind;
  readonly scheduleId: string;
  readonly timeOffId: string | null;
  readonly editVersion: number;
  readonly before: LostShift;
  /** What is left of the shift; null: nothing. */
  readonly after: { readonly id: string; readonly version: number } | null;
  readonly reportedBy: string | null;
  readonly reportedAt: Instant;
  readonly undoneAt: Instant | null;
}

export type NewAbsence = Omit<AbsenceRow, 'id' | 'agentName' | 'undoneAt'>;

const SELECT = `select i.id, i.agent_id as "agentId", a.name as "agentName", i.kind, i.start_at as "startAt", i.end_at as "endAt",
  i.schedule_id as "scheduleId", i.time_off_id as "timeOffId", i.edit_version as "editVersion", i.before, i.after,
  i.reported_by as "reportedBy", i.reported_at as "reportedAt", i.undone_at as "undoneAt"
  from intraday_absences i join agents a on a.organisation_id = i.organisation_id and a.id = i.agent_id where i.organisation_id = app_organisation_id()`;

const iso = (at: Instant): string => new Date(at).toISOString();

/** Sick and late people of a day. */
@Injectable()
export class IntradayAbsenceRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Of the span, the newest first; those taken back are left out. */
  async within(context: RequestContext, span: Interval): Promise<AbsenceRow[]> {
    return this.database.read<AbsenceRow>(
      context,
      `${SELECT} and i.start_at < $2::timestamptz and i.end_at > $1::timestamptz and i.undone_at is null order by i.reported_at desc`,
      [iso(span.startAt), iso(span.endAt)],
    );
  }

  /** The schedule a stored shift stands in. */
  async scheduleOf(context: RequestContext, shiftId: string): Promise<string> {
    const [row] = await this.database.read<{ scheduleId: string }>(
      context,
      'select schedule_id as "scheduleId" from shifts where organisation_id = $1 and id = $2',
      [context.organisationId, shiftId],
    );
    return row!.scheduleId;
  }

  async lock(tx: EntityManager, id: string): Promise<AbsenceRow | null> {
    const [row] = await readRows<AbsenceRow>(tx, `${SELECT} and i.id = $1 for update of i`, [id]);
    return row ?? null;
  }

  async insert(tx: EntityManager, row: NewAbsence): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into intraday_absences (organisation_id, agent_id, kind, start_at, end_at, schedule_id, time_off_id, edit_version, before, after, reported_by, reported_at)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11) returning id`,
      [
        row.agentId,
        row.kind,
        iso(row.startAt),
        iso(row.endAt),
        row.scheduleId,
        row.timeOffId,
        row.editVersion,
        JSON.stringify(row.before),
        row.after && JSON.stringify(row.after),
        row.reportedBy,
        iso(row.reportedAt),
      ],
    );
    return id as string;
  }

  async undone(tx: EntityManager, id: string, at: Instant): Promise<void> {
    await tx.query('update intraday_absences set undone_at = $2 where id = $1', [id, iso(at)]);
  }

  /** Absence of the day itself: decided by who reports it. */
  async addTimeOff(
    tx: EntityManager,
    of: { readonly agentId: string; readonly span: Interval; readonly kind: AbsenceKind; readonly paidMinutes: number },
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into time_off (organisation_id, agent_id, span, kind, state, paid_minutes, reason)
       values (app_organisation_id(), $1, tstzrange($2::timestamptz, $3::timestamptz), $4, 'approved', $5, $4) returning id`,
      [of.agentId, iso(of.span.startAt), iso(of.span.endAt), of.kind, Math.round(of.paidMinutes)],
    );
    return id as string;
  }

  async withdrawTimeOff(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `update time_off set state = 'withdrawn', version = version + 1 where id = $1 and state = 'approved'`,
      [id],
    );
  }
}
