import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { mapEvents } from '../../platform/events/event-queue.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { isAllowed } from '../../platform/permissions/permissions.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ExchangeRequestInput, ProposeExchangeInput } from './exchange-inputs.graphql-types.js';
import { EXCHANGES_TOPIC } from './exchange-news.js';
import { requestOfInput } from './exchange-request.mapper.js';
import { ExchangeViews } from './exchange-views.service.js';
import { ExchangesService, type AnswerOutcome } from './exchanges.service.js';
import { ExchangeRepository } from './exchanges.repository.js';
import {
  AnswerExchangeResult,
  Exchange,
  ExchangeAlternative,
  ExchangeAnswered,
  ExchangeChange,
  ExchangeClosed,
  ExchangeProposed,
  ExchangeRefused,
  ExchangeStep,
  ExchangeVerdict,
  ProposeExchangeResult,
} from './exchanges.graphql-types.js';

const MOST_ALTERNATIVES = 20;

@Resolver()
export class ExchangesResolver {
  constructor(
    private readonly loop: ExchangesService,
    private readonly rows: ExchangeRepository,
    private readonly views: ExchangeViews,
    private readonly events: EventBus,
  ) {}

  @Query(() => [Exchange], { description: 'One’s own, newest first; all of the centre for those who decide on them.' })
  @RequirePermission('exchange.read')
  async exchanges(
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<Exchange[]> {
    const all = isAllowed(context.roles, 'exchange.decide');
    return this.views.latest(context, pageSize(first, 100), { all });
  }

  @Query(() => [ExchangeStep], {
    description: 'Every change of state of an exchange of one’s own, or of any for those who decide.',
  })
  @RequirePermission('exchange.read')
  async exchangeSteps(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExchangeStep[]> {
    const agent = await this.loop.agentOf(context);
    const exchange = await this.rows.byId(context, id);
    const isParty = exchange?.parties.some(({ agentId }) => agentId === agent?.id) ?? false;
    return isParty || isAllowed(context.roles, 'exchange.decide') ? this.rows.steps(context, id) : [];
  }

  @Query(() => ExchangeVerdict, {
    nullable: true,
    description: 'What would happen; nothing is stored. Null: not published.',
  })
  @RequirePermission('exchange.propose')
  async exchangeVerdict(
    @CurrentContext() context: RequestContext,
    @Args('request') input: ExchangeRequestInput,
  ): Promise<ExchangeVerdict | null> {
    const agent = await this.loop.agentOf(context);
    const read = requestOfInput(input, agent?.id ?? '');
    const verdict = agent && read.kind === 'request' ? await this.loop.preview(context, read.request) : null;
    return verdict && this.views.verdict(context, verdict);
  }

  @Query(() => [ExchangeAlternative], {
    description: 'Legal exchanges near this one. Without another shift or colleague: whoever could swap or take it.',
  })
  @RequirePermission('exchange.propose')
  async exchangeAlternatives(
    @CurrentContext() context: RequestContext,
    @Args('request') input: ExchangeRequestInput,
    @Args('most', { type: () => Int, defaultValue: 5 }) most: number,
    @Args('inReturn', { type: () => Boolean, defaultValue: false }) inReturn: boolean,
  ): Promise<ExchangeAlternative[]> {
    const agent = await this.loop.agentOf(context);
    if (!agent) return [];
    const open = {
      ...input,
      otherShiftId: input.otherShiftId ?? input.shiftId,
      toAgentId: input.toAgentId ?? agent.id,
    };
    const read = requestOfInput(open, agent.id);
    if (read.kind === 'invalid') return [];
    const within = { most: Math.max(1, Math.min(most, MOST_ALTERNATIVES)), inReturn };
    const found = await this.loop.alternatives(context, read.request, within);
    const list = found?.alternatives ?? [];
    const verdicts = await this.views.verdicts(
      context,
      list.map(({ verdict }) => verdict),
    );
    const agents = await this.views.agents(
      context,
      list.flatMap(({ agentId }) => agentId ?? []),
    );
    return list.map(({ request, agentId }, i) => ({
      kind: request.kind,
      agent: (agentId && agents.get(agentId)) || null,
      otherShiftId: request.kind === 'swap' ? request.takeShiftId : null,
      startAt: request.kind === 'break-change' ? request.startAt : null,
      spans: request.kind === 'swap-part' ? request.spans.map((span) => ({ ...span })) : null,
      verdict: verdicts[i]!,
    }));
  }

  @Mutation(() => ProposeExchangeResult)
  @RequirePermission('exchange.propose')
  async proposeExchange(
    @CurrentContext() context: RequestContext,
    @Args('input') input: ProposeExchangeInput,
  ): Promise<typeof ProposeExchangeResult> {
    const { note = null, key = null } = input;
    const ask = (agentId: string) => requestOfInput(input.request, agentId);
    const outcome = await this.loop.propose(context, { ask, note, key });
    switch (outcome.kind) {
      case 'no-agent':
        return NotFound.of('agent of this account');
      case 'invalid':
        return InvalidInput.of(`request.${outcome.path}`, outcome.message);
      case 'proposed':
        return Object.assign(new ExchangeProposed(), {
          exchange: await this.views.exchange(context, outcome.exchange),
        });
      case 'refused':
        return Object.assign(new ExchangeRefused(), { verdict: await this.views.verdict(context, outcome.verdict) });
      case 'not-yours':
        return InvalidInput.of('request.shiftId', 'must be a shift of your own');
      case 'changed-meanwhile':
        return InvalidInput.of('request', 'somebody works then in another schedule; look again');
      case 'not-published':
        return NotFound.of('published shift');
    }
  }

  @Mutation(() => AnswerExchangeResult, {
    description: 'A yes or a no of somebody who is asked. The same answer again changes nothing.',
  })
  @RequirePermission('exchange.propose')
  async answerExchange(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('accept', { type: () => Boolean }) accept: boolean,
  ): Promise<typeof AnswerExchangeResult> {
    const agent = await this.loop.agentOf(context);
    if (!agent) return NotFound.of('exchange');
    return answerResult(this.views, context, await this.loop.answer(context, id, agent.id, accept));
  }

  @Mutation(() => AnswerExchangeResult)
  @RequirePermission('exchange.propose')
  async withdrawExchange(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof AnswerExchangeResult> {
    const agent = await this.loop.agentOf(context);
    if (!agent) return NotFound.of('exchange');
    return answerResult(this.views, context, await this.loop.withdraw(context, id, agent.id));
  }

  @Subscription(() => ExchangeChange, { resolve: (change: ExchangeChange) => change })
  @RequirePermission('exchange.read')
  async exchangeChanged(@CurrentContext() context: RequestContext): Promise<AsyncIterableIterator<ExchangeChange>> {
    const source = await this.events.iterate<{ id: string }>(context, EXCHANGES_TOPIC);
    return mapEvents(source, async (event) => ({ id: event.kind === 'event' ? event.payload.id : null }));
  }
}

export async function answerResult(
  views: ExchangeViews,
  context: RequestContext,
  outcome: AnswerOutcome,
): Promise<typeof AnswerExchangeResult> {
  if (outcome.kind === 'not-found') return NotFound.of('exchange');
  const exchange = await views.exchange(context, outcome.exchange);
  return Object.assign(outcome.kind === 'answered' ? new ExchangeAnswered() : new ExchangeClosed(), { exchange });
}
