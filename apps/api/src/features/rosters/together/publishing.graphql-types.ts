import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { ScheduleInfo } from '../board.graphql-types.js';
import { EditedMeanwhile } from '../schedules.graphql-types.js';

@ObjectType({ description: 'A part of a draft that agents have been told of.' })
export class SchedulePublication {
  @Field(() => ID) readonly id!: string;
  @Field(() => [ID], { nullable: true, description: 'Null: all teams.' }) readonly teamIds!: string[] | null;
  @Field(() => LocalDateScalar) readonly fromOn!: string;
  @Field(() => LocalDateScalar, { description: 'First day that is not published.' }) readonly untilOn!: string;
  @Field(() => DateTimeScalar) readonly publishedAt!: Instant;
  @Field(() => String, { nullable: true }) readonly publishedBy!: string | null;
}

@ObjectType({ description: 'How far the newest notice about a schedule has come with one agent.' })
export class ScheduleReceipt {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: nothing told, or no account to tell.' })
  readonly toldAt!: Instant | null;
  @Field(() => Boolean) readonly hasAccount!: boolean;
  @Field(() => String, { nullable: true, description: 'schedule-published, schedule-changed, schedule-withdrawn.' })
  readonly kind!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly seenAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly acknowledgedAt!: Instant | null;
  @Field(() => Int, { description: 'Notices about the schedule that are not acknowledged.' })
  readonly openNotices!: number;
}

@ObjectType()
export class ScheduleWithdrawn {
  @Field(() => ScheduleInfo) readonly schedule!: ScheduleInfo;
  @Field(() => Int) readonly notifiedAgents!: number;
}

export const WithdrawResult = createUnionType({
  name: 'WithdrawResult',
  types: () => [ScheduleWithdrawn, EditedMeanwhile, NotFound, InvalidInput] as const,
});
