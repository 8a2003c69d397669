import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';

export enum DemandTotalSpan {
  DAY = 'day',
  WEEK = 'week',
  RANGE = 'range',
}
registerEnumType(DemandTotalSpan, { name: 'DemandTotalSpan' });

@ObjectType({ description: 'Forecast contacts of a day, a week or the whole range, with the band of the total itself' })
export class DemandTotal {
  @Field(() => DemandTotalSpan) span!: DemandTotalSpan;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => Float) contacts!: number;
  @Field(() => Float, { nullable: true }) p10!: number | null;
  @Field(() => Float, { nullable: true }) p90!: number | null;
}
