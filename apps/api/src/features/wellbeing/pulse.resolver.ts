import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import {
  AnswerPulseResult,
  MyPulse,
  PulseAnswered,
  PulseForgotten,
  PulseInput,
  TeamPulse,
} from './pulse.graphql-types.js';
import { PulseService } from './pulse.service.js';

@Resolver()
export class PulseResolver {
  constructor(private readonly pulse: PulseService) {}

  @Query(() => [MyPulse], {
    nullable: true,
    description: 'The reader’s own answers, newest first; null where nobody is asked.',
  })
  @RequirePermission('my-week.read')
  myPulse(@CurrentContext() context: RequestContext): Promise<MyPulse[] | null> {
    return this.pulse.mine(context);
  }

  @Mutation(() => AnswerPulseResult, { description: 'Says how a day was; said again it replaces what was said.' })
  @RequirePermission('my-week.read')
  async answerPulse(
    @CurrentContext() context: RequestContext,
    @Args('input') input: PulseInput,
  ): Promise<typeof AnswerPulseResult> {
    const outcome = await this.pulse.answer(context, input);
    if (outcome.kind === 'invalid') return InvalidInput.of(outcome.path, outcome.message);
    return Object.assign(new PulseAnswered(), { answer: outcome.answer });
  }

  @Mutation(() => PulseForgotten, { description: 'Deletes the reader’s answer of a day, or all of them.' })
  @RequirePermission('my-week.read')
  async forgetPulse(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar, nullable: true }) on: LocalDate | null,
  ): Promise<PulseForgotten> {
    return { count: await this.pulse.forget(context, on ?? null) };
  }

  @Query(() => [TeamPulse], {
    description: 'Teams in the week from the date on, once it is over; counts of those who let their answers count.',
  })
  @RequirePermission('wellbeing.read')
  teamPulse(
    @CurrentContext() context: RequestContext,
    @Args('weekOn', { type: () => LocalDateScalar }) weekOn: LocalDate,
  ): Promise<TeamPulse[]> {
    return this.pulse.teams(context, weekOn);
  }
}
