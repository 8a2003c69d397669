import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { NotEnoughHistory, StartForecastResult } from './demand.graphql-types.js';
import { ForecastService } from './forecast.service.js';

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
    const started = await this.forecasts.start(context, args);
    switch (started.kind) {
      case 'started':
        return jobStarted(started.job);
      case 'not-enough-history':
        return Object.assign(new NotEnoughHistory(), {
          queueId: started.queueId,
          haveDays: started.haveDays,
          needDays: started.needDays,
          message: `${started.haveDays} days of history; at least ${started.needDays} are needed`,
        });
      case 'not-found':
        return NotFound.of('queue');
      case 'invalid':
        return InvalidInput.of(started.path, started.message);
    }
  }
}
