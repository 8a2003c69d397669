import { Injectable } from '@nestjs/common';
import { findCycle, type AcceptedTime, type SwapOffer } from '@yotei/scheduling/exchanges';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { ExchangeBooks, isUuid, type LoadedBook } from './exchange-book.service.js';
import { ExchangeSettler } from './exchange-settler.js';
import { basisOf, ExchangesService } from './exchanges.service.js';
import { ExchangeRepository, type ExchangeRow } from './exchanges.repository.js';
import { OfferGranter } from './offer-granter.js';
import { verdictView } from './verdict-view.js';

export interface SwapWishRow {
  readonly id: string;
  readonly agentId: string;
  readonly shiftId: string;
  readonly scheduleId: string;
  readonly accepts: readonly AcceptedTime[];
  readonly state: 'open' | 'matched' | 'withdrawn' | 'expired';
  readonly exchangeId: string | null;
  readonly expiresAt: Instant;
}

export type WishOutcome =
  | { readonly kind: 'posted'; readonly wish: SwapWishRow; readonly exchange: ExchangeRow | null }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'not-published' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'changed-meanwhile' };

const SELECT = `select id, agent_id as "agentId", shift_id as "shiftId", schedule_id as "scheduleId", accepts, state, exchange_id as "exchangeId",
  expires_at as "expiresAt" from swap_wishes`;
const MOST_TIMES = 50;

/**
 * Standing wishes: a shift somebody would give, and the times in which another would be welcome. A wish is a promise for
 * those times, so a pair or ring among wishes needs nobody's answer: it is applied at once or waits for a manager.
 */
@Injectable()
export class SwapWishesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly books: ExchangeBooks,
    private readonly exchanges: ExchangeRepository,
    private readonly settler: ExchangeSettler,
    private readonly granter: OfferGranter,
    private readonly loop: ExchangesService,
  ) {}

  ofAgent(context: RequestContext, agentId: string): Promise<SwapWishRow[]> {
    return this.database.read<SwapWishRow>(
      context,
      `${SELECT} where agent_id = $1 and (state = 'open' or created_at > now() - interval '30 days') order by id desc`,
      [agentId],
    );
  }

  async post(
    context: RequestContext,
    agentId: string,
    { shiftId, accepts }: { readonly shiftId: string; readonly accepts: readonly AcceptedTime[] },
  ): Promise<WishOutcome> {
    if (accepts.length > MOST_TIMES)
      return { kind: 'invalid', path: 'accepts', message: `at most ${MOST_TIMES} times` };
    const empty = accepts.findIndex(({ startAt, endAt }) => endAt <= startAt);
    if (empty >= 0) return { kind: 'invalid', path: `accepts.${empty}`, message: 'a time must end after it starts' };
    const scheduleIds = await this.books.schedulesOf(context, { kind: 'give-away', shiftId, toAgentId: agentId });
    const [scheduleId] = scheduleIds;
    if (!scheduleId) return { kind: 'not-published' };
    return this.granter.guarded(context, async (tx): Promise<WishOutcome> => {
      await this.books.lock(tx, scheduleIds);
      const book = await this.books.load(context, scheduleIds);
      const shift = book?.shift(shiftId);
      if (!book || !shift) return { kind: 'not-published' };
      if (shift.agentId !== agentId) return { kind: 'not-yours' };
      if (shift.startAt <= this.loop.now()) return { kind: 'invalid', path: 'shiftId', message: 'the shift has begun' };
      const id = await this.insert(tx, { agentId, shiftId, scheduleId, accepts, expiresAt: shift.startAt });
      const exchange = await this.match(tx, context, { book, scheduleId, shiftId });
      const [wish] = await this.database.read<SwapWishRow>(context, `${SELECT} where id = $1`, [id]);
      return { kind: 'posted', wish: wish!, exchange };
    });
  }

  async withdraw(context: RequestContext, id: string, agentId: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query(
        `update swap_wishes set state = 'withdrawn' where id = $1 and agent_id = $2 and state = 'open' returning id`,
        [id, agentId],
      );
      return rows.length > 0;
    });
  }

  async expire(tx: EntityManager, now: Instant): Promise<void> {
    await tx.query(`update swap_wishes set state = 'expired' where state = 'open' and expires_at <= $1`, [
      new Date(now).toISOString(),
    ]);
  }

  private async insert(
    tx: EntityManager,
    wish: Pick<SwapWishRow, 'agentId' | 'shiftId' | 'scheduleId' | 'accepts' | 'expiresAt'>,
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into swap_wishes (organisation_id, agent_id, shift_id, schedule_id, accepts, expires_at)
       values (app_organisation_id(), $1, $2, $3, $4::jsonb, $5)
       on conflict (organisation_id, shift_id) where state = 'open' do update set accepts = excluded.accepts, agent_id = excluded.agent_id returning id`,
      [
        wish.agentId,
        wish.shiftId,
        wish.scheduleId,
        JSON.stringify(wish.accepts),
        new Date(wish.expiresAt).toISOString(),
      ],
    );
    return id;
  }

  private async match(
    tx: EntityManager,
    context: RequestContext,
    { book, scheduleId, shiftId }: { book: LoadedBook; scheduleId: string; shiftId: string },
  ): Promise<ExchangeRow | null> {
    const wishes = await this.database.read<SwapWishRow>(
      context,
      `${SELECT} where schedule_id = $1 and state = 'open' order by id`,
      [scheduleId],
    );
    // A shift that has changed hands since is no longer its wisher's to give.
    const valid = wishes.filter((wish) => book.shift(wish.shiftId)?.agentId === wish.agentId);
    const offers: SwapOffer[] = valid.map((wish) => ({ shiftId: wish.shiftId, accepts: wish.accepts }));
    const { found } = findCycle(book.desk, offers, shiftId);
    if (!found) return null;
    const partyIds = found.verdict.parties.map(({ agentId }) => agentId);
    const proposedBy = book.shift(shiftId)!.agentId;
    const id = (await this.exchanges.insert(tx, {
      request: found.request,
      proposedBy,
      askedIds: partyIds.filter((agentId) => agentId !== proposedBy),
      agreedIds: partyIds,
      scheduleIds: [scheduleId],
      basis: basisOf(book, found.request, found.verdict),
      verdict: verdictView(found.verdict),
      expiresAt: this.loop.deadline(found.verdict),
      note: null,
      key: null,
    }))!;
    const shiftIds = found.verdict.changes!.changes.flatMap(({ before }) => before?.id ?? []);
    await tx.query(
      `update swap_wishes set state = 'matched', exchange_id = $2 where state = 'open' and shift_id = any ($1::uuid[])`,
      [shiftIds, id],
    );
    const exchange = await this.settler.opened(tx, context, id);
    return this.settler.settle(tx, context, { exchange, book, verdict: found.verdict });
  }
}
