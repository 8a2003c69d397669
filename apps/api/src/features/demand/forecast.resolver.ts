import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { StartForecastResult } from './demand.graphql-types.js';
import { ForecastService } from './forecast.service.js';
import { startedForecast } from './started-forecast.js';

@ArgsType()
export class StartForecastArgs {
  @Field(() => [ID], { nullable: true }) queueIds?: string[] | null;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => String, { nullable: true }) methodId?: string | null;
}

@Resolver()
export class ForecastResolver {
  constructor(private readonly forecasts: ForecastService) {}

  @Mutation(() => StartForecastResult)
  @RequirePermission('forecast.run')
  async startForecast(
    @CurrentContext() context: RequestContext,
    @Args() args: StartForecastArgs,
  ): Promise<typeof StartForecastResult> {
    return startedForecast(await this.forecasts.start(context, args));
  }
}
