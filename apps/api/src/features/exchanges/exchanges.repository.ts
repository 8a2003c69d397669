import { Injectable } from '@nestjs/common';
import type { ExchangeKind, ExchangeRequest } from '@yotei/scheduling/exchanges';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import { mayBecome, type ExchangeState } from './exchange-states.js';
import type { ReasonView, VerdictView } from './verdict-view.js';

export type PartyAnswer = 'pending' | 'accepted' | 'declined';

/** A shift as it was when the exchange was proposed. */
export interface BasisShift {
  readonly id: string;
  readonly version: number;
}

export interface ExchangeRow {
  readonly id: string;
  readonly kind: ExchangeKind;
  readonly state: ExchangeState;
  readonly proposedBy: string;
  readonly scheduleIds: readonly string[];
  readonly request: ExchangeRequest;
  readonly basis: readonly BasisShift[];
  readonly verdict: VerdictView;
  readonly note: string | null;
  readonly decisionNote: string | null;
  readonly decidedBy: string | null;
  readonly offerId: string | null;
  readonly createdAt: Instant;
  readonly decidedAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** Why it expired or was refused; null while it may still be applied. */
  readonly endReasons: readonly ReasonView[] | null;
  readonly parties: readonly { readonly agentId: string; readonly answer: PartyAnswer }[];
}

export interface NewExchange {
  readonly request: ExchangeRequest;
  readonly proposedBy: string;
  readonly askedIds: readonly string[];
  /** Of those asked, who has said yes beforehand. */
  readonly agreedIds?: readonly string[];
  readonly scheduleIds: readonly string[];
  readonly basis: readonly BasisShift[];
  readonly verdict: VerdictView;
  readonly expiresAt: Instant;
  readonly note: string | null;
  readonly key: string | null;
  readonly offerId?: string | null;
}

export interface StateChange {
  readonly to: ExchangeState;
  readonly userId: string | null;
  readonly reasons?: unknown;
  readonly note?: string | null;
  readonly verdict?: VerdictView;
}

const SELECT = `
select e.id, e.kind, e.state, e.proposed_by as "proposedBy", e.schedule_ids as "scheduleIds", e.request, e.basis, e.verdict, e.note,
  e.decision_note as "decisionNote", e.decided_by as "decidedBy", e.offer_id as "offerId", e.created_at as "createdAt",
  e.decided_at as "decidedAt", e.expires_at as "expiresAt",
  case when e.state in ('expired', 'refused') then e.reasons end as "endReasons",
  (select coalesce(json_agg(json_build_object('agentId', p.agent_id, 'answer', p.answer) order by p.agent_id = e.proposed_by desc, p.agent_id), '[]')
   from exchange_parties p where p.organisation_id = e.organisation_id and p.exchange_id = e.id) as parties
from exchanges e`;

/** Rows of exchanges. Proposals of before the exchange loop, which hold no request, are not read. */
@Injectable()
export class ExchangeRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first; of one agent only when `agentId` is given. */
  latest(context: RequestContext, first: number, agentId: string | null): Promise<ExchangeRow[]> {
    return this.database.read<ExchangeRow>(
      context,
      `${SELECT} where e.request is not null and ($2::uuid is null or exists (
         select 1 from exchange_parties m where m.organisation_id = e.organisation_id and m.exchange_id = e.id and m.agent_id = $2))
       order by e.id desc limit $1`,
      [first, agentId],
    );
  }

  /** What waits for a manager, the nearest deadline first. */
  inReview(context: RequestContext, first: number): Promise<ExchangeRow[]> {
    return this.database.read<ExchangeRow>(
      context,
      `${SELECT} where e.state = 'in-review' order by e.expires_at, e.id limit $1`,
      [first],
    );
  }

  async byId(context: RequestContext, id: string): Promise<ExchangeRow | null> {
    const [row] = await this.database.read<ExchangeRow>(
      context,
      `${SELECT} where e.id = $1 and e.request is not null`,
      [id],
    );
    return row ?? null;
  }

  async byKey(context: RequestContext, agentId: string, key: string): Promise<ExchangeRow | null> {
    const [row] = await this.database.read<ExchangeRow>(
      context,
      `${SELECT} where e.proposed_by = $1 and e.client_key = $2`,
      [agentId, key],
    );
    return row ?? null;
  }

  /** The exchange, locked until the transaction ends. Lock its schedules before it. */
  async lock(tx: EntityManager, id: string): Promise<ExchangeRow | null> {
    await tx.query('select 1 from exchanges where id = $1 for update', [id]);
    return this.reread(tx, id);
  }

  /** As it is now; for a transaction that has locked or made it. */
  async reread(tx: EntityManager, id: string): Promise<ExchangeRow | null> {
    const [row] = await readRows<ExchangeRow>(tx, `${SELECT} where e.id = $1 and e.request is not null`, [id]);
    return row ?? null;
  }

  /** No shift it was proposed on has changed since. Under the schedule's lock none can until the transaction ends. */
  async standsOnBasis(tx: EntityManager, { basis }: Pick<ExchangeRow, 'basis'>): Promise<boolean> {
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::integer as count from shifts s
       join unnest($1::uuid[], $2::integer[]) as b (id, version) on b.id = s.id and b.version = s.version`,
      [basis.map(({ id }) => id), basis.map(({ version }) => version)],
    );
    return row!.count === basis.length;
  }

  /** Null: the agent has sent an exchange with this key already. */
  async insert(tx: EntityManager, exchange: NewExchange): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into exchanges (organisation_id, kind, proposed_by, note, schedule_ids, request, basis, verdict, expires_at, client_key, offer_id)
       values (app_organisation_id(), $1, $2, $3, $4::uuid[], $5::jsonb, $6::jsonb, $7::jsonb, $8, $9, $10)
       on conflict (organisation_id, proposed_by, client_key) where client_key is not null do nothing returning id`,
      [
        exchange.request.kind,
        exchange.proposedBy,
        exchange.note,
        exchange.scheduleIds,
        JSON.stringify(exchange.request),
        JSON.stringify(exchange.basis),
        JSON.stringify(exchange.verdict),
        new Date(exchange.expiresAt).toISOString(),
        exchange.key,
        exchange.offerId ?? null,
      ],
    );
    if (!row) return null;
    const { id } = row;
    const agreed = new Set([exchange.proposedBy, ...(exchange.agreedIds ?? [])]);
    const agentIds = [...new Set([exchange.proposedBy, ...exchange.askedIds])];
    await tx.query(
      `insert into exchange_parties (organisation_id, exchange_id, agent_id, answer, answered_at)
       select app_organisation_id(), $1, p.agent_id, p.answer, case when p.answer = 'pending' then null else now() end
       from unnest($2::uuid[], $3::text[]) as p (agent_id, answer)`,
      [id, agentIds, agentIds.map((agentId) => (agreed.has(agentId) ? 'accepted' : 'pending'))],
    );
    await this.step(tx, { exchangeId: id, from: null, to: 'proposed', userId: null, reasons: null });
    return id;
  }

  async answer(tx: EntityManager, id: string, agentId: string, answer: PartyAnswer): Promise<void> {
    await tx.query(
      'update exchange_parties set answer = $3, answered_at = now() where exchange_id = $1 and agent_id = $2',
      [id, agentId, answer],
    );
  }

  /** Takes the exchange to another state and writes the step. Throws for a way the state machine does not have. */
  async become(tx: EntityManager, exchange: Pick<ExchangeRow, 'id' | 'state'>, change: StateChange): Promise<void> {
    const { id, state } = exchange;
    if (!mayBecome(state, change.to))
      throw new Error(`exchange ${id} (${state}) must not become ${change.to}; see exchange-states.ts`);
    await tx.query(
      `update exchanges set state = $2, version = version + 1, decided_at = now(), reasons = coalesce($3::jsonb, reasons), decided_by = $4,
         decision_note = coalesce($5, decision_note), verdict = coalesce($6::jsonb, verdict), applied_at = case when $2 = 'applied' then now() end where id = $1`,
      [
        id,
        change.to,
        change.reasons === undefined ? null : JSON.stringify(change.reasons),
        change.userId,
        change.note ?? null,
        change.verdict ? JSON.stringify(change.verdict) : null,
      ],
    );
    await this.step(tx, {
      exchangeId: id,
      from: state,
      to: change.to,
      userId: change.userId,
      reasons: change.reasons ?? null,
    });
  }

  /** Exchanges applied by agent in these schedules. */
  async appliedCounts(context: RequestContext, scheduleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ agentId: string; count: number }>(
      context,
      `select p.agent_id as "agentId", count(*)::integer as count from exchanges e
       join exchange_parties p on p.organisation_id = e.organisation_id and p.exchange_id = e.id
       where e.state = 'applied' and e.kind <> 'break-change' and e.schedule_ids && $1::uuid[] group by p.agent_id`,
      [scheduleIds],
    );
    return new Map(rows.map(({ agentId, count }) => [agentId, count]));
  }

  /** Open ones whose time is over, locked; those another process works on are left out. */
  async due(tx: EntityManager, now: Instant): Promise<ExchangeRow[]> {
    const at = new Date(now).toISOString();
    const ids: { id: string }[] = await tx.query(
      `select id from exchanges where state in ('proposed', 'accepted', 'in-review') and expires_at <= $1 and request is not null for update skip locked`,
      [at],
    );
    return readRows<ExchangeRow>(tx, `${SELECT} where e.id = any ($1::uuid[])`, [ids.map(({ id }) => id)]);
  }

  async nextDeadline(context: RequestContext): Promise<Instant | null> {
    const [row] = await this.database.read<{ at: Instant | null }>(
      context,
      `select least(
         (select min(expires_at) from exchanges where state in ('proposed', 'accepted', 'in-review') and request is not null),
         (select min(closes_at) from work_offers where state = 'open'),
         (select min(expires_at) from swap_wishes where state = 'open')) as at`,
    );
    return row?.at ?? null;
  }

  /** Every change of state, in order. */
  steps(
    context: RequestContext,
    id: string,
  ): Promise<{ from: string | null; to: string; at: Instant; by: string | null }[]> {
    return this.database.read(
      context,
      `select s.from_state as "from", s.to_state as "to", s.at, u.display_name as "by" from exchange_steps s
       left join users u on u.id = s.user_id where s.exchange_id = $1 order by s.step`,
      [id],
    );
  }

  private async step(
    tx: EntityManager,
    step: { exchangeId: string; from: string | null; to: string; userId: string | null; reasons: unknown },
  ): Promise<void> {
    await tx.query(
      `insert into exchange_steps (organisation_id, exchange_id, step, from_state, to_state, user_id, reasons)
       select app_organisation_id(), $1, coalesce(max(step), 0) + 1, $2, $3, $4, $5::jsonb from exchange_steps where exchange_id = $1`,
      [step.exchangeId, step.from, step.to, step.userId, step.reasons === null ? null : JSON.stringify(step.reasons)],
    );
  }
}
