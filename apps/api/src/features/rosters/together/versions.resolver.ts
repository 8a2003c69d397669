import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { scheduleOf } from '../rosters.mapper.js';
import { editResultOf } from '../schedules.resolver.js';
import {
  KeepVersionResult,
  RestoreVersionResult,
  ScheduleRestored,
  ScheduleVersionKept,
} from './versions.graphql-types.js';
import { VersionsService } from './versions.service.js';

@Resolver()
export class VersionsResolver {
  constructor(private readonly versions: VersionsService) {}

  @Mutation(() => KeepVersionResult, { description: 'Keeps the roster as it is now under a name.' })
  @RequirePermission('schedule.edit')
  async keepScheduleVersion(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('title', { type: () => String }) title: string,
  ): Promise<typeof KeepVersionResult> {
    const kept = await this.versions.keep(context, scheduleId, title);
    if (kept.kind === 'invalid') return InvalidInput.of('title', kept.message);
    if (kept.kind === 'not-found') return NotFound.of('schedule');
    return Object.assign(new ScheduleVersionKept(), { version: kept.version });
  }

  @Mutation(() => RestoreVersionResult, {
    description:
      'Back to a kept roster. A draft takes it as it was; a published schedule is edited, and agents are told.',
  })
  @RequirePermission('schedule.edit')
  async restoreScheduleVersion(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('overrideReason', { type: () => String, nullable: true }) overrideReason: string | null,
  ): Promise<typeof RestoreVersionResult> {
    const done = await this.versions.restore(context, { scheduleId, version, expectedVersion, overrideReason });
    if (done.kind === 'not-found') return NotFound.of('version');
    if (done.kind !== 'restored') return editResultOf(done) as typeof RestoreVersionResult;
    const { schedule, changedShifts } = done;
    return Object.assign(new ScheduleRestored(), { schedule: scheduleOf(schedule), changedShifts });
  }
}
