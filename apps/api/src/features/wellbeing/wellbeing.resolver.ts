import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { NothingPlanned } from '../intraday/repair/index.js';
import { proposalsOf, RepairProposals, RepairProposalsResult } from '../intraday/repair/index.js';
import { LoadAlertsService } from './load-alerts.service.js';
import { HardContactDuty, LoadAlert, MyWellbeing, TeamTrend, TeamWellbeing } from './wellbeing.graphql-types.js';
import { WellbeingService } from './wellbeing.service.js';

@Resolver()
export class WellbeingResolver {
  constructor(
    private readonly wellbeing: WellbeingService,
    private readonly alerts: LoadAlertsService,
  ) {}

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

  @Query(() => [TeamTrend], { description: 'The week that holds the day and those before it, at most twelve.' })
  @RequirePermission('wellbeing.read')
  wellbeingTrend(
    @CurrentContext() context: RequestContext,
    @Args('weekOf', { type: () => LocalDateScalar }) weekOf: LocalDate,
    @Args('weeks', { type: () => Int, defaultValue: 12 }) weeks: number,
  ): Promise<TeamTrend[]> {
    return this.wellbeing.trend(context, { weekOf, weeks });
  }

  @Query(() => [LoadAlert], { description: 'What the running day asks of people at this moment.' })
  @RequirePermission('wellbeing.read')
  loadAlerts(@CurrentContext() context: RequestContext): Promise<LoadAlert[]> {
    return this.alerts.now(context);
  }

  @Query(() => [HardContactDuty], {
    description: 'Who is first for hard contacts in the published week that holds the day: what the routing follows.',
  })
  @RequirePermission('wellbeing.read')
  hardContactDuties(
    @CurrentContext() context: RequestContext,
    @Args('weekOf', { type: () => LocalDateScalar }) weekOf: LocalDate,
  ): Promise<HardContactDuty[]> {
    return this.wellbeing.duties(context, weekOf);
  }

  @Query(() => RepairProposalsResult, {
    description: 'The breaks of those behind a team’s alert, sooner: one proposal for `applyRepair`, or none.',
  })
  @RequirePermission('intraday.act')
  async loadAlertRepair(
    @CurrentContext() context: RequestContext,
    @Args('teamId', { type: () => ID }) teamId: string,
  ): Promise<typeof RepairProposalsResult> {
    const found = await this.alerts.mend(context, teamId);
    if (found) return Object.assign(new RepairProposals(), proposalsOf(found));
    return Object.assign(new NothingPlanned(), { message: 'no published schedule holds the present' });
  }
}
