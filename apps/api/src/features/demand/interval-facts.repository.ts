import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** Facts of one queue as columns in time order; minutes are counted from the start asked for. */
export interface FactColumns {
  readonly minutes: readonly number[];
  readonly offered: readonly number[];
  readonly answered: readonly (number | null)[];
  readonly handleSeconds: readonly (number | null)[];
}

export interface FactRange {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Where two sources tell of the same interval, the import made last is believed. */
const COLUMNS = `
select coalesce(array_agg(minute order by minute), '{}') as minutes,
  coalesce(array_agg(offered_count order by minute), '{}') as offered,
  coalesce(array_agg(answered_count order by minute), '{}') as answered,
  coalesce(array_agg(handle_seconds order by minute), '{}') as "handleSeconds"
from (select distinct on (start_at) (date_part('epoch', start_at - $2::timestamptz) / 60)::integer as minute,
        offered_count, answered_count, handle_seconds
      from interval_facts
      where queue_id = $1 and start_at >= $2::timestamptz and start_at < $3::timestamptz
      order by start_at, import_id desc nulls last) facts`;

/** Reads the contacts of the past; they are written by {@link IntervalFactLoader}. */
@Injectable()
export class IntervalFactRepository {
  constructor(private readonly database: TenantDatabase) {}

  async columns(context: RequestContext, range: FactRange): Promise<FactColumns> {
    const [row] = await this.database.read<FactColumns>(context, COLUMNS, [
      range.queueId,
      new Date(range.startAt).toISOString(),
      new Date(range.endAt).toISOString(),
    ]);
    return row!;
  }

  /** First and last interval start of a queue, or null without history. */
  async reach(context: RequestContext, queueId: string): Promise<{ firstAt: Instant; lastAt: Instant } | null> {
    const [row] = await this.database.read<{ firstAt: Instant | null; lastAt: Instant | null }>(
      context,
      `select (select start_at from interval_facts where queue_id = $1 order by start_at limit 1) as "firstAt",
         (select start_at from interval_facts where queue_id = $1 order by start_at desc limit 1) as "lastAt"`,
      [queueId],
    );
    return row?.firstAt != null && row.lastAt != null ? { firstAt: row.firstAt, lastAt: row.lastAt } : null;
  }
}
