import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import {
  ExplainShortageResult,
  ExplainWeekResult,
  QueueNotShort,
  ScheduleDifferenceResult,
  ScheduleVersion,
  WishInput,
  type KeptBecause,
} from './explanations.graphql-types.js';
import { differenceOf, shortageOf, weekOf, wishOf } from './explanations.mapper.js';
import { ExplanationsService } from './explanations.service.js';

/** Why a schedule is as it is, and what changed. */
@Resolver()
export class ExplanationsResolver {
  constructor(private readonly explanations: ExplanationsService) {}

  @Query(() => ExplainShortageResult, { description: 'Why a queue is short around an instant; takes a second or two.' })
  @RequirePermission('schedule.read')
  async explainShortage(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('at', { type: () => DateTimeScalar }) at: Instant,
  ): Promise<typeof ExplainShortageResult> {
    const answer = await this.explanations.shortage(context, { scheduleId, queueId, at });
    if (answer.kind === 'explained') return shortageOf(answer.found);
    if (answer.kind === 'not-found') return NotFound.of(answer.what);
    return Object.assign(new QueueNotShort(), { message: 'the queue has the agents it needs then' });
  }

  @Query(() => ExplainWeekResult, { description: 'Why an agent’s week is not the wished one.' })
  @RequirePermission('schedule.read')
  async explainWeek(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('wish', { type: () => WishInput }) wish: WishInput,
  ): Promise<typeof ExplainWeekResult> {
    const answer = await this.explanations.week(context, { scheduleId, wish: wishOf(wish) });
    if (answer.kind === 'explained') return weekOf(answer.found);
    return answer.kind === 'invalid' ? InvalidInput.of(answer.path, answer.message) : NotFound.of('schedule or agent');
  }

  @Query(() => [ScheduleVersion], { description: 'Rosters kept to compare with, newest first.' })
  @RequirePermission('schedule.read')
  async scheduleVersions(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<ScheduleVersion[]> {
    const kept = await this.explanations.versions(context, scheduleId);
    return kept.map((one) => ({ ...one, keptBecause: one.keptBecause as KeptBecause }));
  }

  @Query(() => ScheduleDifferenceResult, { description: 'From a kept version to the schedule as it is now.' })
  @RequirePermission('schedule.read')
  async scheduleDifference(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('against', { type: () => Int, nullable: true, description: 'Another kept version instead of now.' })
    against: number | null,
  ): Promise<typeof ScheduleDifferenceResult> {
    const answer = await this.explanations.difference(context, { scheduleId, version, against });
    return answer.kind === 'explained' ? differenceOf(answer.found) : NotFound.of('version');
  }
}
