import { BadRequestException } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { daysBetween, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { TimeOffCalendar } from './time-off-calendar.service.js';
import { requestOf } from './time-off.mapper.js';
import { TimeOffRequest } from './time-off.graphql-types.js';

const LONGEST_DAYS = 62;

@ObjectType()
export class TeamDayOff {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => Int, { nullable: true, description: 'Strictest number of places of the day; null: not limited.' })
  most!: number | null;
  @Field(() => Int, { nullable: true, description: 'Fewest places left in an hour of the day.' }) left!: number | null;
}

@ObjectType({ description: 'Who of a team is off or asks to be, and the places left, by local day of its site.' })
export class TeamTimeOff {
  @Field(() => ID) teamId!: string;
  @Field(() => String) zone!: string;
  @Field(() => [TeamDayOff]) days!: TeamDayOff[];
  @Field(() => [TimeOffRequest], { description: 'Approved and waiting, by their start.' }) absences!: TimeOffRequest[];
}

@Resolver()
export class TimeOffCalendarResolver {
  constructor(private readonly calendar: TimeOffCalendar) {}

  @Query(() => Int, { description: 'Requests for time off that wait for a person or a place.' })
  @RequirePermission('exchange.decide')
  waitingTimeOffCount(@CurrentContext() context: RequestContext): Promise<number> {
    return this.calendar.waitingCount(context);
  }

  @Query(() => TeamTimeOff, { nullable: true, description: 'Both days are included; null where no such team is.' })
  @RequirePermission('exchange.decide')
  async teamTimeOff(
    @CurrentContext() context: RequestContext,
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('untilOn', { type: () => LocalDateScalar }) untilOn: LocalDate,
  ): Promise<TeamTimeOff | null> {
    const count = daysBetween(fromOn, untilOn) + 1;
    if (count < 1 || count > LONGEST_DAYS)
      throw new BadRequestException(`the range (${count} days) must be 1..${LONGEST_DAYS} days long`);
    const found = await this.calendar.ofTeam(context, teamId, { fromOn, untilOn });
    return found && { ...found, days: [...found.days], absences: found.absences.map(requestOf) };
  }
}
