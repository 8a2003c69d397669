import { BadRequestException } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { addDays, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { StateDayRepository } from './state-days.repository.js';

const LONGEST_RANGE_DAYS = 400;

@ArgsType()
export class AgentStateDaysArgs {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => ID, { nullable: true, description: 'Left out = all teams.' }) teamId?: string | null;
}

@ObjectType({ description: 'Columns of one length: seconds of a team’s agents in a state on a local day.' })
export class AgentStateDays {
  @Field(() => [LocalDateScalar]) readonly on!: LocalDate[];
  @Field(() => [ID]) readonly teamId!: string[];
  @Field(() => [String], { description: '`unknown`: the source was silent.' }) readonly state!: string[];
  @Field(() => [Int]) readonly seconds!: number[];
}

@Resolver()
export class StateDaysResolver {
  constructor(private readonly days: StateDayRepository) {}

  @Query(() => AgentStateDays, { description: 'Days that are over, summed up; in order of day, team and state.' })
  @RequirePermission('intraday.read')
  async agentStateDays(
    @CurrentContext() context: RequestContext,
    @Args() { fromOn, days, teamId = null }: AgentStateDaysArgs,
  ): Promise<AgentStateDays> {
    if (days < 1 || days > LONGEST_RANGE_DAYS)
      throw new BadRequestException(`days (${days}) must lie in 1..${LONGEST_RANGE_DAYS}`);
    const rows = await this.days.byDayAndTeam(context, { fromOn, untilOn: addDays(fromOn, days), teamId });
    return {
      on: rows.map((row) => row.on),
      teamId: rows.map((row) => row.teamId),
      state: rows.map((row) => row.state),
      seconds: rows.map((row) => row.seconds),
    };
  }
}
