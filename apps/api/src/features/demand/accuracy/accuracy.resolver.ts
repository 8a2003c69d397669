import { BadRequestException } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { daysBetween, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  AccuracyOverview,
  NothingToScore,
  QueueAccuracyDetail,
  ScoreForecastsResult,
} from './accuracy.graphql-types.js';
import { detailOf, overviewOf } from './accuracy.mapper.js';
import { AccuracyService } from './accuracy.service.js';
import { ScoreQueue } from './score-queue.service.js';

const LONGEST_RANGE_DAYS = 400;

@ArgsType()
export class QueueAccuracyArgs {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar) untilOn!: LocalDate;
}

@Resolver()
export class AccuracyResolver {
  constructor(
    private readonly accuracy: AccuracyService,
    private readonly scores: ScoreQueue,
  ) {}

  @Query(() => AccuracyOverview, { description: 'The week and the four weeks before untilOn, by queue.' })
  @RequirePermission('demand.read')
  async accuracyOverview(
    @CurrentContext() context: RequestContext,
    @Args('untilOn', { type: () => LocalDateScalar }) untilOn: LocalDate,
  ): Promise<AccuracyOverview> {
    return overviewOf(await this.accuracy.overview(context, untilOn));
  }

  @Query(() => QueueAccuracyDetail, { nullable: true })
  @RequirePermission('demand.read')
  async queueAccuracy(
    @CurrentContext() context: RequestContext,
    @Args() range: QueueAccuracyArgs,
  ): Promise<QueueAccuracyDetail | null> {
    const days = daysBetween(range.fromOn, range.untilOn);
    if (days < 1 || days > LONGEST_RANGE_DAYS)
      throw new BadRequestException(`untilOn must lie 1 to ${LONGEST_RANGE_DAYS} days after fromOn`);
    const detail = await this.accuracy.ofQueue(context, range);
    return detail && detailOf(detail);
  }

  @Mutation(() => ScoreForecastsResult, { description: 'Scores the days again, as if their actuals had just come.' })
  @RequirePermission('forecast.run')
  async scoreForecasts(
    @CurrentContext() context: RequestContext,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('days', { type: () => Int }) days: number,
  ): Promise<typeof ScoreForecastsResult> {
    if (days < 1 || days > LONGEST_RANGE_DAYS)
      return InvalidInput.of('days', `days must lie in 1..${LONGEST_RANGE_DAYS}`);
    const job = await this.scores.backfill(context, { fromOn, days });
    return job
      ? jobStarted(job)
      : Object.assign(new NothingToScore(), { message: 'no queue has a forecast of these days' });
  }
}
