import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** Where two sources tell of the same interval, the import made last is believed. */
const SUMS = `
select queue_id as "queueId", coalesce(sum(handle_seconds), 0)::double precision as "handleSeconds"
from (select distinct on (f.queue_id, f.start_at) f.queue_id, f.handle_seconds, (f.start_at at time zone s.zone)::date as local_on
      from interval_facts f join queues q on q.id = f.queue_id join sites s on s.id = q.site_id
      where f.start_at >= $1::date - 1 and f.start_at < $1::date + $2::integer + 1
      order by f.queue_id, f.start_at, f.import_id desc nulls last) facts
where local_on >= $1::date and local_on < $1::date + $2::integer
group by 1 order by 1`;

/** Sums of what came in over a few local days of each queue's site. Months and years: `MeasureValuesService`. */
@Injectable()
export class FactSumsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Queues without any fact have no row. */
  async handleSecondsByQueue(
    context: RequestContext,
    range: { fromOn: LocalDate; days: number },
  ): Promise<{ readonly queueId: string; readonly handleSeconds: number }[]> {
    return this.database.read(context, SUMS, [range.fromOn, range.days]);
  }
}
