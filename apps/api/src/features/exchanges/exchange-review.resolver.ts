import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EXCHANGE_POLICIES, type PolicySetting } from '@yotei/scheduling/exchanges';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ExchangePolicyInput } from './exchange-inputs.graphql-types.js';
import { ExchangePoliciesService } from './exchange-policies.service.js';
import { ExchangeReviewService, type Delegation } from './exchange-review.service.js';
import { ExchangeViews } from './exchange-views.service.js';
import { answerResult } from './exchanges.resolver.js';
import {
  AnswerExchangeResult,
  DelegateExchangesResult,
  Exchange,
  ExchangeDelegation,
  ExchangePolicySet,
  ExchangesDelegated,
  SaveExchangePoliciesResult,
} from './exchanges.graphql-types.js';

const MOST_DECISIONS = 100;

/** The manager's side. Deciding may be handed to others for a while, so the service, not the role alone, says who may. */
@Resolver()
export class ExchangeReviewResolver {
  constructor(
    private readonly review: ExchangeReviewService,
    private readonly policies: ExchangePoliciesService,
    private readonly views: ExchangeViews,
  ) {}

  @Query(() => [Exchange], {
    nullable: true,
    description: 'What waits for a manager, the nearest deadline first. Null: not for the reader.',
  })
  @RequirePermission('exchange.read')
  async exchangeInbox(
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<Exchange[] | null> {
    const rows = await this.review.inbox(context, pageSize(first, 200));
    return rows && this.views.exchanges(context, rows);
  }

  @Mutation(() => [AnswerExchangeResult], {
    description: 'One answer an exchange, in order. Each is judged again before it is applied.',
  })
  @RequirePermission('exchange.read')
  async decideExchanges(
    @CurrentContext() context: RequestContext,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('approve', { type: () => Boolean }) approve: boolean,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ): Promise<(typeof AnswerExchangeResult)[]> {
    const decided = await this.review.decide(context, ids.slice(0, MOST_DECISIONS), {
      approve,
      note: note?.trim() || null,
    });
    const results: (typeof AnswerExchangeResult)[] = [];
    for (const { outcome } of decided) results.push(await answerResult(this.views, context, outcome));
    return results;
  }

  @Query(() => [ExchangeDelegation], { description: 'Handed over by the reader or to the reader, those in force.' })
  @RequirePermission('exchange.read')
  async exchangeDelegations(@CurrentContext() context: RequestContext): Promise<ExchangeDelegation[]> {
    return (await this.review.delegations(context)).map((one) => delegationOf(context, one));
  }

  @Mutation(() => DelegateExchangesResult)
  @RequirePermission('exchange.decide')
  async delegateExchanges(
    @CurrentContext() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
    @Args('untilAt', { type: () => DateTimeScalar }) untilAt: Instant,
  ): Promise<typeof DelegateExchangesResult> {
    const outcome = await this.review.delegate(context, email, untilAt);
    if (outcome.kind === 'invalid') return InvalidInput.of(outcome.path, outcome.message);
    return Object.assign(new ExchangesDelegated(), { delegation: delegationOf(context, outcome.delegation) });
  }

  @Mutation(() => Boolean)
  @RequirePermission('exchange.decide')
  endExchangeDelegation(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    return this.review.endDelegation(context, id);
  }

  @Query(() => ExchangePolicySet, { description: 'Of a site; without one, of all sites that have none of their own.' })
  @RequirePermission('exchange.read')
  async exchangePolicies(
    @CurrentContext() context: RequestContext,
    @Args('siteId', { type: () => ID, nullable: true }) siteId: string | null,
  ): Promise<ExchangePolicySet> {
    const { settings, version } = await this.policies.of(context, siteId);
    return policySetOf(settings, version);
  }

  @Mutation(() => SaveExchangePoliciesResult)
  @RequirePermission('exchange.policy')
  async saveExchangePolicies(
    @CurrentContext() context: RequestContext,
    @Args('siteId', { type: () => ID, nullable: true }) siteId: string | null,
    @Args('settings', { type: () => [ExchangePolicyInput] }) settings: ExchangePolicyInput[],
  ): Promise<typeof SaveExchangePoliciesResult> {
    const saved = await this.policies.save(context, siteId, settings.map(settingOf));
    if (saved.kind === 'invalid') return InvalidInput.of(saved.path, saved.message);
    return policySetOf(saved.settings, saved.version);
  }
}

function settingOf({ policyId, outcome, parameters, kinds }: ExchangePolicyInput): PolicySetting {
  const numbers = Object.entries(parameters ?? {}).filter(([, value]) => typeof value === 'number');
  return {
    policyId,
    outcome: outcome as PolicySetting['outcome'],
    parameters: Object.fromEntries(numbers) as Record<string, number>,
    ...(kinds && { kinds: kinds as PolicySetting['kinds'] }),
  };
}

/** Every policy of the catalogue; one that is not set is off. */
function policySetOf(settings: readonly PolicySetting[], version: number): ExchangePolicySet {
  const policies = EXCHANGE_POLICIES.flatMap((policy) => {
    const own = settings.filter(({ policyId }) => policyId === policy.id);
    const shown = own.length > 0 ? own : [{ policyId: policy.id, outcome: 'allow' as const }];
    return shown.map((setting: PolicySetting) => ({
      policyId: policy.id,
      title: { ...policy.title },
      outcome: setting.outcome,
      kinds: setting.kinds ? [...setting.kinds] : null,
      parameters: policy.parameters.map(({ key, title, unit, min, max, default: standard }) => ({
        key,
        title: { ...title },
        unit,
        min,
        max,
        value: setting.parameters?.[key] ?? standard,
      })),
    }));
  });
  return Object.assign(new ExchangePolicySet(), { version, policies });
}

const delegationOf = (
  context: RequestContext,
  { id, from, to, fromUserId, untilAt }: Delegation,
): ExchangeDelegation => ({
  id,
  from,
  to,
  untilAt,
  isMine: fromUserId === context.userId,
});
