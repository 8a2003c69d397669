import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { isAllowed } from '../../../platform/permissions/permissions.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { ExchangeReader } from '../exchange-reader.js';
import { BidViews } from './bid-views.service.js';
import {
  Bidder,
  BidPlaced,
  BidRound,
  BidRoundClosed,
  BidRoundInput,
  BidRoundOpened,
  OpenBidRoundResult,
  PlaceBidResult,
} from './bid-rounds.graphql-types.js';
import { BidRoundsService } from './bid-rounds.service.js';

@Resolver()
export class BidRoundsResolver {
  constructor(
    private readonly rounds: BidRoundsService,
    private readonly views: BidViews,
    private readonly readers: ExchangeReader,
  ) {}

  @Query(() => [BidRound], { description: 'Of one’s own contract; all of the centre for those who open them.' })
  @RequirePermission('bids.take')
  bidRounds(@CurrentContext() context: RequestContext): Promise<BidRound[]> {
    return this.views.latest(context, { all: isAllowed(context.roles, 'bids.manage') });
  }

  @Query(() => [Bidder], { description: 'Everyone who bid, in order of rank.' })
  @RequirePermission('bids.manage')
  bidders(
    @CurrentContext() context: RequestContext,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<Bidder[]> {
    return this.views.bidders(context, roundId);
  }

  @Mutation(() => OpenBidRoundResult)
  @RequirePermission('bids.manage')
  async openBidRound(
    @CurrentContext() context: RequestContext,
    @Args('input') input: BidRoundInput,
  ): Promise<typeof OpenBidRoundResult> {
    const outcome = await this.rounds.open(context, roundOf(input));
    if (outcome.kind === 'invalid') return InvalidInput.of(`input.${outcome.path}`, outcome.message);
    return Object.assign(new BidRoundOpened(), { round: await this.views.round(context, outcome.round) });
  }

  @Mutation(() => PlaceBidResult, { description: 'The most wanted first; an empty list takes the bid back.' })
  @RequirePermission('bids.take')
  async placeBid(
    @CurrentContext() context: RequestContext,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('lineIds', { type: () => [ID] }) lineIds: string[],
  ): Promise<typeof PlaceBidResult> {
    const agent = await this.readers.agentOf(context);
    if (!agent) return NotFound.of('agent of this account');
    const outcome = await this.rounds.bid(context, { roundId, lineIds }, agent);
    if (outcome.kind === 'not-found') return NotFound.of('round');
    if (outcome.kind === 'invalid') return InvalidInput.of(outcome.path, outcome.message);
    const round = await this.views.round(context, outcome.round);
    return Object.assign(outcome.kind === 'placed' ? new BidPlaced() : new BidRoundClosed(), { round });
  }

  @Mutation(() => BidRound, { nullable: true, description: 'Gives the lines now instead of when the round closes.' })
  @RequirePermission('bids.manage')
  async awardBidRound(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BidRound | null> {
    const round = await this.rounds.award(context, id);
    return round && this.views.round(context, round);
  }

  @Mutation(() => BidRound, {
    nullable: true,
    description: 'Makes the lines the rotations of their agents: rosters planned from then on follow them.',
  })
  @RequirePermission('bids.manage')
  async putBidRoundInForce(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BidRound | null> {
    const round = await this.rounds.putInForce(context, id);
    return round && this.views.round(context, round);
  }

  @Mutation(() => BidRound, { nullable: true })
  @RequirePermission('bids.manage')
  async withdrawBidRound(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BidRound | null> {
    const round = await this.rounds.withdraw(context, id);
    return round && this.views.round(context, round);
  }
}

function roundOf({ title, contractId, fromOn, untilOn, closesAt, lines }: BidRoundInput) {
  return {
    title: title.trim(),
    ...{ contractId, fromOn, untilOn, closesAt },
    lines: lines.map((line) => ({
      title: line.title.trim(),
      places: line.places,
      weeks: line.weeks.map(({ templateIds, daysOff }) => ({
        ...(templateIds ? { templateIds: [...templateIds] } : {}),
        daysOff: [...daysOff].sort((a, b) => a - b),
      })),
    })),
  };
}
