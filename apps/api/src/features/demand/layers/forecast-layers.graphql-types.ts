import { Field, Float, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';

export enum DemandMeasure {
  CONTACTS = 'contacts',
  HANDLE_SECONDS = 'handle_seconds',
}
registerEnumType(DemandMeasure, { name: 'DemandMeasure' });

export enum EditOperation {
  SET = 'set',
  ADD = 'add',
  PERCENT = 'percent',
  TOTAL = 'total',
  VALUES = 'values',
}
registerEnumType(EditOperation, {
  name: 'EditOperation',
  valuesMap: {
    TOTAL: { description: 'Makes the sum of contacts, or the mean handle time, this value and keeps the shape.' },
    VALUES: { description: 'Gives each interval its own value.' },
  },
});

@ObjectType({ description: 'Which intervals of the range a layer touches, by the clock of the site.' })
export class LayerPattern {
  @Field(() => [Int], { description: '1 = Monday to 7 = Sunday' }) weekdays!: number[];
  @Field(() => Int, { description: 'Minutes since midnight, half-open.' }) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@InputType()
export class LayerPatternInput {
  @Field(() => [Int]) weekdays!: number[];
  @Field(() => Int) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@ObjectType()
export class ForecastEdit {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID) readonly queueId!: string;
  @Field(() => DemandMeasure) readonly measure!: DemandMeasure;
  @Field(() => EditOperation) readonly operation!: EditOperation;
  @Field(() => Float, { nullable: true, description: 'Null where each interval has its own value.' })
  readonly value!: number | null;
  @Field(() => [Float], { nullable: 'itemsAndList', description: 'One an interval of stepMinutes from fromAt.' })
  readonly values!: (number | null)[] | null;
  @Field(() => Int, { nullable: true }) readonly stepMinutes!: number | null;
  @Field(() => LayerPattern, { nullable: true }) readonly pattern!: LayerPattern | null;
  @Field(() => DateTimeScalar) readonly fromAt!: Instant;
  @Field(() => DateTimeScalar) readonly untilAt!: Instant;
  @Field(() => String) readonly reason!: string;
  @Field(() => String) readonly author!: string;
  @Field(() => ID) readonly authorId!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar) readonly changedAt!: Instant;
  @Field(() => Boolean) readonly undone!: boolean;
  @Field(() => Boolean, { description: 'Switched off: kept in its place, without effect.' }) readonly off!: boolean;
  @Field(() => Int) readonly version!: number;
}

@InputType()
export class ForecastLayerInput {
  @Field(() => DemandMeasure) measure!: DemandMeasure;
  @Field(() => EditOperation) operation!: EditOperation;
  @Field(() => Float, { nullable: true }) value?: number | null;
  @Field(() => [Float], { nullable: 'itemsAndList' }) values?: (number | null)[] | null;
  @Field(() => Int, { nullable: true }) stepMinutes?: number | null;
  @Field(() => LayerPatternInput, { nullable: true }) pattern?: LayerPatternInput | null;
  @Field(() => DateTimeScalar) fromAt!: Instant;
  @Field(() => DateTimeScalar) untilAt!: Instant;
}

@InputType()
export class AddForecastLayersInput {
  @Field(() => ID) queueId!: string;
  @Field(() => String) reason!: string;
  @Field(() => Int, { nullable: true, description: 'The editsRevision seen; null lays them on whatever is there.' })
  basedOnRevision?: number | null;
  @Field(() => [ForecastLayerInput]) layers!: ForecastLayerInput[];
}

@InputType()
export class LayerVersionInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType({ description: 'Fields left out stay as they are.' })
export class ChangeForecastLayersInput {
  @Field(() => [LayerVersionInput]) layers!: LayerVersionInput[];
  @Field(() => Boolean, { nullable: true }) undone?: boolean | null;
  @Field(() => Boolean, { nullable: true }) off?: boolean | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class ForecastEditInput {
  @Field(() => ID) queueId!: string;
  @Field(() => DemandMeasure) measure!: DemandMeasure;
  @Field(() => EditOperation) operation!: EditOperation;
  @Field(() => Float) value!: number;
  @Field(() => DateTimeScalar) fromAt!: Instant;
  @Field(() => DateTimeScalar) untilAt!: Instant;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ForecastEdited {
  @Field(() => ForecastEdit) readonly edit!: ForecastEdit;
}

@ObjectType()
export class ForecastLayersChanged {
  @Field(() => [ForecastEdit]) readonly layers!: ForecastEdit[];
  @Field(() => Int) readonly revision!: number;
}

@ObjectType({ description: 'Somebody changed these layers, or layers of the same intervals, since they were read.' })
export class ForecastEditedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => [ForecastEdit], { description: 'As they are now.' }) readonly layers!: ForecastEdit[];
  @Field(() => Int) readonly revision!: number;
}

export const EditForecastResult = createUnionType({
  name: 'EditForecastResult',
  types: () => [ForecastEdited, NotFound, InvalidInput] as const,
});

export const ForecastLayersResult = createUnionType({
  name: 'ForecastLayersResult',
  types: () => [ForecastLayersChanged, ForecastEditedMeanwhile, NotFound, InvalidInput] as const,
});
