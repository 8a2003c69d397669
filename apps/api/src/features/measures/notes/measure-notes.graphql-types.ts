import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';

export enum TargetDirection {
  AT_LEAST = 'at-least',
  AT_MOST = 'at-most',
}
registerEnumType(TargetDirection, { name: 'TargetDirection' });

@ObjectType({ description: 'Holds from its date until the next of the same measure and queue.' })
export class MeasureTarget {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID) readonly measureId!: string;
  @Field(() => ID, { nullable: true, description: 'Null: all queues, and each that has none of its own' })
  readonly queueId!: string | null;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => TargetDirection) readonly direction!: TargetDirection;
  @Field(() => Float, { description: 'In the unit of the measure: 0.8 for 80 %' }) readonly value!: number;
  @Field(() => Int) readonly version!: number;
}

@InputType()
export class MeasureTargetInput {
  @Field(() => ID) measureId!: string;
  @Field(() => ID, { nullable: true }) queueId?: string | null;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => TargetDirection) direction!: TargetDirection;
  @Field(() => Float) value!: number;
}

@ObjectType()
export class MeasureTargetSaved {
  @Field(() => MeasureTarget) readonly target!: MeasureTarget;
}

export const SaveMeasureTargetResult = createUnionType({
  name: 'SaveMeasureTargetResult',
  types: () => [MeasureTargetSaved, InvalidInput] as const,
});

@ObjectType({ description: 'What happened on a date.' })
export class MeasureAnnotation {
  @Field(() => ID) readonly id!: string;
  @Field(() => LocalDateScalar) readonly on!: LocalDate;
  @Field(() => ID, { nullable: true }) readonly queueId!: string | null;
  @Field(() => String) readonly text!: string;
  @Field(() => String, { nullable: true }) readonly author!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => Int) readonly version!: number;
}

@InputType()
export class MeasureAnnotationInput {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => ID, { nullable: true }) queueId?: string | null;
  @Field(() => String) text!: string;
}

@ObjectType()
export class MeasureAnnotationSaved {
  @Field(() => MeasureAnnotation) readonly annotation!: MeasureAnnotation;
}

export const AnnotateMeasuresResult = createUnionType({
  name: 'AnnotateMeasuresResult',
  types: () => [MeasureAnnotationSaved, InvalidInput] as const,
});

@ObjectType()
export class MeasureNoteDeleted {
  @Field(() => ID) readonly id!: string;
}

export const DeleteMeasureNoteResult = createUnionType({
  name: 'DeleteMeasureNoteResult',
  types: () => [MeasureNoteDeleted, NotFound] as const,
});
