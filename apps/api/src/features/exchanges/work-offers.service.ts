import { Injectable } from '@nestjs/common';
import type { ExchangeVerdict } from '@yotei/scheduling/exchanges';
import { DAY_MILLIS, HOUR_MILLIS, type Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { ExchangeBooks, isUuid, type LoadedBook } from './exchange-book.service.js';
import { OfferGranter } from './offer-granter.js';
import { OfferClaimsService } from './offer-claims.service.js';
import { goneReason, requestFor, type TakeOutcome } from './work-offer-rules.js';
import {
  WorkOfferRepository,
  type ClaimRow,
  type NewOffer,
  type OfferKind,
  type WorkOfferRow,
} from './work-offers.repository.js';

export interface OfferOrderInput {
  readonly kind: string;
  readonly span: { readonly startAt: Instant; readonly endAt: Instant };
  readonly templateId?: string | null;
  readonly places: number;
  readonly claimOrder: string;
  readonly closesAt?: Instant | null;
  readonly note?: string | null;
}

export type OfferOutcome =
  | { readonly kind: 'offered'; readonly offer: WorkOfferRow }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** An offer as one agent sees it. */
export interface FittingOffer {
  readonly offer: WorkOfferRow;
  readonly verdict: ExchangeVerdict;
  readonly isMine: boolean;
  readonly claimState: ClaimRow['state'] | null;
}

const KINDS: readonly string[] = ['pick-up', 'overtime', 'voluntary-time-off'];
const DEFAULT_CLOSES_BEFORE_MILLIS = 2 * HOUR_MILLIS;
const LONGEST_OFFER_MILLIS = DAY_MILLIS;
const MOST_PLACES = 500;

/** Open shifts, overtime and voluntary time off, offered to whoever fits. */
@Injectable()
export class WorkOffersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly books: ExchangeBooks,
    private readonly offers: WorkOfferRepository,
    private readonly granter: OfferGranter,
    private readonly claims: OfferClaimsService,
    private readonly clock: Clock,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  async create(context: RequestContext, input: OfferOrderInput): Promise<OfferOutcome> {
    const fault = faultOf(input, this.clock.now());
    if (fault) return { kind: 'invalid', ...fault };
    const [scheduleId] = await this.books.publishedAt(context, [input.span.startAt]);
    if (!scheduleId)
      return { kind: 'invalid', path: 'span.startAt', message: 'the work must lie in a published schedule' };
    const { startAt, endAt } = input.span;
    const closesAt = input.closesAt ?? Math.max(this.clock.now() + 1, startAt - DEFAULT_CLOSES_BEFORE_MILLIS);
    const offer: NewOffer = {
      scheduleId,
      kind: input.kind as OfferKind,
      startAt,
      endAt,
      templateId: input.templateId ?? null,
      activities: null,
      places: input.places,
      claimOrder: input.claimOrder as NewOffer['claimOrder'],
      note: input.note?.trim() || null,
      closesAt,
    };
    return this.database.withTenant(context, async (tx) => {
      const activities = await this.granter.activitiesOf(context, offer);
      const id = await this.offers.insert(tx, { ...offer, activities }, context.userId);
      await this.granter.changed(tx, context, { id, closesAt });
      return { kind: 'offered' as const, offer: (await this.offers.byId(context, id))! };
    });
  }

  async withdraw(context: RequestContext, id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    return this.database.withTenant(context, async (tx) => {
      const offer = await this.offers.byId(context, id);
      if (offer?.state !== 'open') return false;
      await this.offers.close(tx, id, 'withdrawn');
      await this.granter.changed(tx, context, { id });
      return true;
    });
  }

  /** Open offers with what each would mean for the agent; those that are red come last. */
  async fitting(context: RequestContext, agentId: string): Promise<FittingOffer[]> {
    return this.database.withTenant(context, async () => {
      const offers = await this.offers.open(context, this.clock.now());
      const books = new Map<string, LoadedBook | null>();
      const fitting: FittingOffer[] = [];
      for (const offer of offers) {
        if (!books.has(offer.scheduleId))
          books.set(offer.scheduleId, await this.books.load(context, [offer.scheduleId]));
        const book = books.get(offer.scheduleId);
        const request = book && requestFor(offer, agentId, book);
        if (!request) continue;
        const own = (await this.offers.claims(context, offer.id)).find((one) => one.agentId === agentId);
        const claimState = own?.state ?? null;
        fitting.push({ offer, verdict: book.desk.judge(request), isMine: own !== undefined, claimState });
      }
      const rank = { green: 0, amber: 1, red: 2 };
      return fitting.sort((a, b) => rank[a.verdict.colour] - rank[b.verdict.colour]);
    });
  }

  all(context: RequestContext, first: number): Promise<WorkOfferRow[]> {
    return this.offers.latest(context, first);
  }

  /** One winner a place, whatever the number of hands; the same agent asking again is answered the same. */
  async take(context: RequestContext, id: string, agentId: string): Promise<TakeOutcome> {
    if (!isUuid(id)) return { kind: 'not-found' };
    const seen = await this.offers.byId(context, id);
    if (!seen) return { kind: 'not-found' };
    // Most of a crowd is answered without waiting for anybody.
    const early = goneReason(seen, this.clock.now());
    if (early && !(await this.offers.claims(context, id)).some((claim) => claim.agentId === agentId))
      return { kind: 'gone', reason: early };
    return this.granter.guarded(context, (tx) =>
      this.takeIn(tx, context, { offerId: id, scheduleId: seen.scheduleId, agentId }),
    );
  }

  private async takeIn(
    tx: EntityManager,
    context: RequestContext,
    { offerId, scheduleId, agentId }: { offerId: string; scheduleId: string; agentId: string },
  ): Promise<TakeOutcome> {
    await this.books.lock(tx, [scheduleId]);
    const offer = await this.offers.lock(tx, offerId);
    const own = (await this.offers.claims(context, offerId)).find((claim) => claim.agentId === agentId);
    if (own?.exchangeId) return { kind: 'taken', exchange: (await this.granter.exchange(context, own.exchangeId))! };
    const reason = goneReason(offer, this.clock.now());
    if (reason) return { kind: 'gone', reason };
    if (own?.state === 'waiting') return { kind: 'noted', offer };
    const book = await this.books.load(context, [scheduleId]);
    const request = book && requestFor(offer, agentId, book);
    if (!request) return { kind: 'gone', reason: 'closed' };
    const verdict = book.desk.judge(request);
    if (verdict.colour === 'red') return { kind: 'refused', verdict };
    if (offer.claimOrder === 'fairness') {
      await this.offers.claim(tx, offerId, { agentId, state: 'waiting', exchangeId: null, reason: null });
      return { kind: 'noted', offer };
    }
    const exchange = await this.granter.grant(tx, context, { offer, agentId, book, request, verdict });
    return { kind: 'taken', exchange };
  }

  /** Gives the places of a fairness offer in order of rank, and closes it. Done twice it does nothing more. */
  async settle(context: RequestContext, id: string): Promise<WorkOfferRow | null> {
    if (!isUuid(id)) return null;
    const seen = await this.offers.byId(context, id);
    if (!seen) return null;
    await this.granter.guarded(context, async (tx) => {
      await this.books.lock(tx, [seen.scheduleId]);
      const offer = await this.offers.lock(tx, id);
      if (offer.state !== 'open') return { kind: 'gone', reason: 'closed' } as const;
      if (offer.claimOrder === 'fairness') await this.claims.giveByRank(tx, context, offer);
      await this.offers.close(tx, id, 'closed');
      await this.granter.changed(tx, context, { id });
      return { kind: 'gone', reason: 'closed' } as const;
    });
    return this.offers.byId(context, id);
  }
}

function faultOf(input: OfferOrderInput, now: Instant): { path: string; message: string } | null {
  const { startAt, endAt } = input.span;
  if (!KINDS.includes(input.kind)) return { path: 'kind', message: `the kind must be one of ${KINDS.join(', ')}` };
  if (endAt <= startAt || endAt - startAt > LONGEST_OFFER_MILLIS)
    return { path: 'span.endAt', message: 'the work must end after it starts, within 24 hours' };
  if (startAt <= now) return { path: 'span.startAt', message: 'the work must lie ahead' };
  if (input.places < 1 || input.places > MOST_PLACES)
    return { path: 'places', message: `places must be 1 to ${MOST_PLACES}` };
  if (!['first-come', 'fairness'].includes(input.claimOrder))
    return { path: 'claimOrder', message: 'the order must be first-come or fairness' };
  if (input.closesAt && (input.closesAt <= now || input.closesAt > startAt))
    return { path: 'closesAt', message: 'the deadline must lie ahead, at the latest when the work begins' };
  return null;
}
