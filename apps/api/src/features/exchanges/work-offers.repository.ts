import { Injectable } from '@nestjs/common';
import type { OfferOrder } from '@yotei/scheduling/exchanges';
import type { Activity } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';

export type OfferKind = 'pick-up' | 'overtime' | 'voluntary-time-off';

export interface WorkOfferRow {
  readonly id: string;
  readonly scheduleId: string;
  readonly kind: OfferKind;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly templateId: string | null;
  readonly activities: readonly Activity[] | null;
  readonly places: number;
  readonly taken: number;
  readonly claimOrder: OfferOrder;
  readonly note: string | null;
  readonly closesAt: Instant;
  readonly state: 'open' | 'closed' | 'withdrawn';
  readonly createdAt: Instant;
}

export interface ClaimRow {
  readonly agentId: string;
  readonly state: 'waiting' | 'granted' | 'refused';
  readonly exchangeId: string | null;
  readonly reason: string | null;
  readonly claimedAt: Instant;
}

export type NewOffer = Omit<WorkOfferRow, 'id' | 'taken' | 'state' | 'createdAt'>;

const SELECT = `
select id, schedule_id as "scheduleId", kind, lower(span) as "startAt", upper(span) as "endAt", template_id as "templateId", activities, places, taken,
  claim_order as "claimOrder", note, closes_at as "closesAt", state, created_at as "createdAt" from work_offers`;

/** Rows of offered work and of who would take it. */
@Injectable()
export class WorkOfferRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Open ones, the nearest first. */
  open(context: RequestContext, now: Instant): Promise<WorkOfferRow[]> {
    return this.database.read<WorkOfferRow>(
      context,
      `${SELECT} where state = 'open' and closes_at > $1 and taken < places order by lower(span), id limit 100`,
      [new Date(now).toISOString()],
    );
  }

  /** Newest first, closed ones too. */
  latest(context: RequestContext, first: number): Promise<WorkOfferRow[]> {
    return this.database.read<WorkOfferRow>(context, `${SELECT} order by id desc limit $1`, [first]);
  }

  async byId(context: RequestContext, id: string): Promise<WorkOfferRow | null> {
    const [row] = await this.database.read<WorkOfferRow>(context, `${SELECT} where id = $1`, [id]);
    return row ?? null;
  }

  /** Lock the offer's schedule before it. */
  async lock(tx: EntityManager, id: string): Promise<WorkOfferRow> {
    const [row] = await readRows<WorkOfferRow>(tx, `${SELECT} where id = $1 for update`, [id]);
    return row!;
  }

  async insert(tx: EntityManager, offer: NewOffer, userId: string | null): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into work_offers (organisation_id, schedule_id, kind, span, template_id, activities, places, claim_order, note, closes_at, created_by)
       values (app_organisation_id(), $1, $2, tstzrange($3, $4), $5, $6::jsonb, $7, $8, $9, $10, $11) returning id`,
      [
        offer.scheduleId,
        offer.kind,
        new Date(offer.startAt).toISOString(),
        new Date(offer.endAt).toISOString(),
        offer.templateId,
        offer.activities && JSON.stringify(offer.activities),
        offer.places,
        offer.claimOrder,
        offer.note,
        new Date(offer.closesAt).toISOString(),
        userId,
      ],
    );
    return id;
  }

  async close(tx: EntityManager, id: string, state: 'closed' | 'withdrawn'): Promise<void> {
    await tx.query(`update work_offers set state = $2 where id = $1 and state = 'open'`, [id, state]);
  }

  async takePlace(tx: EntityManager, id: string): Promise<void> {
    await tx.query('update work_offers set taken = taken + 1 where id = $1', [id]);
  }

  async claim(tx: EntityManager, offerId: string, claim: Omit<ClaimRow, 'claimedAt'>): Promise<void> {
    await tx.query(
      `insert into offer_claims (organisation_id, offer_id, agent_id, state, exchange_id, reason) values (app_organisation_id(), $1, $2, $3, $4, $5)
       on conflict (organisation_id, offer_id, agent_id) do update set state = excluded.state, exchange_id = excluded.exchange_id, reason = excluded.reason`,
      [offerId, claim.agentId, claim.state, claim.exchangeId, claim.reason],
    );
  }

  claims(context: RequestContext, offerId: string): Promise<ClaimRow[]> {
    return this.database.read<ClaimRow>(
      context,
      `select agent_id as "agentId", state, exchange_id as "exchangeId", reason, claimed_at as "claimedAt" from offer_claims where offer_id = $1 order by claimed_at`,
      [offerId],
    );
  }

  /** Offers of the kind each agent was granted since then. */
  async grantedSince(context: RequestContext, kind: OfferKind, since: Instant): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ agentId: string; count: number }>(
      context,
      `select c.agent_id as "agentId", count(*)::integer as count from offer_claims c join work_offers o on o.organisation_id = c.organisation_id and o.id = c.offer_id
       where c.state = 'granted' and o.kind = $1 and c.claimed_at >= $2 group by c.agent_id`,
      [kind, new Date(since).toISOString()],
    );
    return new Map(rows.map(({ agentId, count }) => [agentId, count]));
  }

  /** Open offers whose time is over. */
  async dueIds(context: RequestContext, now: Instant): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select id from work_offers where state = 'open' and closes_at <= $1 order by closes_at`,
      [new Date(now).toISOString()],
    );
    return rows.map(({ id }) => id);
  }
}
