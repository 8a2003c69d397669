import { Injectable } from '@nestjs/common';
import { rankClaims, type ExchangeVerdict, type OfferClaim } from '@yotei/scheduling/exchanges';
import { DAY_MILLIS } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { ExchangeBooks, isUuid, type LoadedBook } from './exchange-book.service.js';
import { OfferGranter } from './offer-granter.js';
import { goneReason, requestFor, type TakeOutcome } from './work-offer-rules.js';
import { WorkOfferRepository, type ClaimRow, type WorkOfferRow } from './work-offers.repository.js';

/** A claim with its place in the order of fairness, and what a place of the offer would mean. */
export interface RankedClaim extends ClaimRow, Pick<OfferClaim, 'grantedCount' | 'weekPaidMinutes'> {
  /** From 1; null when it is decided already. */
  readonly rank: number | null;
  readonly verdict: ExchangeVerdict | null;
}

/** How far back fairness looks for offers somebody was given. */
const FAIRNESS_MEMORY_MILLIS = 28 * DAY_MILLIS;

/** Offers ranked by fairness: the order of those who would, and giving places in it or by hand. */
@Injectable()
export class OfferClaimsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly books: ExchangeBooks,
    private readonly offers: WorkOfferRepository,
    private readonly granter: OfferGranter,
    private readonly clock: Clock,
  ) {}

  /** Who would take the offer, the first to be given a place first; those decided come last. Null: no such offer. */
  async ranked(context: RequestContext, id: string): Promise<RankedClaim[] | null> {
    if (!isUuid(id)) return null;
    return this.database.withTenant(context, async () => {
      const offer = await this.offers.byId(context, id);
      const book = offer && (await this.books.load(context, [offer.scheduleId]));
      return offer && this.rankedIn(context, offer, book);
    });
  }

  private async rankedIn(
    context: RequestContext,
    offer: WorkOfferRow,
    book: LoadedBook | null,
  ): Promise<RankedClaim[]> {
    const claims = await this.offers.claims(context, offer.id);
    const granted = await this.offers.grantedSince(context, offer.kind, this.clock.now() - FAIRNESS_MEMORY_MILLIS);
    const shelf = book?.desk.shelf;
    const known = claims.map((claim) => ({
      ...claim,
      grantedCount: granted.get(claim.agentId) ?? 0,
      weekPaidMinutes: shelf?.shiftsOf(claim.agentId).reduce((sum, shift) => sum + shelf.paidMinutes(shift), 0) ?? 0,
    }));
    const order = { order: offer.claimOrder, moreWork: offer.kind !== 'voluntary-time-off' } as const;
    const waiting = rankClaims(
      known.filter(({ state }) => state === 'waiting'),
      order,
    ).map(({ agentId }) => known.find((claim) => claim.agentId === agentId)!);
    const verdictOf = (agentId: string): ExchangeVerdict | null => {
      const request = book && requestFor(offer, agentId, book);
      return request ? book.desk.judge(request) : null;
    };
    return [
      ...waiting.map((claim, i) => ({ ...claim, rank: i + 1, verdict: verdictOf(claim.agentId) })),
      ...known.filter(({ state }) => state !== 'waiting').map((claim) => ({ ...claim, rank: null, verdict: null })),
    ];
  }

  /** Gives the places that are left in the order of fairness, and tells the others why not. Holds the offer's lock. */
  async giveByRank(tx: EntityManager, context: RequestContext, offer: WorkOfferRow): Promise<void> {
    const ranked = await this.rankedIn(context, offer, await this.books.load(context, [offer.scheduleId]));
    let left = offer.places - offer.taken;
    for (const { agentId, rank } of ranked) {
      if (rank === null) continue;
      const fresh = left > 0 ? await this.books.load(context, [offer.scheduleId]) : null;
      const request = fresh && requestFor(offer, agentId, fresh);
      const verdict = request && fresh.desk.judge(request);
      if (!fresh || !request || !verdict || verdict.colour === 'red') {
        await this.granter.refuse(tx, context, { offer, agentId, reason: left > 0 ? 'rules' : 'ranked-below' });
        continue;
      }
      await this.granter.grant(tx, context, { offer, agentId, book: fresh, request, verdict });
      left -= 1;
    }
  }

  /** A manager gives a place to one of those who wait, out of turn too; that accepts what is amber. */
  async grant(context: RequestContext, id: string, agentId: string): Promise<TakeOutcome> {
    return this.decide(context, { id, agentId }, async (tx, offer) => {
      const reason = goneReason(offer, this.clock.now());
      if (reason) return { kind: 'gone', reason };
      const book = await this.books.load(context, [offer.scheduleId]);
      const request = book && requestFor(offer, agentId, book);
      if (!request) return { kind: 'gone', reason: 'closed' };
      const verdict = book.desk.judge(request);
      if (verdict.colour === 'red') return { kind: 'refused', verdict };
      const approvedBy = context.userId ?? 'program';
      const exchange = await this.granter.grant(tx, context, { offer, agentId, book, request, verdict, approvedBy });
      return { kind: 'taken', exchange };
    });
  }

  /** A manager says no to one of those who wait; the agent is told. */
  async refuse(context: RequestContext, id: string, agentId: string): Promise<boolean> {
    const outcome = await this.decide(context, { id, agentId }, async (tx, offer) => {
      await this.granter.refuse(tx, context, { offer, agentId, reason: 'by-manager' });
      return { kind: 'noted', offer };
    });
    return outcome.kind === 'noted';
  }

  /** Under the locks of schedule and offer, for a claim that still waits. */
  private async decide(
    context: RequestContext,
    { id, agentId }: { readonly id: string; readonly agentId: string },
    work: (tx: EntityManager, offer: WorkOfferRow) => Promise<TakeOutcome>,
  ): Promise<TakeOutcome> {
    const seen = isUuid(id) ? await this.offers.byId(context, id) : null;
    if (!seen) return { kind: 'not-found' };
    return this.granter.guarded(context, async (tx): Promise<TakeOutcome> => {
      await this.books.lock(tx, [seen.scheduleId]);
      const offer = await this.offers.lock(tx, id);
      const own = (await this.offers.claims(context, id)).find((claim) => claim.agentId === agentId);
      if (own?.state !== 'waiting') return { kind: 'not-found' };
      const outcome = await work(tx, offer);
      await this.granter.changed(tx, context, { id });
      return outcome;
    });
  }
}
