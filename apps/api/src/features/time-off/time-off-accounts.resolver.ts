import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { TimeOffAccounts, type Account } from './time-off-accounts.service.js';
import { kindOf } from './time-off.mapper.js';
import { AdjustTimeOffResult, TimeOffAccount, TimeOffAdjustmentInput } from './time-off.graphql-types.js';

const accountOf = ({ agentId, agentName, types, adjustments }: Account): TimeOffAccount =>
  Object.assign(new TimeOffAccount(), { agentId, agentName, kinds: types.map(kindOf), adjustments: [...adjustments] });

/** Balances of others, for those who decide. */
@Resolver()
export class TimeOffAccountsResolver {
  constructor(private readonly accounts: TimeOffAccounts) {}

  @Query(() => TimeOffAccount, { nullable: true, description: 'Balances of an agent and their corrections.' })
  @RequirePermission('exchange.decide')
  async timeOffAccount(
    @CurrentContext() context: RequestContext,
    @Args('agentId', { type: () => ID }) agentId: string,
  ): Promise<TimeOffAccount | null> {
    const found = await this.accounts.account(context, agentId);
    return found && accountOf(found);
  }

  @Mutation(() => AdjustTimeOffResult, { description: 'Corrects a balance by hand; it stays on record.' })
  @RequirePermission('exchange.decide')
  async adjustTimeOff(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => TimeOffAdjustmentInput }) input: TimeOffAdjustmentInput,
  ): Promise<typeof AdjustTimeOffResult> {
    const outcome = await this.accounts.adjust(context, { ...input });
    if (outcome.kind === 'not-found') return NotFound.of('agent');
    return outcome.kind === 'invalid' ? InvalidInput.of(outcome.path, outcome.message) : accountOf(outcome.account);
  }
}
