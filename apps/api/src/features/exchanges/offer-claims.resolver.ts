import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ExchangeViews } from './exchange-views.service.js';
import {
  ExchangeRefused,
  GrantOfferClaimResult,
  OfferClaim,
  OfferGone,
  OfferTaken,
} from './exchanges.graphql-types.js';
import { OfferClaimsService } from './offer-claims.service.js';

/** Settling an offer ranked by fairness by hand. */
@Resolver()
export class OfferClaimsResolver {
  constructor(
    private readonly claims: OfferClaimsService,
    private readonly views: ExchangeViews,
  ) {}

  @Query(() => [OfferClaim], { description: 'Who would take the offer, in the order in which places are given.' })
  @RequirePermission('exchange.offer')
  async offerClaims(
    @CurrentContext() context: RequestContext,
    @Args('offerId', { type: () => ID }) offerId: string,
  ): Promise<OfferClaim[]> {
    const ranked = (await this.claims.ranked(context, offerId)) ?? [];
    const agents = await this.views.agents(
      context,
      ranked.map(({ agentId }) => agentId),
    );
    const verdicts = await this.views.verdicts(
      context,
      ranked.flatMap(({ verdict }) => verdict ?? []),
    );
    // Those with a verdict wait, and come first.
    return ranked.flatMap(({ agentId, rank, state, reason, grantedCount, weekPaidMinutes, claimedAt, verdict }) => {
      const agent = agents.get(agentId);
      const seen = verdict && verdicts.shift()!;
      return agent ? [{ agent, rank, state, reason, grantedCount, weekPaidMinutes, claimedAt, verdict: seen }] : [];
    });
  }

  @Mutation(() => GrantOfferClaimResult, { description: 'A place for one of those who wait, out of turn too.' })
  @RequirePermission('exchange.offer')
  async grantOfferClaim(
    @CurrentContext() context: RequestContext,
    @Args('offerId', { type: () => ID }) offerId: string,
    @Args('agentId', { type: () => ID }) agentId: string,
  ): Promise<typeof GrantOfferClaimResult> {
    const outcome = await this.claims.grant(context, offerId, agentId);
    switch (outcome.kind) {
      case 'taken':
        return Object.assign(new OfferTaken(), { exchange: await this.views.exchange(context, outcome.exchange) });
      case 'gone':
        return Object.assign(new OfferGone(), { reason: outcome.reason });
      case 'changed-meanwhile':
        return Object.assign(new OfferGone(), { reason: 'changed' });
      case 'refused':
        return Object.assign(new ExchangeRefused(), { verdict: await this.views.verdict(context, outcome.verdict) });
      default:
        return NotFound.of('claim that waits');
    }
  }

  @Mutation(() => Boolean, {
    description: 'No place for one of those who wait; the agent is told. False: nobody waits.',
  })
  @RequirePermission('exchange.offer')
  refuseOfferClaim(
    @CurrentContext() context: RequestContext,
    @Args('offerId', { type: () => ID }) offerId: string,
    @Args('agentId', { type: () => ID }) agentId: string,
  ): Promise<boolean> {
    return this.claims.refuse(context, offerId, agentId);
  }
}
