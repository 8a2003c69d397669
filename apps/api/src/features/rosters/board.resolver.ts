import { BadRequestException } from '@nestjs/common';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { RequirementView } from '../staffing/index.js';
import { requirementViewOf } from '../staffing/index.js';
import { ScheduleBoard, ScheduleInfo } from './board.graphql-types.js';
import { BoardPlaces, BoardService } from './board.service.js';
import { boardOf, scheduleOf } from './rosters.mapper.js';
import { ScheduleService } from './schedule.service.js';
import { WeekStep } from './schedules.graphql-types.js';

const MOST_WEEKS = 60;

@Resolver(() => ScheduleBoard)
export class BoardResolver {
  constructor(
    private readonly boards: BoardService,
    private readonly places: BoardPlaces,
    private readonly schedules: ScheduleService,
  ) {}

  @Query(() => ScheduleBoard, {
    nullable: true,
    description: 'By id, or the schedule of the week that holds the date.',
  })
  @RequirePermission('schedule.read')
  async scheduleBoard(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
    @Args('weekOf', { type: () => LocalDateScalar, nullable: true }) weekOf: LocalDate | null,
  ): Promise<Omit<ScheduleBoard, 'requirement'> | null> {
    const board = await this.boards.board(context, { id, weekOf });
    return board && boardOf(board);
  }

  @ResolveField(() => RequirementView, { nullable: true })
  async requirement(
    @Parent() board: ScheduleBoard,
    @CurrentContext() context: RequestContext,
  ): Promise<RequirementView | null> {
    const picture = await this.places.requirement(context, board.schedule);
    return picture && requirementViewOf(picture);
  }

  @Query(() => [WeekStep])
  @RequirePermission('schedule.read')
  async weeks(
    @CurrentContext() context: RequestContext,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('count', { type: () => Int, defaultValue: 6 }) count: number,
  ): Promise<WeekStep[]> {
    if (count < 1 || count > MOST_WEEKS) throw new BadRequestException(`count must lie in 1..${MOST_WEEKS}`);
    const steps = await this.schedules.ladder(context, fromOn, count);
    return steps.map(({ schedule, ...step }) => ({ ...step, schedule: schedule && scheduleOf(schedule) }));
  }

  @Query(() => [ScheduleInfo], { name: 'schedules' })
  @RequirePermission('schedule.read')
  async scheduleList(
    @CurrentContext() context: RequestContext,
    @Args('fromOn', { type: () => LocalDateScalar, nullable: true }) fromOn: LocalDate | null,
    @Args('untilOn', { type: () => LocalDateScalar, nullable: true }) untilOn: LocalDate | null,
  ): Promise<ScheduleInfo[]> {
    return (await this.schedules.between(context, { fromOn, untilOn })).map(scheduleOf);
  }
}
