import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';

const GOAL = 'All goals given must hold; null = not asked for.';
const CLOCK = 'Whether the hours are those in which the queue is open (`business`, the default) or `elapsed`';
const LOAD_METHOD = '`interval`, `lagged` or `modified-offered-load`';
const STAFFED_FOR = '`point`, `expected` or `chance`; the last with a chanceFraction';
const REASON = 'Permanent id of the cause: sickness, lateness, training ...';
const WORKED = 'A part of the week in which the contacts of a queue are worked on';
const WEEKDAYS = 'ISO weekdays 1 (Monday) to 7; null = every day';
const MINUTE = 'Local wall-clock minutes from midnight; null = the whole day';

@ObjectType({ description: GOAL })
@InputType('ServiceGoalInput', { description: GOAL })
export class ServiceGoal {
  @Field(() => Float, { nullable: true }) serviceLevelFraction?: number | null;
  @Field(() => Float, { nullable: true }) answerWithinSeconds?: number | null;
  @Field(() => String, { nullable: true }) serviceLevelVariant?: string | null;
  @Field(() => Float, { nullable: true }) asaSeconds?: number | null;
  @Field(() => Float, { nullable: true }) maxOccupancyFraction?: number | null;
  @Field(() => Float, { nullable: true }) maxAbandonmentFraction?: number | null;
  @Field(() => Float, { nullable: true }) maxBlockingFraction?: number | null;
  @Field(() => Float, { nullable: true }) answerWithinHours?: number | null;
  @Field(() => Float, { nullable: true }) answeredWithinHoursFraction?: number | null;
  @Field(() => String, { nullable: true, description: CLOCK }) answerWithinClock?: string | null;
}

@ObjectType()
@InputType('StaffedForInput')
export class StaffedFor {
  @Field(() => String, { description: STAFFED_FOR }) kind!: string;
  @Field(() => Float, { nullable: true }) chanceFraction?: number | null;
}

@ObjectType()
@InputType('ShrinkageReasonInput')
export class ShrinkageReason {
  @Field(() => String, { description: REASON }) id!: string;
  @Field(() => Float) fraction!: number;
  @Field(() => Boolean, { description: 'Planned causes stand in the roster and are not grossed up again.' })
  planned!: boolean;
  @Field(() => [Int], { nullable: true, description: WEEKDAYS }) weekdays?: number[] | null;
  @Field(() => Int, { nullable: true, description: MINUTE }) fromMinute?: number | null;
  @Field(() => Int, { nullable: true, description: MINUTE }) untilMinute?: number | null;
}

@ObjectType({ description: WORKED })
@InputType('WorkedHoursInput', { description: WORKED })
export class WorkedHours {
  @Field(() => [Int], { nullable: true, description: WEEKDAYS }) weekdays?: number[] | null;
  @Field(() => Int, { nullable: true, description: MINUTE }) fromMinute?: number | null;
  @Field(() => Int, { nullable: true, description: MINUTE }) untilMinute?: number | null;
}

@ObjectType({ description: 'Time kept free after hard contacts; set with the queue.' })
@InputType('RecoveryTimeInput', { description: 'Set with the queue; given here it is asked about, never stored.' })
export class RecoveryTime {
  @Field(() => Float) minutesPerHardContact!: number;
  @Field(() => Float, { description: 'Share of the contacts that are hard, 0 to 1.' }) hardFraction!: number;
}

/** How the requirement of a queue is computed; absent settings take the library's defaults. */
@ObjectType('StaffingPlan', { description: 'How the requirement of a queue is computed; null takes the default.' })
@InputType('StaffingPlanInput', { description: 'Replaces the whole plan; null takes the default.' })
export class StaffingPlanType {
  @Field(() => String) modelId!: string;
  @Field(() => ServiceGoal) goal!: ServiceGoal;
  @Field(() => Float, { nullable: true }) patienceSeconds?: number | null;
  @Field(() => Float, { nullable: true, description: 'Most contacts an agent handles at once; default 1' })
  concurrency?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'How much longer each contact lasts for every further one held; default 0',
  })
  slowdownFraction?: number | null;
  @Field(() => Float, { nullable: true, description: 'Most contacts waiting or handled; null = no limit' })
  lines?: number | null;
  @Field(() => Float, { nullable: true, description: 'Share of attempts not served that try again; default 0' })
  redialFraction?: number | null;
  @Field(() => String, { nullable: true, description: LOAD_METHOD }) loadMethod?: string | null;
  @Field(() => StaffedFor, { nullable: true }) staffedFor?: StaffedFor | null;
  @Field(() => [ShrinkageReason], { nullable: true }) shrinkage?: ShrinkageReason[] | null;
  @Field(() => [WorkedHours], { nullable: true, description: 'Empty or null = whenever the forecast knows contacts' })
  workedHours?: WorkedHours[] | null;
  @Field(() => RecoveryTime, { nullable: true }) recovery?: RecoveryTime | null;
}
