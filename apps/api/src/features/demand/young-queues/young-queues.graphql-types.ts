import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { IntervalSeries } from '../demand.graphql-types.js';

export enum QueueLineageKind {
  SPLIT = 'split',
  MOVED = 'moved',
  MERGED = 'merged',
  LIKE = 'like',
}
registerEnumType(QueueLineageKind, {
  name: 'QueueLineageKind',
  description:
    'SPLIT: a part of the other queue was made this one. MOVED: a part of its contacts came over. MERGED: it was joined into this one. LIKE: this one will behave as it does.',
});

export enum NothingToShowReason {
  NO_DAYS = 'no-days',
  SHARE_UNKNOWN = 'share-unknown',
  UNKNOWN_QUEUE = 'unknown-queue',
}
registerEnumType(NothingToShowReason, { name: 'NothingToShowReason' });

@ObjectType()
export class CurveDay {
  @Field(() => [Float], { nullable: 'items', description: 'Contacts by wall-clock interval; null = closed.' })
  readonly contacts!: (number | null)[];
}

@InputType()
export class CurveDayInput {
  @Field(() => [Float], { nullable: 'items' }) contacts!: (number | null)[];
}

@ObjectType({ description: 'Contacts a planner expects of a queue without much of a past.' })
export class QueueCurve {
  @Field(() => Int) readonly stepMinutes!: number;
  @Field(() => [CurveDay], { description: 'Seven days, Monday first.' }) readonly weekdays!: CurveDay[];
  @Field(() => Float, { nullable: true }) readonly averageHandleSeconds!: number | null;
  @Field(() => Float, { description: 'How far the level may be off: two in three lie within.' })
  readonly levelSpread!: number;
  @Field(() => String) readonly author!: string;
  @Field(() => DateTimeScalar) readonly changedAt!: Instant;
}

@ObjectType()
export class QueueLineageLine {
  @Field(() => ID) readonly id!: string;
  @Field(() => QueueLineageKind) readonly kind!: QueueLineageKind;
  @Field(() => ID) readonly fromQueueId!: string;
  @Field(() => Float, { nullable: true, description: 'Null: learned from the days since.' })
  readonly share!: number | null;
  @Field(() => LocalDateScalar) readonly sinceOn!: string;
  @Field(() => String) readonly reason!: string;
  @Field(() => String) readonly author!: string;
}

@ObjectType()
export class SimilarQueueSuggestion {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => Float, { description: 'Part of the contacts in the same intervals of the week, 0..1.' })
  readonly overlap!: number;
  @Field(() => Float) readonly levelRatio!: number;
}

@ObjectType({ description: 'What a queue is forecast from beside its own days.' })
export class QueueBeginning {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => Int) readonly historyDays!: number;
  @Field(() => QueueCurve, { nullable: true }) readonly curve!: QueueCurve | null;
  @Field(() => [QueueLineageLine]) readonly lineage!: QueueLineageLine[];
  @Field(() => [SimilarQueueSuggestion]) readonly similar!: SimilarQueueSuggestion[];
}

@InputType()
export class QueueCurveInput {
  @Field(() => Int) stepMinutes!: number;
  @Field(() => [CurveDayInput]) weekdays!: CurveDayInput[];
  @Field(() => Float, { nullable: true }) averageHandleSeconds?: number | null;
  @Field(() => Float, { nullable: true }) levelSpread?: number | null;
}

@InputType()
export class QueueLineageInput {
  @Field(() => QueueLineageKind) kind!: QueueLineageKind;
  @Field(() => ID) fromQueueId!: string;
  @Field(() => Float, { nullable: true }) share?: number | null;
  @Field(() => LocalDateScalar) sinceOn!: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class PreviewBeginningInput {
  @Field(() => ID) queueId!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'A queue that is not there yet, at the site and in the interval of the one named.',
  })
  asNew?: boolean | null;
  @Field(() => LocalDateScalar) fromOn!: string;
  @Field(() => QueueCurveInput, { nullable: true }) curve?: QueueCurveInput | null;
  @Field(() => [QueueLineageInput], { nullable: true }) lineage?: QueueLineageInput[] | null;
}

@InputType()
export class NewQueueInput {
  @Field(() => String) name!: string;
  @Field(() => ID, { nullable: true, description: 'A queue whose site and interval the new one has.' })
  besideQueueId?: string | null;
}

@ObjectType()
export class QueueBeginningSaved {
  @Field(() => QueueBeginning) readonly beginning!: QueueBeginning;
}

@ObjectType()
export class QueueCreated {
  @Field(() => ID) readonly queueId!: string;
}

@ObjectType({ description: 'The week as it would be forecast.' })
export class BeginningPreview {
  @Field(() => IntervalSeries) readonly contacts!: IntervalSeries;
  @Field(() => IntervalSeries) readonly p10!: IntervalSeries;
  @Field(() => IntervalSeries) readonly p90!: IntervalSeries;
  @Field(() => Int, { description: 'Days of the past that were taken from another queue.' })
  readonly borrowedDays!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The share used, learned or given; null when nothing is borrowed.',
  })
  readonly share!: number | null;
}

@ObjectType()
export class NothingToShow {
  @Field(() => NothingToShowReason) readonly reason!: NothingToShowReason;
}

export const SaveBeginningResult = createUnionType({
  name: 'SaveBeginningResult',
  types: () => [QueueBeginningSaved, NotFound, InvalidInput] as const,
});
export const PreviewBeginningResult = createUnionType({
  name: 'PreviewBeginningResult',
  types: () => [BeginningPreview, NothingToShow, NotFound, InvalidInput] as const,
});
export const CreateQueueResult = createUnionType({
  name: 'CreateQueueResult',
  types: () => [QueueCreated, NotFound, InvalidInput] as const,
});
