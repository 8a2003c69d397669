import { Args, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { MyWeek } from './my-week.graphql-types.js';
import { myWeekOf } from './my-week.mapper.js';
import { MyWeekService } from './my-week.service.js';

@Resolver()
export class MyWeekResolver {
  constructor(private readonly weeks: MyWeekService) {}

  @Query(() => MyWeek, { nullable: true })
  @RequirePermission('my-week.read')
  async myWeek(
    @CurrentContext() context: RequestContext,
    @Args('weekOf', { type: () => LocalDateScalar }) weekOf: LocalDate,
  ): Promise<MyWeek | null> {
    const week = await this.weeks.week(context, weekOf);
    return week && myWeekOf(week);
  }
}
