import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ReportContent } from '../content/report-content.js';

export interface DailyReportRecord {
  readonly on: LocalDate;
  readonly zone: string;
  readonly content: ReportContent;
  /** What a supervisor wrote on top. */
  readonly note: string;
  readonly noteByName: string | null;
  readonly noteAt: Instant | null;
  readonly writtenAt: Instant;
  readonly version: number;
}

export type DailyReportHead = Pick<DailyReportRecord, 'on' | 'note' | 'writtenAt'>;

const SELECT = `select r.on_date::text as "on", r.zone, r.content, r.note, u.display_name as "noteByName", r.note_at as "noteAt",
  r.written_at as "writtenAt", r.version from daily_reports r left join users u on u.id = r.note_by where r.organisation_id = app_organisation_id()`;
const MOST_LISTED = 60;

/** Reports of days as they were written, with what people put on top. */
@Injectable()
export class DailyReportRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The newest days first. */
  async heads(context: RequestContext): Promise<DailyReportHead[]> {
    return this.database.read<DailyReportHead>(
      context,
      `select on_date::text as "on", note, written_at as "writtenAt" from daily_reports where organisation_id = app_organisation_id()
       order by on_date desc limit ${MOST_LISTED}`,
    );
  }

  async find(context: RequestContext, on: LocalDate): Promise<DailyReportRecord | null> {
    const [row] = await this.database.read<DailyReportRecord>(context, `${SELECT} and r.on_date = $1::date`, [on]);
    return row ?? null;
  }

  /** Written anew or for the first time; the note stays. */
  async write(
    context: RequestContext,
    { on, zone, content, at }: Pick<DailyReportRecord, 'on' | 'zone' | 'content'> & { readonly at: Instant },
  ): Promise<DailyReportRecord> {
    return this.database.withTenant(context, async (tx) => {
      await tx.query(
        `insert into daily_reports (organisation_id, on_date, zone, content, written_at)
         values (app_organisation_id(), $1::date, $2, $3::jsonb, $4::timestamptz)
         on conflict (organisation_id, on_date) do update set zone = excluded.zone, content = excluded.content, written_at = excluded.written_at`,
        [on, zone, JSON.stringify(content), new Date(at).toISOString()],
      );
      const [row] = await readRows<DailyReportRecord>(tx, `${SELECT} and r.on_date = $1::date`, [on]);
      return row!;
    });
  }

  /** Null when there is none of that version any more. */
  async note(
    context: RequestContext,
    { on, version, note, at }: { on: LocalDate; version: number; note: string; at: Instant },
  ): Promise<DailyReportRecord | null> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        `update daily_reports set note = $3, note_by = app_user_id(), note_at = $4::timestamptz, version = version + 1
         where on_date = $1::date and version = $2 returning version`,
        [on, version, note, new Date(at).toISOString()],
      );
      if (rows.length === 0) return null;
      const [row] = await readRows<DailyReportRecord>(tx, `${SELECT} and r.on_date = $1::date`, [on]);
      return row!;
    });
  }
}
