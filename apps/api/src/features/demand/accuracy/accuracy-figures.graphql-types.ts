import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { DemandMeasure, EditOperation } from '../layers/forecast-layers.graphql-types.js';

const numberOrNull = { nullable: true } as const;

@ObjectType({
  description: 'Errors of a forecast as fractions, with the sums they are made of; null where nothing can be said.',
})
export class ErrorFigures {
  @Field(() => Float, { nullable: true, description: 'Sum over intervals of |forecast - actual| / sum of actual.' })
  readonly wapeInterval!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same over day totals, of days that arrived whole.' })
  readonly wapeDay!: number | null;

  @Field(() => Float, { nullable: true, description: '(Forecast - actual) / actual: above 0 is too high.' })
  readonly bias!: number | null;

  @Field(() => Float, { description: 'Contacts that came, or handle seconds.' })
  readonly actual!: number;

  @Field(() => Float)
  readonly absoluteError!: number;

  @Field(() => Float, { description: 'Forecast - actual.' })
  readonly signedError!: number;

  @Field(() => Float)
  readonly actualOfWholeDays!: number;

  @Field(() => Float)
  readonly absoluteErrorByDay!: number;
}

@ObjectType({ description: 'A simple forecast over the days it could be made for, and what the plan was better by.' })
export class ForecastValueAdded {
  @Field(() => ErrorFigures)
  readonly simple!: ErrorFigures;

  @Field(() => Float, { nullable: true, description: 'WAPE of the simple forecast - WAPE of the plan, by interval.' })
  readonly addedInterval!: number | null;

  @Field(() => Float, numberOrNull)
  readonly addedDay!: number | null;

  @Field(() => Int)
  readonly days!: number;
}

@ObjectType({ description: 'What one edit gave (above 0) or took, against the plan without it and those after it.' })
export class EditValue {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Days it changed.' })
  readonly days!: number;

  @Field(() => Float, { nullable: true, description: 'Of what came in those days.' })
  readonly addedInterval!: number | null;

  @Field(() => Float, { description: 'Less absolute error, in contacts or handle seconds.' })
  readonly lessError!: number;

  @Field(() => String, { nullable: true, description: 'Null when the edit is no longer kept.' })
  readonly reason!: string | null;

  @Field(() => DemandMeasure, { nullable: true })
  readonly measure!: DemandMeasure | null;

  @Field(() => EditOperation, { nullable: true })
  readonly operation!: EditOperation | null;

  @Field(() => Float, numberOrNull)
  readonly value!: number | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly fromAt!: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly untilAt!: Instant | null;
}

@ObjectType()
export class MeasureAccuracy {
  @Field(() => ErrorFigures)
  readonly plan!: ErrorFigures;

  @Field(() => ErrorFigures)
  readonly unedited!: ErrorFigures;

  @Field(() => Float, { nullable: true, description: 'Error without edits - error with them, by interval.' })
  readonly editsAddedInterval!: number | null;

  @Field(() => Float, numberOrNull)
  readonly editsAddedDay!: number | null;

  @Field(() => [EditValue])
  readonly edits!: EditValue[];
}

@ObjectType({ description: 'How plans did over some days.' })
export class ForecastAccuracy {
  @Field(() => Int)
  readonly days!: number;

  @Field(() => Int, { description: 'Days of which part has arrived: their intervals count, their totals do not.' })
  readonly partialDays!: number;

  @Field(() => Int)
  readonly scoredIntervals!: number;

  @Field(() => MeasureAccuracy)
  readonly contacts!: MeasureAccuracy;

  @Field(() => MeasureAccuracy, { nullable: true, description: 'Weighted by the contacts that came.' })
  readonly handle!: MeasureAccuracy | null;

  @Field(() => ForecastValueAdded, { nullable: true, description: 'Against the last same weekday.' })
  readonly naive!: ForecastValueAdded | null;

  @Field(() => ForecastValueAdded, { nullable: true, description: 'Against the mean of the last four.' })
  readonly plannerMean!: ForecastValueAdded | null;

  @Field(() => Float, numberOrNull)
  readonly mase!: number | null;

  @Field(() => Float, numberOrNull)
  readonly coverage80!: number | null;

  @Field(() => Float, numberOrNull)
  readonly coverage90!: number | null;

  @Field(() => Float, numberOrNull)
  readonly pinball10!: number | null;

  @Field(() => Float, numberOrNull)
  readonly pinball50!: number | null;

  @Field(() => Float, numberOrNull)
  readonly pinball90!: number | null;
}
