import { Injectable } from '@nestjs/common';
import type { ExchangeRequest, ExchangeVerdict } from '@yotei/scheduling/exchanges';
import { contactTypeOf, tileActivities, type Activity } from '@yotei/scheduling/roster';
import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { isOverlapInDatabase } from '../rosters/index.js';
import type { LoadedBook } from './exchange-book.service.js';
import { ExchangeSettler } from './exchange-settler.js';
import type { ClaimRefusal } from './exchange-news.js';
import { ExchangesService, basisOf } from './exchanges.service.js';
import { ExchangeRepository, type ExchangeRow } from './exchanges.repository.js';
import { OfferWakes } from './offer-wakes.js';
import { verdictView } from './verdict-view.js';
import { WorkOfferRepository, type NewOffer, type WorkOfferRow } from './work-offers.repository.js';

/** Gives a place of an offer to an agent: an exchange of its own, applied at once or handed to a manager. */
@Injectable()
export class OfferGranter {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly exchanges: ExchangeRepository,
    private readonly offers: WorkOfferRepository,
    private readonly settler: ExchangeSettler,
    private readonly loop: ExchangesService,
    private readonly wakes: OfferWakes,
  ) {}

  /** Pages and the deadline watch hear of the offer. */
  changed(...told: Parameters<OfferWakes['changed']>): Promise<void> {
    return this.wakes.changed(...told);
  }

  exchange(context: RequestContext, id: string): Promise<ExchangeRow | null> {
    return this.exchanges.byId(context, id);
  }

  /** The schedule and the offer must be locked by this transaction. */
  async grant(
    tx: EntityManager,
    context: RequestContext,
    of: {
      readonly offer: WorkOfferRow;
      readonly agentId: string;
      readonly book: LoadedBook;
      readonly request: ExchangeRequest;
      readonly verdict: ExchangeVerdict;
      /** A manager who accepts what is amber. */
      readonly approvedBy?: string;
    },
  ): Promise<ExchangeRow> {
    const { offer, agentId, book, request, verdict, approvedBy } = of;
    const id = (await this.exchanges.insert(tx, {
      request,
      proposedBy: agentId,
      askedIds: [],
      scheduleIds: [offer.scheduleId],
      basis: basisOf(book, request, verdict),
      verdict: verdictView(verdict),
      expiresAt: this.loop.deadline(verdict),
      note: null,
      key: null,
      offerId: offer.id,
    }))!;
    await this.offers.takePlace(tx, offer.id);
    await this.offers.claim(tx, offer.id, { agentId, state: 'granted', exchangeId: id, reason: null });
    const exchange = await this.settler.opened(tx, context, id);
    return this.settler.settle(tx, context, { exchange, book, verdict, approvedBy });
  }

  /** No place for who asked: noted with the reason, and told. */
  async refuse(
    tx: EntityManager,
    context: RequestContext,
    { offer, agentId, reason }: { offer: WorkOfferRow; agentId: string; reason: ClaimRefusal },
  ): Promise<void> {
    await this.offers.claim(tx, offer.id, { agentId, state: 'refused', exchangeId: null, reason });
    await this.settler.claimRefused(tx, context, { offerId: offer.id, agentId, reason });
  }

  /** A transaction; where only the database saw that somebody works then, the answer says so. */
  async guarded<T>(
    context: RequestContext,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T | { readonly kind: 'changed-meanwhile' }> {
    try {
      return await this.loop.inTurn(context, work);
    } catch (error) {
      if (isOverlapInDatabase(error)) return { kind: 'changed-meanwhile' };
      throw error;
    }
  }

  /** Breaks of a templated open shift stand at the earliest place of their windows; agents may move them afterwards. */
  async activitiesOf(context: RequestContext, offer: NewOffer): Promise<Activity[] | null> {
    if (offer.kind === 'voluntary-time-off' || !offer.templateId) return null;
    const templates = await this.organisation.shiftTemplates(context);
    const template = templates.find(({ id }) => id === offer.templateId);
    if (!template) return null;
    const types = (await this.organisation.activityTypes(context)).map((type) => ({ ...type, title: type.title.en }));
    let reached: Instant = offer.startAt;
    const placed = template.activities.map((asked): Activity => {
      const gap = (asked.minGapMinutes ?? 0) * MINUTE_MILLIS;
      const startAt = Math.max(offer.startAt + asked.earliestStartMinutes * MINUTE_MILLIS, reached + gap);
      reached = startAt + asked.lengthMinutes * MINUTE_MILLIS;
      return { activityTypeId: asked.activityTypeId, startAt, endAt: reached };
    });
    return tileActivities(offer, placed, contactTypeOf({ activityTypes: types }));
  }
}
