import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import type { CalendarEvent } from './calendar-text.js';

export type PlannedEvent = Pick<CalendarEvent, 'uid' | 'startAt' | 'endAt' | 'summary' | 'description'>;

const COLUMNS = `uid, sequence, start_at as "startAt", end_at as "endAt", summary, description, cancelled, changed_at as "changedAt"`;

/** What a person's calendar was last told, brought up to what is planned now. */
@Injectable()
export class ToldEventRepository {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Events from `fromAt` on as they are to be told: a changed one with the next sequence number, one that is planned no
   * more as cancelled. Telling the same twice changes nothing.
   */
  async bringUp(
    context: RequestContext,
    { planned, fromAt }: { readonly planned: readonly PlannedEvent[]; readonly fromAt: Instant },
  ): Promise<CalendarEvent[]> {
    return this.database.withTenant(context, async (tx) => {
      const column = <T>(value: (event: PlannedEvent) => T): T[] => planned.map(value);
      const iso = (at: Instant): string => new Date(at).toISOString();
      await tx.query(
        `insert into feed_events as told (organisation_id, user_id, uid, start_at, end_at, summary, description)
         select app_organisation_id(), $1, e.uid, e.start_at, e.end_at, e.summary, e.description
         from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[]) as e (uid, start_at, end_at, summary, description)
         on conflict (organisation_id, user_id, uid) do update set start_at = excluded.start_at, end_at = excluded.end_at,
           summary = excluded.summary, description = excluded.description, cancelled = false, sequence = told.sequence + 1, changed_at = now()
         where (told.start_at, told.end_at, told.summary, told.description, told.cancelled)
           is distinct from (excluded.start_at, excluded.end_at, excluded.summary, excluded.description, false)`,
        [
          context.userId,
          column(({ uid }) => uid),
          column(({ startAt }) => iso(startAt)),
          column(({ endAt }) => iso(endAt)),
          column(({ summary }) => summary),
          column(({ description }) => description),
        ],
      );
      await tx.query(
        `update feed_events set cancelled = true, sequence = sequence + 1, changed_at = now()
         where user_id = $1 and not cancelled and start_at >= $2::timestamptz and uid <> all ($3::text[])`,
        [context.userId, iso(fromAt), column(({ uid }) => uid)],
      );
      return readRows<CalendarEvent>(
        tx,
        `select ${COLUMNS} from feed_events where user_id = $1 and start_at >= $2::timestamptz order by start_at, uid`,
        [context.userId, iso(fromAt)],
      );
    });
  }
}
