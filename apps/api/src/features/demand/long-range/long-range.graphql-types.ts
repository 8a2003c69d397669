import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../../platform/jobs/job.graphql-types.js';
import { NotEnoughHistory } from '../demand.graphql-types.js';

export enum LongRangeTrend {
  DAMPED = 'damped',
  NONE = 'none',
}
registerEnumType(LongRangeTrend, { name: 'LongRangeTrend' });

export enum YearlyTermsKind {
  NONE = 'none',
  SHRUNK = 'shrunk',
  FULL = 'full',
}
registerEnumType(YearlyTermsKind, {
  name: 'YearlyTerms',
  description:
    'How the shape of the year is known. NONE: under a year of history. SHRUNK: one to two years. FULL: more.',
});

export enum GrowthKind {
  PERCENT_A_YEAR = 'percent-a-year',
  STEP_PERCENT = 'step-percent',
  WEEKLY_CONTACTS = 'weekly-contacts',
}
registerEnumType(GrowthKind, { name: 'GrowthKind' });

@ObjectType()
export class LongRangeVersion {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => LocalDateScalar) readonly fromOn!: string;
  @Field(() => Int) readonly weeks!: number;
  @Field(() => LongRangeTrend) readonly trend!: LongRangeTrend;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => String, { nullable: true }) readonly createdBy!: string | null;
}

@ObjectType({
  description:
    'Contacts by week from fromOn of the version on; base, trend, season, calendar and growth add up to them.',
})
export class LongRangeSeries {
  @Field(() => YearlyTermsKind) readonly yearlyTerms!: YearlyTermsKind;
  @Field(() => Int) readonly historyWeeks!: number;
  @Field(() => LocalDateScalar) readonly trainedUntilOn!: string;
  @Field(() => Float) readonly trendFirstYear!: number;
  @Field(() => Int, { description: 'Days of the past that were taken from other queues.' })
  readonly borrowedDays!: number;
  @Field(() => [Float]) readonly contacts!: readonly number[];
  @Field(() => [Float]) readonly p05!: readonly number[];
  @Field(() => [Float]) readonly p10!: readonly number[];
  @Field(() => [Float]) readonly p90!: readonly number[];
  @Field(() => [Float]) readonly p95!: readonly number[];
  @Field(() => [Float]) readonly base!: readonly number[];
  @Field(() => [Float]) readonly trend!: readonly number[];
  @Field(() => [Float]) readonly season!: readonly number[];
  @Field(() => [Float]) readonly calendar!: readonly number[];
  @Field(() => [Float]) readonly growth!: readonly number[];
  @Field(() => [Float], { nullable: 'items' }) readonly handleSeconds!: readonly (number | null)[];
  @Field(() => [LocalDateScalar]) readonly pastOn!: readonly string[];
  @Field(() => [Float]) readonly pastContacts!: readonly number[];
}

@ObjectType({ description: 'What a planner expects beside the past.' })
export class GrowthAssumption {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID, { nullable: true, description: 'Null: every queue.' }) readonly queueId!: string | null;
  @Field(() => GrowthKind) readonly kind!: GrowthKind;
  @Field(() => LocalDateScalar) readonly fromOn!: string;
  @Field(() => LocalDateScalar, { nullable: true }) readonly untilOn!: string | null;
  @Field(() => Float, { description: 'Percent, or contacts a week.' }) readonly value!: number;
  @Field(() => Float, { nullable: true }) readonly rampWeeks!: number | null;
  @Field(() => String) readonly reason!: string;
  @Field(() => String) readonly author!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => Boolean) readonly undone!: boolean;
}

@ObjectType()
export class LongRangeView {
  @Field(() => ID, { nullable: true, description: 'Null: all queues together.' }) readonly queueId!: string | null;
  @Field(() => LongRangeVersion, { nullable: true }) readonly version!: LongRangeVersion | null;
  @Field(() => LongRangeSeries, { nullable: true }) readonly series!: LongRangeSeries | null;
  @Field(() => [LongRangeVersion]) readonly versions!: readonly LongRangeVersion[];
  @Field(() => [GrowthAssumption]) readonly growth!: GrowthAssumption[];
}

@InputType()
export class GrowthAssumptionInput {
  @Field(() => ID, { nullable: true }) queueId?: string | null;
  @Field(() => GrowthKind) kind!: GrowthKind;
  @Field(() => LocalDateScalar) fromOn!: string;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn?: string | null;
  @Field(() => Float) value!: number;
  @Field(() => Float, { nullable: true }) rampWeeks?: number | null;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class GrowthSaved {
  @Field(() => [GrowthAssumption]) readonly growth!: GrowthAssumption[];
}

export const StartLongRangeResult = createUnionType({
  name: 'StartLongRangeResult',
  types: () => [JobStarted, NotEnoughHistory, NotFound, InvalidInput] as const,
});
export const SaveGrowthResult = createUnionType({
  name: 'SaveGrowthResult',
  types: () => [GrowthSaved, NotFound, InvalidInput] as const,
});
