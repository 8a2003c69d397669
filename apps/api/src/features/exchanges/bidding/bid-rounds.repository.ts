import { Injectable } from '@nestjs/common';
import type { BidAward, PastAward, RankedBidder } from '@yotei/scheduling/exchanges';
import type { RotationWeek } from '@yotei/scheduling/roster';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface BidLineRow {
  readonly id: string;
  readonly title: string;
  readonly weeks: readonly RotationWeek[];
  readonly places: number;
}

export interface BidRoundRow {
  readonly id: string;
  readonly title: string;
  readonly contractId: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly closesAt: Instant;
  readonly state: 'open' | 'awarded' | 'in-force' | 'withdrawn';
  readonly bidCount: number;
  /** In the order of the round. */
  readonly lines: readonly BidLineRow[];
}

export interface BidRow {
  readonly agentId: string;
  readonly lineIds: readonly string[];
}

export interface AwardRow extends BidAward, Pick<RankedBidder, 'owed' | 'lot'> {}

export type NewBidRound = Pick<BidRoundRow, 'title' | 'contractId' | 'fromOn' | 'untilOn' | 'closesAt'> & {
  readonly lines: readonly Omit<BidLineRow, 'id'>[];
};

const SELECT = `
select r.id, r.title, r.contract_id as "contractId", r.from_on as "fromOn", r.until_on as "untilOn", r.closes_at as "closesAt", r.state,
  (select count(*)::integer from bids b where b.organisation_id = r.organisation_id and b.round_id = r.id) as "bidCount",
  (select coalesce(json_agg(json_build_object('id', l.id, 'title', l.title, 'weeks', l.weeks, 'places', l.places) order by l.position), '[]')
   from bid_lines l where l.organisation_id = r.organisation_id and l.round_id = r.id) as lines
from bid_rounds r`;

/** Rows of bid rounds, bids and awards. */
@Injectable()
export class BidRoundRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The newest season first; of one contract where it is given, then without those taken back. */
  latest(context: RequestContext, contractId: string | null): Promise<BidRoundRow[]> {
    return this.database.read<BidRoundRow>(
      context,
      `${SELECT} where $1::uuid is null or (r.contract_id = $1 and r.state <> 'withdrawn') order by r.from_on desc, r.id desc limit 30`,
      [contractId],
    );
  }

  async byId(context: RequestContext, id: string): Promise<BidRoundRow | null> {
    const [row] = await this.database.read<BidRoundRow>(context, `${SELECT} where r.id = $1`, [id]);
    return row ?? null;
  }

  /** Locks the round until the transaction ends: `share` lets others bid, `update` lets nobody. */
  async lock(tx: EntityManager, id: string, mode: 'share' | 'update'): Promise<void> {
    await tx.query(`select 1 from bid_rounds where id = $1 for ${mode}`, [id]);
  }

  async insert(tx: EntityManager, round: NewBidRound, userId: string | null): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into bid_rounds (organisation_id, title, contract_id, from_on, until_on, closes_at, created_by)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6) returning id`,
      [round.title, round.contractId, round.fromOn, round.untilOn, new Date(round.closesAt).toISOString(), userId],
    );
    await tx.query(
      `insert into bid_lines (organisation_id, round_id, position, title, weeks, places)
       select app_organisation_id(), $1, l.position, l.title, l.weeks, l.places
       from unnest($2::smallint[], $3::text[], $4::jsonb[], $5::smallint[]) as l (position, title, weeks, places)`,
      [
        id,
        round.lines.map((_, i) => i + 1),
        round.lines.map(({ title }) => title),
        round.lines.map(({ weeks }) => JSON.stringify(weeks)),
        round.lines.map(({ places }) => places),
      ],
    );
    return id;
  }

  async become(tx: EntityManager, id: string, state: BidRoundRow['state']): Promise<void> {
    await tx.query('update bid_rounds set state = $2 where id = $1', [id, state]);
  }

  bids(context: RequestContext, roundId: string): Promise<BidRow[]> {
    return this.database.read<BidRow>(
      context,
      'select agent_id as "agentId", line_ids as "lineIds" from bids where round_id = $1 order by agent_id',
      [roundId],
    );
  }

  /** An empty list takes the bid back. */
  async place(tx: EntityManager, roundId: string, { agentId, lineIds }: BidRow): Promise<void> {
    if (lineIds.length === 0)
      await tx.query('delete from bids where round_id = $1 and agent_id = $2', [roundId, agentId]);
    else
      await tx.query(
        `insert into bids (organisation_id, round_id, agent_id, line_ids) values (app_organisation_id(), $1, $2, $3::uuid[])
         on conflict (organisation_id, round_id, agent_id) do update set line_ids = excluded.line_ids, updated_at = now()`,
        [roundId, agentId, lineIds],
      );
  }

  /** What the rounds given so far brought these agents, the newest first. */
  async pastOf(
    context: RequestContext,
    agentIds: readonly string[],
    roundId: string,
  ): Promise<ReadonlyMap<string, readonly PastAward[]>> {
    const rows = await this.database.read<{ agentId: string; past: PastAward[] }>(
      context,
      `select a.agent_id as "agentId", json_agg(json_build_object('listedCount', a.listed_count, 'choice', a.choice) order by r.closes_at desc, r.id desc) as past
       from bid_awards a join bid_rounds r on r.organisation_id = a.organisation_id and r.id = a.round_id
       where a.agent_id = any ($1::uuid[]) and r.id <> $2 and r.state in ('awarded', 'in-force') group by a.agent_id`,
      [agentIds, roundId],
    );
    return new Map(rows.map(({ agentId, past }) => [agentId, past]));
  }

  async award(tx: EntityManager, roundId: string, awards: readonly (AwardRow & { readonly listedCount: number })[]) {
    const column = <T>(value: (award: AwardRow & { readonly listedCount: number }) => T): T[] => awards.map(value);
    await tx.query(
      `insert into bid_awards (organisation_id, round_id, agent_id, rank, owed, lot, listed_count, line_id, choice, denied)
       select app_organisation_id(), $1, a.agent_id, a.rank, a.owed, a.lot, a.listed_count, a.line_id, a.choice, a.denied
       from unnest($2::uuid[], $3::integer[], $4::integer[], $5::integer[], $6::smallint[], $7::uuid[], $8::smallint[], $9::jsonb[])
         as a (agent_id, rank, owed, lot, listed_count, line_id, choice, denied)`,
      [
        roundId,
        column(({ agentId }) => agentId),
        column(({ rank }) => rank),
        column(({ owed }) => owed),
        column(({ lot }) => lot),
        column(({ listedCount }) => listedCount),
        column(({ lineId }) => lineId),
        column(({ choice }) => choice),
        column(({ denied }) => JSON.stringify(denied)),
      ],
    );
  }

  /** In order of rank. */
  awards(context: RequestContext, roundId: string): Promise<AwardRow[]> {
    return this.database.read<AwardRow>(
      context,
      `select agent_id as "agentId", rank, owed, lot, line_id as "lineId", choice, denied from bid_awards where round_id = $1 order by rank`,
      [roundId],
    );
  }

  async dueIds(context: RequestContext, now: Instant): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select id from bid_rounds where state = 'open' and closes_at <= $1 order by closes_at`,
      [new Date(now).toISOString()],
    );
    return rows.map(({ id }) => id);
  }

  async nextDeadline(context: RequestContext): Promise<Instant | null> {
    const [row] = await this.database.read<{ at: Instant | null }>(
      context,
      `select min(closes_at) as at from bid_rounds where state = 'open'`,
    );
    return row?.at ?? null;
  }
}
