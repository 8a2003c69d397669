import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export interface CalendarEventRecord {
  readonly id: string;
  readonly kind: 'holiday' | 'closed' | 'campaign' | 'outage' | 'other';
  readonly title: string;
  readonly fromOn: LocalDate;
  /** Last day, included; the table keeps the first day after. */
  readonly untilOn: LocalDate;
  /** Null: all queues. */
  readonly queueIds: readonly string[] | null;
}

/** What the forecaster must know of: holidays, closed days, campaigns, outages. */
@Injectable()
export class CalendarEventRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Events that touch the days of the range, of the queue or of all queues. */
  async ofQueue(
    context: RequestContext,
    queueId: string,
    range: { fromOn: LocalDate; days: number },
  ): Promise<CalendarEventRecord[]> {
    return this.database.read<CalendarEventRecord>(
      context,
      `select id, kind, title, from_on as "fromOn", until_on - 1 as "untilOn", queue_ids as "queueIds" from calendar_events
       where (queue_ids is null or $1::uuid = any (queue_ids)) and from_on < $2::date + $3::integer and until_on > $2::date
       order by from_on, id`,
      [queueId, range.fromOn, range.days],
    );
  }

  async insert(context: RequestContext, event: Omit<CalendarEventRecord, 'id'>): Promise<CalendarEventRecord> {
    return this.database.withTenant(context, async (tx) => {
      const [{ id }] = await tx.query(
        `insert into calendar_events (organisation_id, kind, title, from_on, until_on, queue_ids)
         values (app_organisation_id(), $1, $2, $3, $4, $5) returning id`,
        [event.kind, event.title, event.fromOn, addDays(event.untilOn, 1), event.queueIds],
      );
      return { ...event, id };
    });
  }
}
