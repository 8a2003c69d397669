import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { forecastingMethods, type TotalBand as Band } from '@yotei/forecast';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { NotEnoughHistory } from '../demand.graphql-types.js';
import { seriesOf } from '../demand.mapper.js';
import { ClosedDay, RestOfDay, RestOfDayResult } from './rest-of-day.graphql-types.js';
import { RestOfDayService, type RestOfDayAnswer } from './rest-of-day.service.js';

@ArgsType()
export class RestOfDayArgs {
  @Field(() => ID) queueId!: string;
  @Field(() => DateTimeScalar, { description: 'Intervals that end by then are known' }) at!: Instant;
}

@Resolver()
export class RestOfDayResolver {
  constructor(private readonly service: RestOfDayService) {}

  @Query(() => RestOfDayResult)
  @RequirePermission('demand.read')
  async restOfDay(
    @CurrentContext() context: RequestContext,
    @Args() { queueId, at }: RestOfDayArgs,
  ): Promise<typeof RestOfDayResult> {
    const answer = await this.service.restOfDay(context, queueId, at);
    switch (answer.kind) {
      case 'updated':
        return restOf(answer, at);
      case 'closed-day':
        return Object.assign(new ClosedDay(), { on: answer.on, message: `closed on ${answer.on}` });
      case 'not-enough-history':
        return Object.assign(new NotEnoughHistory(), {
          queueId,
          haveDays: answer.haveDays,
          needDays: answer.needDays,
          message: `${answer.haveDays} days of history; at least ${answer.needDays} are needed`,
        });
      case 'not-found':
        return NotFound.of('queue');
    }
  }
}

const titleOf = (methodId: string) =>
  forecastingMethods.find(({ id }) => id === methodId)?.title ?? { en: methodId, ja: methodId };

const bandOf = ({ contacts, p10, p90 }: Band) => ({ contacts, p10, p90 });

function restOf({ queue, grid, forecast }: Extract<RestOfDayAnswer, { kind: 'updated' }>, at: Instant): RestOfDay {
  const { day, rest, total, missingIntervals, silentIntervals } = forecast;
  return Object.assign(new RestOfDay(), {
    queueId: queue.id,
    on: day.on,
    at,
    methodTitle: titleOf(forecast.methodId),
    contactsSoFar: forecast.contactsSoFar,
    forecastSoFar: forecast.forecastSoFar,
    factor: forecast.factor,
    learnedFromDays: forecast.learnedFromDays,
    missingIntervals: missingIntervals.length,
    silentIntervals: silentIntervals.length,
    morningTotal: forecast.morningTotal,
    rest: bandOf(rest),
    total: bandOf(total),
    contacts: seriesOf(grid, day.contacts),
    p10: seriesOf(grid, day.p10),
    p90: seriesOf(grid, day.p90),
  });
}
