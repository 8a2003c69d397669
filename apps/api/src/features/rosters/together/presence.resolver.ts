import { Args, ID, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { mapEvents } from '../../../platform/events/event-queue.js';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { AnnouncePresenceResult, PresenceCellInput, PresentPlanners } from './presence.graphql-types.js';
import type { PresentPlanner } from './presence.repository.js';
import { PresenceService } from './presence.service.js';

@Resolver()
export class PresenceResolver {
  constructor(private readonly presence: PresenceService) {}

  @Mutation(() => AnnouncePresenceResult, {
    description: 'A sign of life of an open board, every ten seconds and at each new selection.',
  })
  @RequirePermission('schedule.read')
  async announcePresence(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('cells', { type: () => [PresenceCellInput] }) cells: PresenceCellInput[],
  ): Promise<typeof AnnouncePresenceResult> {
    const planners = await this.presence.announce(context, { scheduleId, clientId, cells });
    return planners ? presentOf(scheduleId, planners) : NotFound.of('schedule');
  }

  @Mutation(() => Boolean, { description: 'The board was closed. False when it was not open.' })
  @RequirePermission('schedule.read')
  leaveSchedule(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('clientId', { type: () => ID }) clientId: string,
  ): Promise<boolean> {
    return this.presence.leave(context, { scheduleId, clientId });
  }

  @Subscription(() => PresentPlanners, { resolve: (present: PresentPlanners) => present })
  @RequirePermission('schedule.read')
  async presenceChanged(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<AsyncIterableIterator<PresentPlanners>> {
    const source = await this.presence.watch(context, scheduleId);
    return mapEvents(source, async (planners) => presentOf(scheduleId, planners));
  }
}

function presentOf(scheduleId: string, planners: readonly PresentPlanner[]): PresentPlanners {
  return Object.assign(new PresentPlanners(), {
    scheduleId,
    planners: planners.map((planner) => ({ ...planner, cells: [...planner.cells] })),
  });
}
