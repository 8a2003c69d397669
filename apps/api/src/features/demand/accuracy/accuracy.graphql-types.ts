import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../../platform/jobs/job.graphql-types.js';
import { ErrorFigures, ForecastAccuracy } from './accuracy-figures.graphql-types.js';

export enum DriftDirection {
  MORE = 'more',
  FEWER = 'fewer',
}
registerEnumType(DriftDirection, { name: 'DriftDirection', description: 'More or fewer contacts came than forecast.' });

export enum DriftAdvice {
  RE_FORECAST = 're-forecast',
  JUDGE_DAYS = 'judge-days',
  ADD_EVENT = 'add-event',
}
registerEnumType(DriftAdvice, { name: 'DriftAdvice' });

export enum UnusualDirection {
  LOW = 'low',
  HIGH = 'high',
}
registerEnumType(UnusualDirection, { name: 'UnusualDirection' });

@ObjectType({ description: 'The errors have leant to one side for longer than chance explains.' })
export class ForecastDrift {
  @Field(() => LocalDateScalar)
  readonly sinceOn!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => DriftDirection)
  readonly direction!: DriftDirection;

  @Field(() => Float, { description: '(Actual - forecast) / forecast since then.' })
  readonly size!: number;

  @Field(() => Float, {
    description: 'Cumulative sum in standard deviations of a day; the warning is above the limit.',
  })
  readonly statistic!: number;

  @Field(() => Float)
  readonly limit!: number;

  @Field(() => [DriftAdvice], { description: 'What to do, the first first.' })
  readonly advice!: DriftAdvice[];
}

@ObjectType()
export class WeekAccuracy {
  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => ErrorFigures, { nullable: true })
  readonly figures!: ErrorFigures | null;
}

@ObjectType()
export class QueueAccuracy {
  @Field(() => ID)
  readonly queueId!: string;

  @Field(() => ForecastAccuracy, { nullable: true })
  readonly week!: ForecastAccuracy | null;

  @Field(() => ForecastAccuracy, { nullable: true })
  readonly fourWeeks!: ForecastAccuracy | null;

  @Field(() => [WeekAccuracy], { description: 'The last 13 weeks, oldest first.' })
  readonly weeks!: WeekAccuracy[];

  @Field(() => ForecastDrift, { nullable: true })
  readonly drift!: ForecastDrift | null;

  @Field(() => Int, { description: 'Days of the four weeks with a score.' })
  readonly scoredDays!: number;

  @Field(() => Int, { description: 'Those that somebody had approved before they began.' })
  readonly approvedDays!: number;
}

@ObjectType()
export class AccuracyOverview {
  @Field(() => LocalDateScalar, { description: 'First day of the week.' })
  readonly weekFromOn!: string;

  @Field(() => ForecastAccuracy, { nullable: true, description: 'All queues together.' })
  readonly week!: ForecastAccuracy | null;

  @Field(() => ForecastAccuracy, { nullable: true })
  readonly fourWeeks!: ForecastAccuracy | null;

  @Field(() => [QueueAccuracy])
  readonly queues!: QueueAccuracy[];

  @Field(() => Int, { description: 'Queue-days whose actuals changed since they were scored.' })
  readonly waitingDays!: number;
}

@ObjectType({ description: 'What the calendar knows of a day.' })
export class DayEvent {
  @Field(() => String)
  readonly kind!: string;

  @Field(() => String)
  readonly title!: string;
}

@ObjectType()
export class DayAccuracy {
  @Field(() => LocalDateScalar)
  readonly on!: string;

  @Field(() => Float, { description: 'Of the part scored.' })
  readonly forecast!: number;

  @Field(() => Float)
  readonly actual!: number;

  @Field(() => ErrorFigures)
  readonly figures!: ErrorFigures;

  @Field(() => Float, { description: 'Share of the forecast contacts whose actuals have arrived.' })
  readonly scoredFraction!: number;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => Boolean, { description: 'Approved before the day began; otherwise the newest version at its start.' })
  readonly approved!: boolean;

  @Field(() => [DayEvent])
  readonly events!: DayEvent[];

  @Field(() => UnusualDirection, { nullable: true })
  readonly unusual!: UnusualDirection | null;
}

@ObjectType()
export class HourAccuracy {
  @Field(() => Int, { description: '1 = Monday.' })
  readonly weekday!: number;

  @Field(() => Int)
  readonly hour!: number;

  @Field(() => Int)
  readonly intervals!: number;

  @Field(() => Float)
  readonly actual!: number;

  @Field(() => Float, { nullable: true })
  readonly wape!: number | null;

  @Field(() => Float, { nullable: true })
  readonly bias!: number | null;
}

@ObjectType()
export class LeadAccuracy {
  @Field(() => Int, { description: 'Made at least so many days ahead.' })
  readonly leadDays!: number;

  @Field(() => ForecastAccuracy, { nullable: true })
  readonly accuracy!: ForecastAccuracy | null;
}

@ObjectType({ description: 'How the forecasts of one queue did, from fromOn to before untilOn.' })
export class QueueAccuracyDetail {
  @Field(() => ID)
  readonly queueId!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => LocalDateScalar)
  readonly untilOn!: string;

  @Field(() => ForecastAccuracy, { nullable: true })
  readonly accuracy!: ForecastAccuracy | null;

  @Field(() => [DayAccuracy])
  readonly days!: DayAccuracy[];

  @Field(() => [HourAccuracy])
  readonly hours!: HourAccuracy[];

  @Field(() => [LeadAccuracy])
  readonly leads!: LeadAccuracy[];

  @Field(() => ForecastDrift, { nullable: true })
  readonly drift!: ForecastDrift | null;
}

@ObjectType()
export class NothingToScore {
  @Field(() => String)
  readonly message!: string;
}

export const ScoreForecastsResult = createUnionType({
  name: 'ScoreForecastsResult',
  types: () => [JobStarted, NothingToScore, InvalidInput] as const,
});
