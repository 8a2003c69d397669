import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { LocalText } from '../../../platform/graphql/shared.graphql-types.js';
import { NothingPlanned } from '../outlook/outlook.graphql-types.js';

const NULLS = { nullable: 'items' } as const;

@ObjectType()
export class ReplayQueue {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => Int) stepMinutes!: number;
  @Field(() => [Float], NULLS) plannedContacts!: (number | null)[];
  @Field(() => [Float], NULLS) actualContacts!: (number | null)[];
  @Field(() => [Float], NULLS) plannedService!: (number | null)[];
  @Field(() => [Float], NULLS) actualService!: (number | null)[];
}

@ObjectType({ description: 'Something that was said or done that day.' })
export class ReplayEvent {
  @Field(() => DateTimeScalar) at!: Instant;
  @Field(() => String, { description: 'alert-raised, alert-cleared, absence or edit' }) kind!: string;
  @Field(() => LocalText) text!: LocalText;
  @Field(() => String, { nullable: true }) author!: string | null;
}

@ObjectType({
  description: 'A day minute by minute from startAt: how many were planned on contacts, were there, kept to the plan.',
})
export class DayReplay {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => String) zone!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => Boolean, { description: 'False: nobody’s states are known; only planned is filled' })
  hasStates!: boolean;
  @Field(() => [Int]) planned!: number[];
  @Field(() => [Int]) actual!: number[];
  @Field(() => [Int]) kept!: number[];
  @Field(() => [Int]) out!: number[];
  @Field(() => [Int]) unknown!: number[];
  @Field(() => [ReplayQueue]) queues!: ReplayQueue[];
  @Field(() => [ReplayEvent], { description: 'In time order' }) events!: ReplayEvent[];
}

export const DayReplayResult = createUnionType({
  name: 'DayReplayResult',
  types: () => [DayReplay, NothingPlanned] as const,
});
