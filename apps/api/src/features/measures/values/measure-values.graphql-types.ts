import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, LocalText } from '../../../platform/graphql/shared.graphql-types.js';
import { KpiFormula } from '../measures.graphql-types.js';

export enum MeasurePeriod {
  INTERVAL = 'interval',
  HOUR = 'hour',
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
  QUARTER = 'quarter',
  YEAR = 'year',
  WHOLE = 'whole',
}
registerEnumType(MeasurePeriod, { name: 'MeasurePeriod', description: '`WHOLE`: all of it as one.' });

export enum MeasureCut {
  ALL = 'all',
  SITE = 'site',
  CHANNEL = 'channel',
  QUEUE = 'queue',
  TEAM = 'team',
}
registerEnumType(MeasureCut, { name: 'MeasureCut' });

export enum MeasureBetter {
  HIGHER = 'higher',
  LOWER = 'lower',
}
registerEnumType(MeasureBetter, { name: 'MeasureBetter' });

@InputType()
export class MeasureRangeInput {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'First day after; at most ten years, by hour or interval 14 days' })
  untilOn!: LocalDate;
  @Field(() => MeasurePeriod) period!: MeasurePeriod;
  @Field(() => MeasureCut) cut!: MeasureCut;
  @Field(() => [ID], { nullable: true, description: 'What these queues did, and nothing told of others or of teams' })
  queueIds?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'Day weeks begin on, 1 = Monday (default) to 7' })
  weekStart?: number | null;
}

@ObjectType({ description: 'Some local days; of hours and intervals also the instant.' })
export class MeasureBucket {
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly untilOn!: LocalDate;
  @Field(() => DateTimeScalar, { nullable: true }) readonly startAt!: Instant | null;
  @Field(() => Float) readonly seconds!: number;
}

@ObjectType({ description: 'A queue, team, site or channel; id null: all together.' })
export class MeasureKey {
  @Field(() => ID, { nullable: true }) readonly id!: string | null;
  @Field(() => LocalText) readonly title!: LocalText;
}

@ObjectType({ description: 'Why a value is null.' })
export class MeasureLack {
  @Field(() => Int, { description: 'Place among the buckets; −1: the whole' }) readonly bucket!: number;
  @Field(() => [String], { description: 'Facts that nobody told' }) readonly names!: readonly string[];
  @Field(() => LocalText, { nullable: true, description: 'What is wrong with the formula, or with 0 / 0' })
  readonly text!: LocalText | null;
}

@ObjectType()
export class MeasureSeries {
  @Field(() => ID) readonly measureId!: string;
  @Field(() => String, { nullable: true, description: '`fraction`, `seconds`, `contacts` …' })
  readonly unit!: string | null;
  @Field(() => ID, { nullable: true }) readonly keyId!: string | null;
  @Field(() => [Float], { nullable: 'items', description: 'By bucket; null: see `lacks`' })
  readonly values!: readonly (number | null)[];
  @Field(() => Float, { nullable: true, description: 'Of the sums over all buckets, never the mean of their values' })
  readonly whole!: number | null;
  @Field(() => [MeasureLack]) readonly lacks!: readonly MeasureLack[];
}

@ObjectType()
export class MeasureValues {
  @Field(() => [MeasureKey]) readonly keys!: readonly MeasureKey[];
  @Field(() => [MeasureBucket]) readonly buckets!: readonly MeasureBucket[];
  @Field(() => [MeasureSeries]) readonly series!: readonly MeasureSeries[];
}

export const MeasureValuesResult = createUnionType({
  name: 'MeasureValuesResult',
  types: () => [MeasureValues, InvalidInput] as const,
});

@ObjectType({ description: 'Sums of one fact under one key, by bucket; null: nobody told it.' })
export class MeasureFactSeries {
  @Field(() => String) readonly name!: string;
  @Field(() => ID, { nullable: true }) readonly keyId!: string | null;
  @Field(() => [Float], { nullable: 'items' }) readonly sums!: readonly (number | null)[];
  @Field(() => [Int], { description: 'Rows with contacts that do not tell it' }) readonly lacking!: readonly number[];
  @Field(() => Float, { nullable: true }) readonly whole!: number | null;
  @Field(() => Int) readonly wholeLacking!: number;
}

@ObjectType()
export class MeasureFacts {
  @Field(() => [MeasureKey]) readonly keys!: readonly MeasureKey[];
  @Field(() => [MeasureBucket]) readonly buckets!: readonly MeasureBucket[];
  @Field(() => [MeasureFactSeries]) readonly facts!: readonly MeasureFactSeries[];
  @Field(() => Float) readonly wholeSeconds!: number;
}

export const MeasureFactsResult = createUnionType({
  name: 'MeasureFactsResult',
  types: () => [MeasureFacts, InvalidInput] as const,
});

@ObjectType({ description: 'Now against the same before.' })
export class MeasureMove {
  @Field(() => ID) readonly measureId!: string;
  @Field(() => Float, { nullable: true }) readonly now!: number | null;
  @Field(() => Float, { nullable: true }) readonly before!: number | null;
  @Field(() => String, { description: '`more-than-noise`, `within-noise`, or `unknown`' }) readonly verdict!: string;
  @Field(() => Float, { nullable: true, description: 'Chance of such a difference where nothing moved' })
  readonly probability!: number | null;
}

@ObjectType()
export class MeasureTrends {
  @Field(() => LocalDateScalar) readonly beforeFromOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly beforeUntilOn!: LocalDate;
  @Field(() => [MeasureMove]) readonly trends!: readonly MeasureMove[];
}

export const MeasureTrendsResult = createUnionType({
  name: 'MeasureTrendsResult',
  types: () => [MeasureTrends, InvalidInput] as const,
});

@ObjectType({ description: 'A measure of every centre, or the organisation’s own.' })
export class MeasureDefinition {
  @Field(() => ID) readonly id!: string;
  @Field(() => String, { nullable: true, description: 'By which formulas use it' }) readonly name!: string | null;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => String) readonly formula!: string;
  @Field(() => String, { nullable: true }) readonly unit!: string | null;
  @Field(() => String, { description: '`service`, `volume`, `customers`, `people`, `planning` or `own`' })
  readonly group!: string;
  @Field(() => LocalText, { nullable: true }) readonly meaning!: LocalText | null;
  @Field(() => String, { nullable: true }) readonly source!: string | null;
  @Field(() => MeasureBetter, { nullable: true }) readonly better!: MeasureBetter | null;
  @Field(() => [String], { description: 'Facts it is computed from' }) readonly facts!: readonly string[];
  @Field(() => [String], { description: 'Measures it uses' }) readonly uses!: readonly string[];
  @Field(() => LocalText, { nullable: true, description: 'What is wrong with its formula' })
  readonly fault!: LocalText | null;
  @Field(() => KpiFormula, { nullable: true, description: 'Null: of every centre' }) readonly own!: KpiFormula | null;
}

@ObjectType({ description: 'A name of imported facts beside those of the catalogue.' })
export class MeasureFactKind {
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => String, { description: '`sum`, or `last`: what stood at the end' }) readonly adds!: string;
}
