import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { judgementOf, kindOf, requestOf } from './time-off.mapper.js';
import { TimeOffService, type AskedTimeOff } from './time-off.service.js';
import {
  AskTimeOffResult,
  JudgeTimeOffResult,
  MyTimeOff,
  TimeOffAsked,
  TimeOffInput,
  TimeOffTooLate,
  TimeOffWithdrawn,
  WithdrawTimeOffResult,
} from './time-off.graphql-types.js';

const askOf = ({ kind, startAt, endAt, note }: TimeOffInput): AskedTimeOff => ({
  kind,
  span: { startAt, endAt },
  note: note?.trim() || null,
});

/** The agent's side. */
@Resolver()
export class TimeOffResolver {
  constructor(private readonly timeOff: TimeOffService) {}

  @Query(() => MyTimeOff, { nullable: true, description: 'Kinds with balances, and what the reader asked for.' })
  @RequirePermission('my-week.read')
  async myTimeOff(@CurrentContext() context: RequestContext): Promise<MyTimeOff | null> {
    const found = await this.timeOff.mine(context);
    return (
      found && {
        kinds: found.types.map(kindOf),
        requests: found.requests.map(requestOf),
        adjustments: [...found.adjustments],
      }
    );
  }

  @Query(() => JudgeTimeOffResult, { description: 'What would be answered, before asking.' })
  @RequirePermission('my-week.read')
  async judgeTimeOff(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => TimeOffInput }) input: TimeOffInput,
  ): Promise<typeof JudgeTimeOffResult> {
    const outcome = await this.timeOff.preview(context, askOf(input));
    return 'kind' in outcome ? InvalidInput.of(outcome.path, outcome.message) : judgementOf(outcome);
  }

  @Mutation(() => AskTimeOffResult)
  @RequirePermission('my-week.read')
  async askTimeOff(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => TimeOffInput }) input: TimeOffInput,
  ): Promise<typeof AskTimeOffResult> {
    const outcome = await this.timeOff.ask(context, askOf(input));
    if (outcome.kind === 'invalid') return InvalidInput.of(outcome.path, outcome.message);
    const { requestId, judged } = outcome;
    return Object.assign(new TimeOffAsked(), { requestId, judgement: judgementOf(judged) });
  }

  @Mutation(() => WithdrawTimeOffResult)
  @RequirePermission('my-week.read')
  async withdrawTimeOff(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof WithdrawTimeOffResult> {
    const outcome = await this.timeOff.withdraw(context, id);
    if (outcome === 'not-found') return NotFound.of('request');
    if (outcome === 'withdrawn') return Object.assign(new TimeOffWithdrawn(), { id });
    return Object.assign(new TimeOffTooLate(), { message: 'it has begun or is decided' });
  }
}
