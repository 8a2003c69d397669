import { BadRequestException } from '@nestjs/common';
import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { daysBetween, type Instant, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { ClosedTimesService } from './closed-times.service.js';

const LONGEST_DAYS = 100;

@ObjectType()
export class ClosedSpan {
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
}

@ObjectType({ description: 'When nobody is expected at a site, in order of time.' })
export class SiteClosedTimes {
  @Field(() => ID) siteId!: string;
  @Field(() => [ClosedSpan]) spans!: ClosedSpan[];
}

@Resolver()
export class ClosedTimesResolver {
  constructor(private readonly closed: ClosedTimesService) {}

  @Query(() => [SiteClosedTimes], { description: 'Closed time of each site; both days are included.' })
  @RequirePermission('organisation.read')
  async closedTimes(
    @CurrentContext() context: RequestContext,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('untilOn', { type: () => LocalDateScalar }) untilOn: LocalDate,
  ): Promise<SiteClosedTimes[]> {
    const days = daysBetween(fromOn, untilOn) + 1;
    if (days < 1 || days > LONGEST_DAYS)
      throw new BadRequestException(`the range (${days} days) must be 1..${LONGEST_DAYS} days long`);
    return (await this.closed.between(context, { fromOn, untilOn })).map(({ siteId, spans }) => ({
      siteId,
      spans: spans.map(({ startAt, endAt }) => ({ startAt, endAt })),
    }));
  }
}
