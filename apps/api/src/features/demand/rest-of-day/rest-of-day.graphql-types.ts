import { Field, Float, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { IntervalSeries, NotEnoughHistory } from '../demand.graphql-types.js';

@ObjectType({ description: 'A total with its 80 % band' })
export class TotalBand {
  @Field(() => Float) contacts!: number;
  @Field(() => Float) p10!: number;
  @Field(() => Float) p90!: number;
}

@ObjectType({ description: 'What the day so far says of its rest' })
export class RestOfDay {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => DateTimeScalar) at!: Instant;
  @Field(() => LocalText) methodTitle!: LocalText;
  @Field(() => Float) contactsSoFar!: number;
  @Field(() => Float, { description: 'What was forecast for the same intervals' }) forecastSoFar!: number;
  @Field(() => Float, { description: 'What the forecast of the rest is multiplied with' }) factor!: number;
  @Field(() => Int, { description: 'Past days from which the update is learned; 0: too few, the factor is 1' })
  learnedFromDays!: number;
  @Field(() => Int, { description: 'Intervals over without a value' }) missingIntervals!: number;
  @Field(() => Int, { description: 'Intervals so silent that they are taken as an outage' }) silentIntervals!: number;
  @Field(() => Float) morningTotal!: number;
  @Field(() => TotalBand) rest!: TotalBand;
  @Field(() => TotalBand) total!: TotalBand;
  @Field(() => IntervalSeries, { description: 'The whole day; null where it is over or closed' })
  contacts!: IntervalSeries;
  @Field(() => IntervalSeries) p10!: IntervalSeries;
  @Field(() => IntervalSeries) p90!: IntervalSeries;
}

@ObjectType()
export class ClosedDay {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => String) message!: string;
}

export const RestOfDayResult = createUnionType({
  name: 'RestOfDayResult',
  types: () => [RestOfDay, ClosedDay, NotEnoughHistory, NotFound] as const,
});
