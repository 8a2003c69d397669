import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { figuresOfDays } from '@yotei/scheduling/adherence';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { AdherenceDayService } from './adherence-day.service.js';
import {
  AdherenceDay,
  AdherenceExceptionResult,
  ExplainDeviationInput,
  MyAdherence,
} from './adherence.graphql-types.js';
import { dayOf, exceptionOf, figuresOfNumbers, keptDayOf } from './adherence.mapper.js';
import { resultOf } from './adherence.resolver.js';
import { ExceptionsService } from './exceptions.service.js';

/** The agents' side: the own figures, with a way to explain. */
@Resolver()
export class MyAdherenceResolver {
  constructor(
    private readonly days: AdherenceDayService,
    private readonly exceptions: ExceptionsService,
  ) {}

  @Query(() => MyAdherence, {
    nullable: true,
    description: 'The reader’s own last four weeks; nobody else’s can be asked for.',
  })
  @RequirePermission('adherence.explain')
  async myAdherence(@CurrentContext() context: RequestContext): Promise<MyAdherence | null> {
    const own = await this.days.own(context);
    return (
      own && {
        agentId: own.agent.id,
        zone: own.agent.zone,
        figures: figuresOfNumbers(figuresOfDays(own.days)),
        days: own.days.map(keptDayOf),
        exceptions: own.exceptions.map(exceptionOf),
      }
    );
  }

  @Query(() => AdherenceDay, { nullable: true, description: 'One own day, opened to its spans.' })
  @RequirePermission('adherence.explain')
  async myAdherenceDay(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<AdherenceDay | null> {
    const found = await this.days.openOwn(context, on);
    return found && dayOf(found.opened, found.exceptions);
  }

  @Mutation(() => AdherenceExceptionResult, { description: 'Explains an own deviation; somebody else decides.' })
  @RequirePermission('adherence.explain')
  async explainDeviation(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ExplainDeviationInput }) input: ExplainDeviationInput,
  ): Promise<typeof AdherenceExceptionResult> {
    return resultOf(await this.exceptions.explain(context, { ...input }));
  }

  @Mutation(() => AdherenceExceptionResult, { description: 'Takes an own explanation back as long as it waits.' })
  @RequirePermission('adherence.explain')
  async withdrawExplanation(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof AdherenceExceptionResult> {
    return resultOf(await this.exceptions.takeBack(context, { id, own: true, note: null }));
  }
}
