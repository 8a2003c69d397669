import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { AcceptedTimeInput, WorkOfferInput } from './exchange-inputs.graphql-types.js';
import { ExchangeViews } from './exchange-views.service.js';
import {
  ExchangeRefused,
  FittingOffer,
  OfferGone,
  OfferNoted,
  OfferTaken,
  SwapWish,
  SwapWishPosted,
  SwapWishResult,
  TakeWorkOfferResult,
  WorkOffer,
  WorkOffered,
  WorkOfferResult,
} from './exchanges.graphql-types.js';
import { ExchangesService } from './exchanges.service.js';
import { SwapWishesService, type SwapWishRow } from './swap-wishes.service.js';
import type { WorkOfferRow } from './work-offers.repository.js';
import { WorkOffersService } from './work-offers.service.js';

@Resolver()
export class ExchangeOffersResolver {
  constructor(
    private readonly offers: WorkOffersService,
    private readonly wishes: SwapWishesService,
    private readonly loop: ExchangesService,
    private readonly views: ExchangeViews,
  ) {}

  @Query(() => [FittingOffer], { description: 'Open offers, with what each would mean for the reader.' })
  @RequirePermission('exchange.propose')
  async fittingOffers(@CurrentContext() context: RequestContext): Promise<FittingOffer[]> {
    const agent = await this.loop.agentOf(context);
    if (!agent) return [];
    const found = await this.offers.fitting(context, agent.id);
    const verdicts = await this.views.verdicts(
      context,
      found.map(({ verdict }) => verdict),
    );
    return found.map(({ offer, isMine, claimState }, i) => ({
      offer: offerOf(offer),
      isMine,
      claimState,
      verdict: verdicts[i]!,
    }));
  }

  @Query(() => [WorkOffer], { description: 'All offers of the centre, newest first.' })
  @RequirePermission('exchange.offer')
  async workOffers(
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<WorkOffer[]> {
    return (await this.offers.all(context, pageSize(first, 200))).map(offerOf);
  }

  @Mutation(() => WorkOfferResult)
  @RequirePermission('exchange.offer')
  async createWorkOffer(
    @CurrentContext() context: RequestContext,
    @Args('input') input: WorkOfferInput,
  ): Promise<typeof WorkOfferResult> {
    const outcome = await this.offers.create(context, input);
    if (outcome.kind === 'invalid') return InvalidInput.of(`input.${outcome.path}`, outcome.message);
    return Object.assign(new WorkOffered(), { offer: offerOf(outcome.offer) });
  }

  @Mutation(() => Boolean)
  @RequirePermission('exchange.offer')
  withdrawWorkOffer(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    return this.offers.withdraw(context, id);
  }

  @Mutation(() => WorkOffer, {
    nullable: true,
    description: 'Gives the places of a fairness offer now instead of when it closes.',
  })
  @RequirePermission('exchange.offer')
  async settleWorkOffer(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkOffer | null> {
    const offer = await this.offers.settle(context, id);
    return offer && offerOf(offer);
  }

  @Mutation(() => TakeWorkOfferResult)
  @RequirePermission('exchange.propose')
  async takeWorkOffer(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof TakeWorkOfferResult> {
    const agent = await this.loop.agentOf(context);
    if (!agent) return NotFound.of('offer');
    const outcome = await this.offers.take(context, id, agent.id);
    switch (outcome.kind) {
      case 'taken':
        return Object.assign(new OfferTaken(), { exchange: await this.views.exchange(context, outcome.exchange) });
      case 'noted':
        return Object.assign(new OfferNoted(), { offer: offerOf(outcome.offer) });
      case 'gone':
        return Object.assign(new OfferGone(), { reason: outcome.reason });
      case 'changed-meanwhile':
        return Object.assign(new OfferGone(), { reason: 'changed' });
      case 'refused':
        return Object.assign(new ExchangeRefused(), { verdict: await this.views.verdict(context, outcome.verdict) });
      case 'not-found':
        return NotFound.of('offer');
    }
  }

  @Query(() => [SwapWish])
  @RequirePermission('exchange.propose')
  async swapWishes(@CurrentContext() context: RequestContext): Promise<SwapWish[]> {
    const agent = await this.loop.agentOf(context);
    return agent ? (await this.wishes.ofAgent(context, agent.id)).map(wishOf) : [];
  }

  @Mutation(() => SwapWishResult, {
    description:
      'A shift one would give for any in these times. A pair or ring among wishes is applied without asking again.',
  })
  @RequirePermission('exchange.propose')
  async postSwapWish(
    @CurrentContext() context: RequestContext,
    @Args('shiftId', { type: () => ID }) shiftId: string,
    @Args('accepts', { type: () => [AcceptedTimeInput] }) accepts: AcceptedTimeInput[],
  ): Promise<typeof SwapWishResult> {
    const agent = await this.loop.agentOf(context);
    if (!agent) return NotFound.of('agent of this account');
    const times = accepts.map(({ startAt, endAt }) => ({ startAt, endAt }));
    const outcome = await this.wishes.post(context, agent.id, { shiftId, accepts: times });
    switch (outcome.kind) {
      case 'posted': {
        const exchange = outcome.exchange && (await this.views.exchange(context, outcome.exchange));
        return Object.assign(new SwapWishPosted(), { wish: wishOf(outcome.wish), exchange });
      }
      case 'not-yours':
        return InvalidInput.of('shiftId', 'must be a shift of your own');
      case 'invalid':
        return InvalidInput.of(outcome.path, outcome.message);
      case 'changed-meanwhile':
        return InvalidInput.of('shiftId', 'somebody works then in another schedule; look again');
      case 'not-published':
        return NotFound.of('published shift');
    }
  }

  @Mutation(() => Boolean)
  @RequirePermission('exchange.propose')
  async withdrawSwapWish(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    const agent = await this.loop.agentOf(context);
    return agent ? this.wishes.withdraw(context, id, agent.id) : false;
  }
}

function offerOf(row: WorkOfferRow): WorkOffer {
  const { id, kind, startAt, endAt, places, taken, claimOrder, note, closesAt, state } = row;
  return { id, kind, startAt, endAt, places, taken, claimOrder, note, closesAt, state };
}

function wishOf({ id, shiftId, accepts, state, exchangeId, expiresAt }: SwapWishRow): SwapWish {
  return { id, shiftId, accepts: accepts.map((span) => ({ ...span })), state, exchangeId, expiresAt };
}
