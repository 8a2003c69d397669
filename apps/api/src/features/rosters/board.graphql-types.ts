import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { Agent } from '../organisation/index.js';
import { RequirementView } from '../staffing/index.js';

export enum ScheduleState {
  DRAFT = 'draft',
  PUBLISHED = 'published',
}
registerEnumType(ScheduleState, { name: 'ScheduleState' });

/** Columns of one row a shift, then one row an activity. Times are whole minutes from `startAt`. */
@ObjectType({
  description: 'Columns of one row a shift, then one row an activity. Times are whole minutes from `startAt`.',
})
export class PackedShifts {
  @Field(() => [ID])
  readonly ids!: string[];

  @Field(() => [Int])
  readonly versions!: number[];

  @Field(() => [Int], { description: 'Index into ScheduleBoard.agents.' })
  readonly agentIndex!: number[];

  @Field(() => [Int])
  readonly startMinute!: number[];

  @Field(() => [Int])
  readonly lengthMinutes!: number[];

  @Field(() => [Int], { description: 'Index into organisation.shiftTemplates order given in templateIds; -1 = none.' })
  readonly templateIndex!: number[];

  @Field(() => [Int], {
    description: '1 locked, 2 edited by hand, 4 changed since publish, 8 times agreed on in an exchange.',
  })
  readonly flags!: number[];

  @Field(() => [Int], { description: "Index of each shift's first activity; one more entry than shifts." })
  readonly activityOffset!: number[];

  @Field(() => [Int], { description: 'Index into activityTypeIds.' })
  readonly activityType!: number[];

  @Field(() => [Int])
  readonly activityStartMinute!: number[];

  @Field(() => [Int])
  readonly activityLengthMinutes!: number[];

  @Field(() => [ID])
  readonly templateIds!: string[];

  @Field(() => [ID])
  readonly activityTypeIds!: string[];
}

@ObjectType()
export class PackedTimeOff {
  @Field(() => ID)
  readonly agentId!: string;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;

  @Field(() => Int)
  readonly paidMinutes!: number;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType()
export class ScheduleInfo {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { nullable: true })
  readonly siteId!: string | null;

  @Field(() => LocalDateScalar)
  readonly weekStartOn!: string;

  @Field(() => Int)
  readonly weeks!: number;

  @Field(() => String)
  readonly zone!: string;

  @Field(() => ScheduleState)
  readonly state!: ScheduleState;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly publishedAt!: Instant | null;

  @Field(() => Int)
  readonly changesSincePublish!: number;

  @Field(() => ID, { nullable: true })
  readonly requirementId!: string | null;

  @Field(() => DateTimeScalar)
  readonly updatedAt!: Instant;
}

/** All the board needs in one answer. */
@ObjectType({ description: 'All the board needs in one answer.' })
export class ScheduleBoard {
  @Field(() => ScheduleInfo)
  readonly schedule!: ScheduleInfo;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;

  @Field(() => Int)
  readonly slotMinutes!: number;

  @Field(() => [Agent])
  readonly agents!: Agent[];

  @Field(() => PackedShifts)
  readonly shifts!: PackedShifts;

  @Field(() => PackedShifts, { description: 'Shifts of the two weeks before, for rules that look back.' })
  readonly history!: PackedShifts;

  @Field(() => DateTimeScalar)
  readonly historyFromAt!: Instant;

  @Field(() => [PackedTimeOff])
  readonly timeOff!: PackedTimeOff[];

  @Field(() => RequirementView, { nullable: true })
  readonly requirement!: RequirementView | null;
}
