import { Field, Float, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { ForecastEdit } from './layers/forecast-layers.graphql-types.js';
import { Queue } from './queue.graphql-types.js';
import { JobStarted } from '../../platform/jobs/job.graphql-types.js';

export enum EventKind {
  HOLIDAY = 'holiday',
  CLOSED = 'closed',
  CAMPAIGN = 'campaign',
  OUTAGE = 'outage',
  OTHER = 'other',
}
registerEnumType(EventKind, { name: 'EventKind' });

/** Equal steps from startAt; null = closed or missing, which is not zero. */
@ObjectType({ description: 'Equal steps from startAt; null = closed or missing, which is not zero.' })
export class IntervalSeries {
  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => Int)
  readonly stepMinutes!: number;

  @Field(() => [Float], { nullable: 'items' })
  readonly values!: (number | null)[];
}

@ObjectType()
export class CalendarEvent {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => LocalDateScalar)
  readonly untilOn!: string;

  @Field(() => EventKind)
  readonly kind!: EventKind;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [ID], { nullable: true })
  readonly queueIds!: string[] | null;
}

@ObjectType()
export class MethodError {
  @Field(() => String)
  readonly methodId!: string;

  @Field(() => LocalText)
  readonly title!: LocalText;

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

  @Field(() => Boolean)
  readonly chosen!: boolean;
}

@ObjectType()
export class ForecastInfo {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Instant;

  @Field(() => String)
  readonly createdBy!: string;

  @Field(() => String)
  readonly methodId!: string;

  @Field(() => LocalText)
  readonly methodTitle!: LocalText;

  @Field(() => LocalDateScalar)
  readonly trainedUntilOn!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => [MethodError])
  readonly backtest!: MethodError[];

  @Field(() => JsonScalar)
  readonly reasons!: JsonValue;

  @Field(() => ID, { nullable: true })
  readonly jobId!: string | null;
}

/** History and forecast of one queue over local days of its site. */
@ObjectType({ description: 'History and forecast of one queue over local days of its site.' })
export class DemandView {
  @Field(() => Queue)
  readonly queue!: Queue;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => IntervalSeries)
  readonly actualContacts!: IntervalSeries;

  @Field(() => IntervalSeries)
  readonly actualHandleSeconds!: IntervalSeries;

  @Field(() => IntervalSeries, { nullable: true, description: "Forecast with the planner's edits applied." })
  readonly forecastContacts!: IntervalSeries | null;

  @Field(() => IntervalSeries, { nullable: true, description: 'Without edits.' })
  readonly baseForecastContacts!: IntervalSeries | null;

  @Field(() => IntervalSeries, { nullable: true })
  readonly p10Contacts!: IntervalSeries | null;

  @Field(() => IntervalSeries, { nullable: true })
  readonly p90Contacts!: IntervalSeries | null;

  @Field(() => IntervalSeries, { nullable: true })
  readonly forecastHandleSeconds!: IntervalSeries | null;

  @Field(() => IntervalSeries, { nullable: true, description: 'Without edits.' })
  readonly baseForecastHandleSeconds!: IntervalSeries | null;

  @Field(() => ForecastInfo, { nullable: true })
  readonly forecast!: ForecastInfo | null;

  @Field(() => [ForecastEdit])
  readonly edits!: ForecastEdit[];

  @Field(() => Int, { description: 'Counts up with every change to a layer of the queue; see addForecastLayers.' })
  readonly editsRevision!: number;

  @Field(() => [CalendarEvent])
  readonly events!: CalendarEvent[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First and last local day with history, null when there is none.',
  })
  readonly historyFromOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly historyUntilOn!: string | null;
}

@ObjectType()
export class NotEnoughHistory {
  @Field(() => String)
  readonly message!: string;

  @Field(() => ID)
  readonly queueId!: string;

  @Field(() => Int)
  readonly haveDays!: number;

  @Field(() => Int)
  readonly needDays!: number;
}

export const StartForecastResult = createUnionType({
  name: 'StartForecastResult',
  types: () => [JobStarted, NotEnoughHistory, NotFound, InvalidInput] as const,
});

@ObjectType()
export class CalendarEventAdded {
  @Field(() => CalendarEvent)
  readonly event!: CalendarEvent;
}

@InputType()
export class CalendarEventInput {
  @Field(() => LocalDateScalar)
  fromOn!: string;

  @Field(() => LocalDateScalar)
  untilOn!: string;

  @Field(() => EventKind)
  kind!: EventKind;

  @Field(() => String)
  title!: string;

  @Field(() => [ID], { nullable: true })
  queueIds?: string[] | null;
}

export const AddEventResult = createUnionType({
  name: 'AddEventResult',
  types: () => [CalendarEventAdded, InvalidInput] as const,
});
