import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ExchangeService } from './exchange.service.js';
import { Exchange, MyWeek } from './my-week.graphql-types.js';
import { myWeekOf } from './my-week.mapper.js';
import { MyWeekService } from './my-week.service.js';
import { shiftOf } from './rosters.mapper.js';

@Resolver()
export class MyWeekResolver {
  constructor(
    private readonly weeks: MyWeekService,
    private readonly exchangeList: ExchangeService,
  ) {}

  @Query(() => MyWeek, { nullable: true })
  @RequirePermission('my-week.read')
  async myWeek(
    @CurrentContext() context: RequestContext,
    @Args('weekOf', { type: () => LocalDateScalar }) weekOf: LocalDate,
  ): Promise<MyWeek | null> {
    const week = await this.weeks.week(context, weekOf);
    return week && myWeekOf(week);
  }

  @Query(() => [Exchange])
  @RequirePermission('exchange.read')
  async exchanges(
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<Exchange[]> {
    const found = await this.exchangeList.latest(context, first);
    return found.map(({ sides, ...exchange }) => ({
      ...exchange,
      sides: sides.map(({ agent, shift }) => ({ agent, shift: shiftOf(shift) })),
    }));
  }
}
