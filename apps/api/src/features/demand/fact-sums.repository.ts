import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** Facts of a queue in one week of a range; `lacking…` counts intervals with contacts that do not tell the fact. */
export interface FactSumsRow {
  readonly queueId: string;
  /** 0 = the first seven local days of the range. */
  readonly week: number;
  readonly intervalCount: number;
  readonly offered: number;
  readonly answered: number;
  readonly answeredWithin: number;
  readonly abandoned: number;
  readonly handleSeconds: number;
  readonly lackingAnswered: number;
  readonly lackingAnsweredWithin: number;
  readonly lackingAbandoned: number;
  readonly lackingHandleSeconds: number;
}

const sumOf = (column: string) => `coalesce(sum(${column}), 0)::double precision`;
const lackingOf = (column: string) => `count(*) filter (where ${column} is null and offered_count > 0)::integer`;

/**
 * By local days of the queue's site; where two sources tell of the same interval, the import made last is believed. The
 * bounds in UTC are a day wider than any zone needs, so that only months of the range are read.
 */
const SUMS = `
select queue_id as "queueId", ((local_on - $1::date) / 7)::integer as week, count(*)::integer as "intervalCount",
  ${sumOf('offered_count')} as offered, ${sumOf('answered_count')} as answered,
  ${sumOf('answered_within_count')} as "answeredWithin", ${sumOf('abandoned_count')} as abandoned,
  ${sumOf('handle_seconds')} as "handleSeconds",
  ${lackingOf('answered_count')} as "lackingAnswered", ${lackingOf('answered_within_count')} as "lackingAnsweredWithin",
  ${lackingOf('abandoned_count')} as "lackingAbandoned",
  count(*) filter (where handle_seconds is null and coalesce(answered_count, offered_count) > 0)::integer as "lackingHandleSeconds"
from (select distinct on (f.queue_id, f.start_at) f.*, (f.start_at at time zone s.zone)::date as local_on
      from interval_facts f join queues q on q.id = f.queue_id join sites s on s.id = q.site_id
      where f.start_at >= $1::date - 1 and f.start_at < $1::date + $2::integer + 1
      order by f.queue_id, f.start_at, f.import_id desc nulls last) facts
where local_on >= $1::date and local_on < $1::date + $2::integer
group by 1, 2 order by 1, 2`;

/** Sums of what came in, for figures over weeks. */
@Injectable()
export class FactSumsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Weeks without any fact have no row. */
  async byQueueAndWeek(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<FactSumsRow[]> {
    return this.database.read<FactSumsRow>(context, SUMS, [range.fromOn, range.days]);
  }
}
