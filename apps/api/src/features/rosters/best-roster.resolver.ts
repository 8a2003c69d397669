import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { RosterBest } from './best-roster.graphql-types.js';
import { BestRosters } from './best-rosters.service.js';
import { packedOf } from './rosters.mapper.js';

@Resolver()
export class BestRosterResolver {
  constructor(private readonly bests: BestRosters) {}

  @Query(() => RosterBest, {
    nullable: true,
    description: 'Of the newest run of the schedule, while it goes on or when an edit kept it out of the draft.',
  })
  @RequirePermission('schedule.read')
  async rosterBest(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<RosterBest | null> {
    const found = await this.bests.ofSchedule(context, scheduleId);
    return found && { ...found, shifts: packedOf(found.shifts) };
  }
}
