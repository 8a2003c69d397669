import { Injectable } from '@nestjs/common';
import { dateOfEpochDay, DAY_MILLIS, type Instant } from '@yotei/time';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';

/** What came in during one interval of one queue; counts are contacts, `handleSeconds` is the total. */
export interface IntervalFact {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly offeredCount: number;
  readonly answeredCount?: number | null;
  readonly answeredWithinCount?: number | null;
  readonly abandonedCount?: number | null;
  readonly handleSeconds?: number | null;
  readonly shortAbandonedCount?: number | null;
  readonly backlogCount?: number | null;
  /** Left within the threshold that `answeredWithinCount` is counted by. */
  readonly abandonedWithinCount?: number | null;
  /** Total wait of those answered. */
  readonly waitSeconds?: number | null;
}

const STAGING = `
create temporary table if not exists incoming_facts (
  ordinal integer, queue_id uuid, start_at timestamptz, offered_count double precision, answered_count double precision,
  answered_within_count double precision, abandoned_count double precision, handle_seconds double precision,
  short_abandoned_count double precision, backlog_count double precision, abandoned_within_count double precision,
  wait_seconds double precision
) on commit drop`;

/** Of rows for the same interval the last one counts; rows that say what is stored already are left alone. */
const UPSERT = `
insert into interval_facts as stored (organisation_id, queue_id, start_at, source, offered_count, answered_count, answered_within_count, abandoned_count, handle_seconds, short_abandoned_count, backlog_count, abandoned_within_count, wait_seconds, import_id)
select distinct on (queue_id, start_at) app_organisation_id(), queue_id, start_at, $1, offered_count, answered_count, answered_within_count, abandoned_count, handle_seconds, short_abandoned_count, backlog_count, abandoned_within_count, wait_seconds, $2::uuid
from incoming_facts order by queue_id, start_at, ordinal desc
on conflict (organisation_id, queue_id, start_at, source) do update
set offered_count = excluded.offered_count, answered_count = excluded.answered_count, answered_within_count = excluded.answered_within_count,
  abandoned_count = excluded.abandoned_count, handle_seconds = excluded.handle_seconds,
  short_abandoned_count = excluded.short_abandoned_count, backlog_count = excluded.backlog_count,
  abandoned_within_count = excluded.abandoned_within_count, wait_seconds = excluded.wait_seconds, import_id = excluded.import_id
where (stored.offered_count, stored.answered_count, stored.answered_within_count, stored.abandoned_count, stored.handle_seconds, stored.short_abandoned_count, stored.backlog_count, stored.abandoned_within_count, stored.wait_seconds)
  is distinct from (excluded.offered_count, excluded.answered_count, excluded.answered_within_count, excluded.abandoned_count, excluded.handle_seconds, excluded.short_abandoned_count, excluded.backlog_count, excluded.abandoned_within_count, excluded.wait_seconds)`;

/** Writes interval facts in bulk: COPY into a table of the transaction, then one upsert. */
@Injectable()
export class IntervalFactLoader {
  /** Returns how many intervals are new or different. Loading the same facts again changes nothing. */
  async load(
    tx: EntityManager,
    facts: readonly IntervalFact[],
    of: { source: string; importId: string | null },
  ): Promise<number> {
    if (facts.length === 0) return 0;
    const client = (await tx.queryRunner!.connect()) as PoolClient;
    await this.ensurePartitions(client, facts);
    await client.query(STAGING);
    await client.query('truncate incoming_facts');
    await pipeline(Readable.from(copyLines(facts)), client.query(copyFrom('copy incoming_facts from stdin')));
    const { rowCount } = await client.query(UPSERT, [of.source, of.importId]);
    return rowCount ?? 0;
  }

  private async ensurePartitions(client: PoolClient, facts: readonly IntervalFact[]): Promise<void> {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const { startAt } of facts) {
      first = Math.min(first, startAt);
      last = Math.max(last, startAt);
    }
    await client.query('select ensure_interval_fact_partitions($1, $2)', [
      dateOfEpochDay(Math.floor(first / DAY_MILLIS)),
      dateOfEpochDay(Math.floor(last / DAY_MILLIS)),
    ]);
  }
}

const LINES_PER_CHUNK = 1000;

/** Postgres' text format: tabs between columns, `\N` for null. None of the values needs escaping. */
function* copyLines(facts: readonly IntervalFact[]): Generator<string> {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '\\N' : String(value));
  for (let from = 0; from < facts.length; from += LINES_PER_CHUNK) {
    yield facts
      .slice(from, from + LINES_PER_CHUNK)
      .map(
        (fact, i) =>
          `${from + i}\t${fact.queueId}\t${new Date(fact.startAt).toISOString()}\t${fact.offeredCount}\t${text(fact.answeredCount)}\t${text(fact.answeredWithinCount)}\t${text(fact.abandonedCount)}\t${text(fact.handleSeconds)}\t${text(fact.shortAbandonedCount)}\t${text(fact.backlogCount)}\t${text(fact.abandonedWithinCount)}\t${text(fact.waitSeconds)}\n`,
      )
      .join('');
  }
}
