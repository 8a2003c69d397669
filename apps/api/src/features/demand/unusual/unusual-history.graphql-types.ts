import { Field, Float, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import type { JsonValue } from '../../../platform/jobs/job-definition.js';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { EventKind } from '../demand.graphql-types.js';

export enum UnusualKind {
  OUTAGE = 'outage',
  PARTLY_RECORDED = 'partly-recorded',
  SPIKE = 'spike',
  HUGE_VALUE = 'huge-value',
  STUCK_VALUE = 'stuck-value',
  LOW_DAY = 'low-day',
  HIGH_DAY = 'high-day',
  MISSING_SPAN = 'missing-span',
  LEVEL_SHIFT = 'level-shift',
  BY_HAND = 'by-hand',
}
registerEnumType(UnusualKind, { name: 'UnusualKind' });

export enum HistoryAction {
  LEAVE_OUT = 'leave-out',
  REPLACE = 'replace',
  EVENT = 'event',
  KEEP = 'keep',
}
registerEnumType(HistoryAction, {
  name: 'HistoryAction',
  description: 'What a planner makes of an odd stretch; KEEP uses it as it is.',
});

@ObjectType({ description: 'Recorded beside expected; null = nothing recorded, or closed.' })
export class HistoryPicture {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => Int, { description: 'Minutes from one value to the next; 1440 for days' }) readonly stepMinutes!: number;
  @Field(() => [Float], { nullable: 'items' }) readonly actual!: (number | null)[];
  @Field(() => [Float], { nullable: 'items' }) readonly expected!: (number | null)[];
}

@ObjectType({ description: 'An odd stretch of history. Nothing is done about it until somebody decides.' })
export class UnusualStretch {
  @Field(() => ID, { description: 'The same while kind, span and its data are' }) readonly id!: string;
  @Field(() => UnusualKind) readonly kind!: UnusualKind;
  @Field(() => DateTimeScalar) readonly fromAt!: Instant;
  @Field(() => DateTimeScalar) readonly untilAt!: Instant;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'Included' }) readonly untilOn!: LocalDate;
  @Field(() => Float) readonly expected!: number;
  @Field(() => Float) readonly actual!: number;
  @Field(() => Float, { description: 'Robust standard deviations from the expected' }) readonly score!: number;
  @Field(() => JsonScalar, { description: '`kind` and its numbers, for words in any language' })
  readonly reason!: JsonValue;
  @Field(() => HistoryAction) readonly suggested!: HistoryAction;
  @Field(() => HistoryPicture) readonly picture!: HistoryPicture;
}

@ObjectType()
export class HistoryDecision {
  @Field(() => ID) readonly id!: string;
  @Field(() => HistoryAction) readonly action!: HistoryAction;
  @Field(() => UnusualStretch, { description: 'As it was when it was decided' }) readonly stretch!: UnusualStretch;
  @Field(() => String) readonly author!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => Boolean, { description: 'The data have changed since: it no longer holds' }) readonly isStale!: boolean;
}

@ObjectType()
export class UnusualHistory {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => Int) readonly historyDays!: number;
  @Field(() => Int, { description: 'Decisions that change what the newest forecast has learnt from' })
  readonly changesSinceForecast!: number;
  @Field(() => [UnusualStretch]) readonly stretches!: UnusualStretch[];
  @Field(() => [HistoryDecision], { description: 'Newest first' }) readonly decided!: HistoryDecision[];
}

@InputType()
export class DecideStretchInput {
  @Field(() => ID) stretchId!: string;
  @Field(() => HistoryAction) action!: HistoryAction;
  @Field(() => String, { nullable: true, description: 'With EVENT: its name' }) title?: string | null;
  @Field(() => EventKind, { nullable: true }) eventKind?: EventKind | null;
}

@InputType({ description: 'A span of history that a planner names, in the wall-clock time of the queue' })
export class DecideSpanInput {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int, { defaultValue: 0, description: 'Minutes after midnight of the first day' }) fromMinute!: number;
  @Field(() => LocalDateScalar, { description: 'Included' }) untilOn!: LocalDate;
  @Field(() => Int, { defaultValue: 1440, description: 'Minutes after midnight of the last day' }) untilMinute!: number;
  @Field(() => HistoryAction) action!: HistoryAction;
  @Field(() => String, { description: 'Why, in the words of the planner' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'With EVENT: its name; else the reason' }) title?: string | null;
  @Field(() => EventKind, { nullable: true }) eventKind?: EventKind | null;
}

@ObjectType()
export class HistoryDecided {
  @Field(() => UnusualHistory) readonly unusual!: UnusualHistory;
}

@ObjectType({ description: 'Somebody decided or the data were corrected first; as it is now.' })
export class HistoryDecidedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => UnusualHistory) readonly unusual!: UnusualHistory;
}

export const DecideHistoryResult = createUnionType({
  name: 'DecideHistoryResult',
  types: () => [HistoryDecided, HistoryDecidedMeanwhile, InvalidInput, NotFound] as const,
});
