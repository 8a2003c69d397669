import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';

/** What interval facts tell, by the names of formulas; null = an interval with contacts does not tell it. */
export interface ContactFacts {
  readonly offered: number;
  readonly answered: number | null;
  readonly answeredInTime: number | null;
  readonly abandoned: number | null;
  readonly abandonedInTime: number | null;
  readonly abandonedIn5s: number | null;
  readonly totalHandleSeconds: number | null;
  readonly totalWaitSeconds: number | null;
  readonly backlog: number | null;
}

export interface QueueDayRow extends ContactFacts {
  readonly queueId: string;
  readonly on: LocalDate;
}

export interface QueueIntervalRow extends ContactFacts {
  readonly queueId: string;
  readonly startAt: Instant;
}

/** Local days, half-open. */
export interface DayRange {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** One day a row and a fact a column: where two sources tell of the same interval, the import made last is believed. */
const told = (column: string, when = 'offered_count > 0') =>
  `case when bool_or(${column} is null and ${when}) then null else coalesce(sum(${column}), 0) end`;

const HANDLED = 'coalesce(answered_count, offered_count) > 0';

/**
 * Of one queue, in one pass over its facts between its first and its last day: whatever the planner believes of a table that was
 * filled a moment ago, it cannot look through it once a day.
 */
const ADD_UP = `
insert into measure_queue_days (organisation_id, queue_id, on_date, interval_count, offered, answered, answered_within, abandoned,
  abandoned_within, short_abandoned, handle_seconds, wait_seconds, backlog)
select app_organisation_id(), queue_id, on_date, count(*), sum(offered_count), ${told('answered_count')}, ${told('answered_within_count')},
  ${told('abandoned_count')}, ${told('abandoned_within_count')}, ${told('short_abandoned_count')},
  ${told('handle_seconds', HANDLED)}, ${told('wait_seconds', HANDLED)},
  (array_agg(backlog_count order by start_at desc) filter (where backlog_count is not null))[1]
from (select distinct on (f.start_at) (f.start_at at time zone $4)::date as on_date, f.*
      from interval_facts f
      where f.organisation_id = app_organisation_id() and f.queue_id = $1
        and f.start_at >= $2::date::timestamp at time zone $4 and f.start_at < ($3::date + 1)::timestamp at time zone $4
      order by f.start_at, f.import_id desc nulls last) facts
where on_date = any ($5::date[])
group by queue_id, on_date`;

const DAYS = `
select queue_id as "queueId", on_date::text as on, offered, answered, answered_within as "answeredInTime", abandoned,
  abandoned_within as "abandonedInTime", short_abandoned as "abandonedIn5s", handle_seconds as "totalHandleSeconds",
  wait_seconds as "totalWaitSeconds", backlog
from measure_queue_days where on_date >= $1::date and on_date < $2::date order by on_date, queue_id`;

const INTERVALS = `
select distinct on (queue_id, start_at) queue_id as "queueId", start_at as "startAt", offered_count as offered, answered_count as answered,
  answered_within_count as "answeredInTime", abandoned_count as abandoned, abandoned_within_count as "abandonedInTime",
  short_abandoned_count as "abandonedIn5s", handle_seconds as "totalHandleSeconds", wait_seconds as "totalWaitSeconds",
  backlog_count as backlog
from interval_facts where start_at >= $1::timestamptz and start_at < $2::timestamptz
order by queue_id, start_at, import_id desc nulls last`;

/**
 * What came in by queue and local day. Days are added up once and again after their facts changed: in the transaction of
 * whoever asks, so that nobody sees an old sum; a year of intervals is not read for a year's figure.
 */
@Injectable()
export class QueueDaysRepository {
  constructor(private readonly database: TenantDatabase) {}

  async days(context: RequestContext, range: DayRange): Promise<QueueDayRow[]> {
    return this.database.withTenant(context, async (tx) => {
      await this.addUp(context, range);
      return readRows<QueueDayRow>(tx, DAYS, [range.fromOn, range.untilOn]);
    });
  }

  /** After it the days kept of the range are those of the facts as they are. */
  async addUp(context: RequestContext, range: DayRange): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      // Taken first, in a statement of its own: what is read afterwards holds everything written by those it waited for.
      const stale = await readRows<{ queueId: string; on: LocalDate }>(
        tx,
        `delete from measure_days_to_sum where on_date >= $1::date and on_date < $2::date
         returning queue_id as "queueId", on_date::text as on`,
        [range.fromOn, range.untilOn],
      );
      if (stale.length === 0) return;
      const days = [stale.map(({ queueId }) => queueId), stale.map(({ on }) => on)];
      await tx.query(
        `delete from measure_queue_days m using unnest($1::uuid[], $2::date[]) as d (queue_id, on_date)
         where m.queue_id = d.queue_id and m.on_date = d.on_date`,
        days,
      );
      for (const { queueId, zone, days: own } of await daysByQueue(tx, stale))
        await tx.query(ADD_UP, [queueId, own[0], own.at(-1), zone, own]);
    });
  }

  /** In order of queue and time; for short ranges. */
  async intervals(
    context: RequestContext,
    range: { readonly startAt: Instant; readonly endAt: Instant },
  ): Promise<QueueIntervalRow[]> {
    const bounds = [new Date(range.startAt).toISOString(), new Date(range.endAt).toISOString()];
    return this.database.read<QueueIntervalRow>(context, INTERVALS, bounds);
  }
}

/** Days of each queue in order, with the clock of its site. */
async function daysByQueue(
  tx: EntityManager,
  stale: readonly { readonly queueId: string; readonly on: LocalDate }[],
): Promise<readonly { readonly queueId: string; readonly zone: string; readonly days: readonly LocalDate[] }[]> {
  const ids = [...new Set(stale.map(({ queueId }) => queueId))].sort();
  const zones = await readRows<{ queueId: string; zone: string }>(
    tx,
    'select q.id as "queueId", s.zone from queues q join sites s on s.id = q.site_id where q.id = any ($1::uuid[]) order by q.id',
    [ids],
  );
  return zones.map(({ queueId, zone }) => ({
    ...{ queueId, zone },
    days: stale.flatMap((one) => (one.queueId === queueId ? [one.on] : [])).sort(),
  }));
}
