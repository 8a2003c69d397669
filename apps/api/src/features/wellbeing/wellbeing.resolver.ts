import { Args, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { MyWellbeing, TeamWellbeing } from './wellbeing.graphql-types.js';
import { WellbeingService } from './wellbeing.service.js';

@Resolver()
export class WellbeingResolver {
  constructor(private readonly wellbeing: WellbeingService) {}

  @Query(() => MyWellbeing, {
    nullable: true,
    description: 'The reader’s own measures of the published week that holds the day; nobody else’s can be asked for.',
  })
  @RequirePermission('my-week.read')
  myWellbeing(
    @CurrentContext() context: RequestContext,
    @Args('weekOf', { type: () => LocalDateScalar }) weekOf: LocalDate,
  ): Promise<MyWellbeing | null> {
    return this.wellbeing.mine(context, weekOf);
  }

  @Query(() => [TeamWellbeing], { description: 'Each team as bands without names, small groups masked.' })
  @RequirePermission('wellbeing.read')
  teamWellbeing(
    @CurrentContext() context: RequestContext,
    @Args('weekOf', { type: () => LocalDateScalar }) weekOf: LocalDate,
  ): Promise<TeamWellbeing[]> {
    return this.wellbeing.teams(context, weekOf);
  }
}
