import { createUnionType, Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { AvailabilityException, AvailabilityWindow } from '../organisation/index.js';

@ObjectType({ description: 'One of the ranked wishes of the reader.' })
export class MyWish {
  @Field(() => String, { description: '`day-off`, `day-on`, `start-between` or `end-between`.' })
  readonly kind!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Null: every day worked.' }) readonly on!: string | null;
  @Field(() => Int, { nullable: true }) readonly fromMinute!: number | null;
  @Field(() => Int, { nullable: true }) readonly untilMinute!: number | null;
  @Field(() => Float, { description: 'Its part of the budget, which is the same for everybody.' })
  readonly weight!: number;
}

@ObjectType({ description: 'One wish on one day of the published schedules.' })
export class MyJudgedWish {
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => Int, { nullable: true }) readonly fromMinute!: number | null;
  @Field(() => Int, { nullable: true }) readonly untilMinute!: number | null;
  @Field(() => Boolean) readonly met!: boolean;
}

@ObjectType({ description: 'Why a published week is not the wished one, told to the agent.' })
export class MyWishExplained {
  @Field(() => LocalText) readonly text!: LocalText;
}

@ObjectType()
export class MyAvailability {
  @Field(() => [MyWish], { description: 'The most wanted first.' }) readonly wishes!: MyWish[];
  @Field(() => Float) readonly wishBudget!: number;
  @Field(() => Int) readonly mostWishes!: number;
  @Field(() => Int, { description: 'Wishes of the last twelve weeks, day by day, in published schedules.' })
  readonly judgedCount!: number;
  @Field(() => Int) readonly metCount!: number;
  @Field(() => [MyJudgedWish], { description: 'Those wishes, the latest day first.' })
  readonly judged!: MyJudgedWish[];
  @Field(() => [AvailabilityException], { description: 'One-off dates from today on.' })
  readonly exceptions!: AvailabilityException[];
  @Field(() => [AvailabilityWindow], { description: 'When the reader can work; none means always.' })
  readonly windows!: AvailabilityWindow[];
  @Field(() => Int, { description: 'Minutes a week the windows must leave for the contract.' })
  readonly neededMinutes!: number;
}

@InputType()
export class MyWishInput {
  @Field(() => String) readonly kind!: string;
  @Field(() => LocalDateScalar, { nullable: true }) readonly on?: string | null;
  @Field(() => Int, { nullable: true }) readonly fromMinute?: number | null;
  @Field(() => Int, { nullable: true }) readonly untilMinute?: number | null;
}

@InputType({ description: 'Minutes of the site’s day; an end beyond 1440 is of the next day.' })
export class MyAvailabilityWindowInput {
  @Field(() => Int) readonly weekday!: number;
  @Field(() => Int) readonly fromMinute!: number;
  @Field(() => Int) readonly untilMinute!: number;
}

@InputType({ description: 'Minutes of the site’s day; an end beyond 1440 is of the next day.' })
export class MyAvailabilityExceptionInput {
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => Boolean) readonly canWork!: boolean;
  @Field(() => Int) readonly fromMinute!: number;
  @Field(() => Int) readonly untilMinute!: number;
}

export const ExplainMyWishResult = createUnionType({
  name: 'ExplainMyWishResult',
  types: () => [MyWishExplained, InvalidInput, NotFound] as const,
});
export const SaveAvailabilityResult = createUnionType({
  name: 'SaveMyAvailabilityResult',
  types: () => [MyAvailability, InvalidInput] as const,
});
