import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { scheduleOf } from '../rosters.mapper.js';
import { editResultOf } from '../schedules.resolver.js';
import { ScheduleRepository } from '../schedules.repository.js';
import { SchedulePublication, ScheduleReceipt, ScheduleWithdrawn, WithdrawResult } from './publishing.graphql-types.js';
import { ReceiptsService } from './receipts.service.js';
import { WithdrawService } from './withdraw.service.js';

@Resolver()
export class PublishingResolver {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly receipts: ReceiptsService,
    private readonly withdrawing: WithdrawService,
  ) {}

  @Query(() => [SchedulePublication], { description: 'Parts of a draft that are published, in the order they were.' })
  @RequirePermission('schedule.read')
  async schedulePublications(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<SchedulePublication[]> {
    const parts = await this.schedules.publishedParts(context, scheduleId);
    return parts.map(({ teamIds, ...part }) => ({ ...part, teamIds: teamIds && [...teamIds] }));
  }

  @Query(() => [ScheduleReceipt], { description: 'Who has seen and acknowledged what they were told.' })
  @RequirePermission('schedule.read')
  scheduleReceipts(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<ScheduleReceipt[]> {
    return this.receipts.of(context, scheduleId);
  }

  @Mutation(() => WithdrawResult, {
    description: 'Takes back what is published of a schedule. Agents are told, with the reason.',
  })
  @RequirePermission('schedule.publish')
  async withdrawSchedule(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<typeof WithdrawResult> {
    const done = await this.withdrawing.withdraw(context, { scheduleId, expectedVersion, reason });
    switch (done.kind) {
      case 'withdrawn':
        return Object.assign(new ScheduleWithdrawn(), {
          schedule: scheduleOf(done.schedule),
          notifiedAgents: done.notifiedAgents,
        });
      case 'edited-meanwhile':
        return editResultOf(done) as typeof WithdrawResult;
      case 'not-found':
        return NotFound.of('schedule');
      case 'invalid':
        return InvalidInput.of(done.path, done.message);
    }
  }
}
