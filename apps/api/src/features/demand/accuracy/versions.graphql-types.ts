import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import type { JsonValue } from '../../../platform/jobs/job-definition.js';
import { JobStarted } from '../../../platform/jobs/job.graphql-types.js';
import { CalendarEvent, IntervalSeries } from '../demand.graphql-types.js';
import { ForecastEdit } from '../layers/forecast-layers.graphql-types.js';

@ObjectType({ description: 'One version of the forecast, as it says of one queue.' })
export class ForecastVersion {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Instant;

  @Field(() => String)
  readonly createdBy!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => String)
  readonly methodId!: string;

  @Field(() => LocalText)
  readonly methodTitle!: LocalText;

  @Field(() => LocalDateScalar)
  readonly trainedUntilOn!: string;
}

@ObjectType({ description: 'The approval in force for a day.' })
export class ApprovedForecastDay {
  @Field(() => LocalDateScalar)
  readonly on!: string;

  @Field(() => ID)
  readonly forecastId!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => DateTimeScalar)
  readonly approvedAt!: Instant;

  @Field(() => String)
  readonly approvedBy!: string;

  @Field(() => String)
  readonly note!: string;

  @Field(() => Int)
  readonly editCount!: number;

  @Field(() => Boolean, { description: 'A newer version or other edits exist than were approved.' })
  readonly changedSince!: boolean;
}

@ObjectType()
export class ForecastVersions {
  @Field(() => [ForecastVersion], { description: 'Those with a day of the range, newest first.' })
  readonly versions!: ForecastVersion[];

  @Field(() => [ApprovedForecastDay])
  readonly approved!: ApprovedForecastDay[];
}

@InputType()
export class ApproveForecastInput {
  @Field(() => [ID], { nullable: true, description: 'All queues when left out.' })
  queueIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The newest version of each day when left out.' })
  forecastId?: string | null;

  @Field(() => LocalDateScalar)
  fromOn!: string;

  @Field(() => Int)
  days!: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@ObjectType()
export class ApprovedQueue {
  @Field(() => ID)
  readonly queueId!: string;

  @Field(() => ID)
  readonly approvalId!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => Int)
  readonly edits!: number;
}

@ObjectType()
export class ForecastApproved {
  @Field(() => [ApprovedQueue])
  readonly queues!: ApprovedQueue[];
}

export const ApproveForecastResult = createUnionType({
  name: 'ApproveForecastResult',
  types: () => [ForecastApproved, NotFound, InvalidInput] as const,
});

export enum VersionDifferenceKind {
  METHOD = 'method',
  TRAINED_UNTIL = 'trained-until',
  EVENT = 'event',
  EDIT = 'edit',
}
registerEnumType(VersionDifferenceKind, { name: 'VersionDifferenceKind' });

@ObjectType({ description: 'One thing in how two forecasts came about that differs.' })
export class VersionDifference {
  @Field(() => VersionDifferenceKind)
  readonly kind!: VersionDifferenceKind;

  @Field(() => LocalText, { nullable: true, description: 'Null where this side does not have it.' })
  readonly one!: LocalText | null;

  @Field(() => LocalText, { nullable: true })
  readonly other!: LocalText | null;

  @Field(() => ForecastEdit, { nullable: true })
  readonly edit!: ForecastEdit | null;
}

@ObjectType()
export class ComparedDay {
  @Field(() => LocalDateScalar)
  readonly on!: string;

  @Field(() => Float, { nullable: true })
  readonly one!: number | null;

  @Field(() => Float, { nullable: true })
  readonly other!: number | null;
}

@ObjectType()
export class ForecastComparison {
  @Field(() => [ForecastVersion])
  readonly oneVersions!: ForecastVersion[];

  @Field(() => [ForecastVersion])
  readonly otherVersions!: ForecastVersion[];

  @Field(() => [ComparedDay])
  readonly days!: ComparedDay[];

  @Field(() => IntervalSeries)
  readonly oneContacts!: IntervalSeries;

  @Field(() => IntervalSeries)
  readonly otherContacts!: IntervalSeries;

  @Field(() => [VersionDifference])
  readonly differences!: VersionDifference[];
}

@ObjectType()
export class OriginError {
  @Field(() => LocalDateScalar)
  readonly originOn!: string;

  @Field(() => Float, { nullable: true })
  readonly wape!: number | null;
}

@ObjectType({ description: 'How one method did in the backtest the forecast was chosen by.' })
export class MethodReportRow {
  @Field(() => String)
  readonly methodId!: string;

  @Field(() => LocalText)
  readonly title!: LocalText;

  @Field(() => String, { nullable: true, description: 'Where the method comes from.' })
  readonly source!: string | null;

  @Field(() => Float)
  readonly wapeInterval!: number;

  @Field(() => Float)
  readonly wapeDay!: number;

  @Field(() => Float)
  readonly bias!: number;

  @Field(() => Float, { nullable: true })
  readonly mase!: number | null;

  @Field(() => Float, { nullable: true })
  readonly coverage80!: number | null;

  @Field(() => Float, { nullable: true })
  readonly coverage90!: number | null;

  @Field(() => [OriginError], { description: 'By origin, oldest first; empty in forecasts of before.' })
  readonly byOrigin!: OriginError[];

  @Field(() => Boolean)
  readonly chosen!: boolean;
}

@ObjectType({ description: 'How a forecast of one queue came about.' })
export class MethodReport {
  @Field(() => ForecastVersion)
  readonly version!: ForecastVersion;

  @Field(() => [MethodReportRow], { description: 'The chosen one, then the others from the smallest error on.' })
  readonly methods!: MethodReportRow[];

  @Field(() => JsonScalar, { description: 'Why the method, days left out, what looked odd.' })
  readonly reasons!: JsonValue;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null in forecasts of before.' })
  readonly historyFromOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly historyUntilOn!: string | null;

  @Field(() => Int, { nullable: true })
  readonly observedIntervals!: number | null;

  @Field(() => [CalendarEvent])
  readonly events!: CalendarEvent[];

  @Field(() => String)
  readonly inputHash!: string;

  @Field(() => String)
  readonly codeVersion!: string;

  @Field(() => Int)
  readonly seed!: number;

  @Field(() => String, { nullable: true, description: 'The method asked for; auto = chosen by backtest.' })
  readonly askedMethodId!: string | null;
}

export const CheckForecastResult = createUnionType({
  name: 'CheckForecastResult',
  types: () => [JobStarted, NotFound] as const,
});
