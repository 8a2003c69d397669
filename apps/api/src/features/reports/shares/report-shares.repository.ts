import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ReportSubjectRef } from '../report-subjects.service.js';

export interface ReportShare {
  readonly id: string;
  readonly subject: 'dashboard' | 'daily';
  readonly dashboardId: string | null;
  readonly dashboardTitle: string | null;
  readonly on: LocalDate | null;
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly openCount: number;
  readonly lastOpenedAt: Instant | null;
}

/** Whose a link is and what it shows. */
export interface OpenedShare {
  readonly organisationId: string;
  readonly id: string;
  readonly of: ReportSubjectRef;
  readonly expiresAt: Instant;
}

const SELECT = `select s.id, s.subject, s.dashboard_id as "dashboardId", d.title as "dashboardTitle", s.on_date::text as "on",
  u.display_name as "createdBy", s.created_at as "createdAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
  s.open_count as "openCount", s.last_opened_at as "lastOpenedAt"
  from report_shares s left join dashboards d on d.organisation_id = s.organisation_id and d.id = s.dashboard_id
  left join users u on u.id = s.created_by where s.organisation_id = app_organisation_id()`;

const AUDIT = `
insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, after)
values (app_organisation_id(), app_user_id(), $1, $2, 'report-share', $3, $4::jsonb)`;

/** Links that show a report without a sign-in. The database knows only the hash: a stolen table opens none. */
@Injectable()
export class ReportShareRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Those in force first, the newest first. */
  async all(context: RequestContext, now: Instant): Promise<ReportShare[]> {
    return this.database.read<ReportShare>(
      context,
      `${SELECT} order by (s.revoked_at is not null or s.expires_at <= $1::timestamptz), s.created_at desc, s.id limit 200`,
      [new Date(now).toISOString()],
    );
  }

  /** The token is in this answer and nowhere else, ever. */
  async create(
    context: RequestContext,
    { of, expiresAt }: { readonly of: ReportSubjectRef; readonly expiresAt: Instant },
  ): Promise<{ readonly share: ReportShare; readonly token: string }> {
    const token = randomBytes(32).toString('base64url');
    return this.database.withTenant(context, async (tx) => {
      const [made] = await tx.query<[{ id: string }]>(
        `insert into report_shares (organisation_id, token_sha256, subject, dashboard_id, on_date, created_by, expires_at)
         values (app_organisation_id(), $1, $2, $3, $4::date, app_user_id(), $5::timestamptz) returning id`,
        [
          sha256(token),
          of.subject,
          of.subject === 'dashboard' ? of.dashboardId : null,
          of.subject === 'daily' ? of.on : null,
          new Date(expiresAt).toISOString(),
        ],
      );
      await tx.query(AUDIT, [context.requestId, 'report-share.created', made.id, JSON.stringify({ ...of, expiresAt })]);
      const [share] = await readRows<ReportShare>(tx, `${SELECT} and s.id = $1`, [made.id]);
      return { share: share!, token };
    });
  }

  /** Works at once. Null when there is none; revoking twice changes nothing. */
  async revoke(context: RequestContext, id: string): Promise<ReportShare | null> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        'update report_shares set revoked_at = now() where id = $1 and revoked_at is null returning id',
        [id],
      );
      if (rows.length > 0) await tx.query(AUDIT, [context.requestId, 'report-share.revoked', id, '{}']);
      const [share] = await readRows<ReportShare>(tx, `${SELECT} and s.id = $1`, [id]);
      return share ?? null;
    });
  }

  /** Whose link it is; null when it is none, is over or was revoked. The opening is counted and noted. */
  async open(token: string, of: { readonly now: Instant; readonly requestId: string }): Promise<OpenedShare | null> {
    return this.database.withSecret('report_share_sha256', sha256(token), async (tx) => {
      const [found] = await readRows<Omit<OpenedShare, 'of'> & Pick<ReportShare, 'subject' | 'dashboardId' | 'on'>>(
        tx,
        `select organisation_id as "organisationId", id, subject, dashboard_id as "dashboardId", on_date::text as "on", expires_at as "expiresAt"
         from report_shares where token_sha256 = $1 and revoked_at is null and expires_at > $2::timestamptz`,
        [sha256(token), new Date(of.now).toISOString()],
      );
      if (!found) return null;
      const { organisationId, id, subject, dashboardId, on, expiresAt } = found;
      await tx.query(`select set_config('app.organisation', $1, true)`, [organisationId]);
      await tx.query(
        'update report_shares set open_count = open_count + 1, last_opened_at = $2::timestamptz where id = $1',
        [id, new Date(of.now).toISOString()],
      );
      await tx.query(AUDIT, [of.requestId, 'report-share.opened', id, '{}']);
      const ref: ReportSubjectRef =
        subject === 'dashboard' ? { subject, dashboardId: dashboardId! } : { subject, on: on! };
      return { organisationId, id, of: ref, expiresAt };
    });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
