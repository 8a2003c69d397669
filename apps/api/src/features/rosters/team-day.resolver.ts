import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { TeamDay, TeamView } from './team-day.graphql-types.js';
import { TeamDayService } from './team-day.service.js';

@Resolver()
export class TeamDayResolver {
  constructor(private readonly team: TeamDayService) {}

  @Query(() => TeamDay, { description: 'Who else of the reader’s team works that day, as far as the centre shows it.' })
  @RequirePermission('my-week.read')
  myTeamDay(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<TeamDay> {
    return this.team.day(context, on);
  }

  @Query(() => TeamView)
  @RequirePermission('my-week.read')
  async teamView(@CurrentContext() context: RequestContext): Promise<TeamView> {
    return (await this.team.view(context)) as TeamView;
  }

  @Mutation(() => TeamView)
  @RequirePermission('organisation.edit')
  async setTeamView(
    @CurrentContext() context: RequestContext,
    @Args('view', { type: () => TeamView }) view: TeamView,
  ): Promise<TeamView> {
    await this.team.setView(context, view);
    return view;
  }
}
