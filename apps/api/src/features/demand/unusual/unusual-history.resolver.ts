import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { EventEffect } from '../special-days/special-days.graphql-types.js';
import { effectOf } from '../special-days/special-days.mapper.js';
import {
  DecideHistoryResult,
  DecideSpanInput,
  DecideStretchInput,
  UnusualHistory,
} from './unusual-history.graphql-types.js';
import { decideResultOf, unusualHistoryOf } from './unusual-history.mapper.js';
import { UnusualHistoryService } from './unusual-history.service.js';

@Resolver()
export class UnusualHistoryResolver {
  constructor(private readonly unusual: UnusualHistoryService) {}

  @Query(() => UnusualHistory, { nullable: true })
  @RequirePermission('demand.read')
  async unusualHistory(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
  ): Promise<UnusualHistory | null> {
    const view = await this.unusual.view(context, queueId);
    return view && unusualHistoryOf(view);
  }

  @Query(() => [EventEffect], { nullable: true, description: "What the queue's events do, learned or given" })
  @RequirePermission('demand.read')
  async eventEffects(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
  ): Promise<EventEffect[] | null> {
    const effects = await this.unusual.effects(context, queueId);
    return effects && effects.map(effectOf);
  }

  @Mutation(() => DecideHistoryResult, { description: 'All of them or none' })
  @RequirePermission('demand.edit')
  async decideHistory(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('decisions', { type: () => [DecideStretchInput] }) decisions: DecideStretchInput[],
  ): Promise<typeof DecideHistoryResult> {
    const orders = decisions.map(({ stretchId, ...rest }) => ({ proposalId: stretchId, ...rest }));
    return decideResultOf(await this.unusual.decide(context, queueId, orders));
  }

  @Mutation(() => DecideHistoryResult, { description: 'Leaves out, replaces or names any days or hours of the past' })
  @RequirePermission('demand.edit')
  async decideHistorySpan(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('span', { type: () => DecideSpanInput }) span: DecideSpanInput,
  ): Promise<typeof DecideHistoryResult> {
    return decideResultOf(await this.unusual.decideSpan(context, queueId, span));
  }

  @Mutation(() => DecideHistoryResult, { description: 'Takes decisions back, with the events they made' })
  @RequirePermission('demand.edit')
  async undoHistoryDecisions(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<typeof DecideHistoryResult> {
    return decideResultOf(await this.unusual.undo(context, queueId, ids));
  }
}
