import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { Shift } from './schedules.graphql-types.js';
import { Contract, ShiftTemplate } from '../organisation/index.js';
import { Notice } from '../notifications/index.js';
import { PackedTimeOff } from './board.graphql-types.js';

@ObjectType()
export class MyShift {
  @Field(() => Shift)
  readonly shift!: Shift;

  @Field(() => ShiftTemplate, { nullable: true })
  readonly template!: ShiftTemplate | null;

  @Field(() => String)
  readonly siteZone!: string;

  @Field(() => Boolean)
  readonly changedSincePublish!: boolean;

  @Field(() => Shift, { nullable: true })
  readonly before!: Shift | null;
}

@ObjectType()
export class MyWeek {
  @Field(() => LocalDateScalar)
  readonly weekStartOn!: string;

  @Field(() => String)
  readonly zone!: string;

  @Field(() => Boolean)
  readonly published!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly publishedAt!: Instant | null;

  @Field(() => [MyShift])
  readonly shifts!: MyShift[];

  @Field(() => [PackedTimeOff])
  readonly timeOff!: PackedTimeOff[];

  @Field(() => Int)
  readonly scheduledPaidMinutes!: number;

  @Field(() => Contract)
  readonly contract!: Contract;

  @Field(() => [Notice])
  readonly notices!: Notice[];
}
