import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { AdherenceSettings } from './live.graphql-types.js';

export enum ConformanceKind {
  FRACTION = 'fraction',
  UNDEFINED = 'undefined',
  INFINITE = 'infinite',
}
registerEnumType(ConformanceKind, {
  name: 'ConformanceKind',
  description: 'Undefined: no contact work scheduled, none done. Infinite: done though none was scheduled.',
});

export enum ExcuseScopeKind {
  AGENT = 'agent',
  TEAM = 'team',
  SITE = 'site',
  QUEUE = 'queue',
  ALL = 'all',
}
registerEnumType(ExcuseScopeKind, { name: 'ExcuseScopeKind', description: 'How the agents of an excuse are chosen.' });

export enum AdherenceExceptionState {
  PROPOSED = 'proposed',
  APPROVED = 'approved',
  DECLINED = 'declined',
  WITHDRAWN = 'withdrawn',
}
registerEnumType(AdherenceExceptionState, { name: 'AdherenceExceptionState' });

@ObjectType({ description: 'Adherence and conformance, never one without the other, and the seconds behind both.' })
export class AdherenceFigures {
  @Field(() => Float, { nullable: true, description: '0..1; null where nothing was scheduled that could be judged.' })
  readonly adherenceFraction!: number | null;
  @Field(() => ConformanceKind) readonly conformanceKind!: ConformanceKind;
  @Field(() => Float, { nullable: true, description: 'May exceed 1; null unless the kind is FRACTION.' })
  readonly conformanceFraction!: number | null;
  @Field(() => Float) readonly scheduledSeconds!: number;
  @Field(() => Float) readonly outSeconds!: number;
  @Field(() => Float) readonly explainedSeconds!: number;
  @Field(() => Float) readonly ignoredSeconds!: number;
  @Field(() => Float) readonly unknownSeconds!: number;
  @Field(() => Float) readonly outsideSeconds!: number;
  @Field(() => Float) readonly contactScheduledSeconds!: number;
  @Field(() => Float) readonly contactWorkedSeconds!: number;
}

@ObjectType({ description: 'A stretch of a day with one answer.' })
export class AdherenceSpan {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => String, { description: '`in`, `out`, `unscheduled`, `unknown`, `ignored` or `explained`.' })
  readonly status!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Why a deviation does not count: `excuse`, `helped-queue`, `boot-time`, `change-not-acknowledged`, `rest-caught-up`, `grace`.',
  })
  readonly credit!: string | null;
  @Field(() => ID, { nullable: true }) readonly excuseId!: string | null;
  @Field(() => String, { description: 'For the queue: `positive`, `negative` or `neutral`.' })
  readonly impact!: string;
  @Field(() => ID, { nullable: true }) readonly activityTypeId!: string | null;
  @Field(() => String) readonly state!: string;
}

@ObjectType()
export class PlannedSpan {
  @Field(() => ID) readonly activityTypeId!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
}

@ObjectType({ description: 'A deviation an agent explained or a supervisor excused.' })
export class AdherenceException {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => ExcuseScopeKind) readonly scopeKind!: ExcuseScopeKind;
  @Field(() => ID, { nullable: true }) readonly scopeId!: string | null;
  @Field(() => Int) readonly agentCount!: number;
  @Field(() => ID, { nullable: true, description: 'Where it covers one agent.' }) readonly agentId!: string | null;
  @Field(() => String, { nullable: true }) readonly agentName!: string | null;
  @Field(() => String) readonly note!: string;
  @Field(() => AdherenceExceptionState) readonly state!: AdherenceExceptionState;
  @Field(() => String, { nullable: true }) readonly proposedBy!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => String, { nullable: true }) readonly decidedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly decidedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly decisionNote!: string | null;
}

@ObjectType({ description: 'A day of an agent: the plan, what was done, the figures and what they are made of.' })
export class AdherenceDay {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly agentName!: string;
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => String) readonly zone!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => DateTimeScalar, { description: 'No later than now.' }) readonly judgedUntil!: Instant;
  @Field(() => AdherenceFigures) readonly figures!: AdherenceFigures;
  @Field(() => [PlannedSpan]) readonly activities!: PlannedSpan[];
  @Field(() => [AdherenceSpan], { description: 'In time order, without gap, up to judgedUntil.' })
  readonly spans!: AdherenceSpan[];
  @Field(() => [AdherenceException], { description: 'Of the day, newest first, also those that wait.' })
  readonly exceptions!: AdherenceException[];
  @Field(() => AdherenceSettings) readonly settings!: AdherenceSettings;
}

@ObjectType()
export class KeptAdherenceDay {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => Boolean, { description: 'The day is over and its states have come in.' }) readonly final!: boolean;
  @Field(() => AdherenceFigures) readonly figures!: AdherenceFigures;
}

@ObjectType({ description: 'Adherence of a person over some days; nobody else’s.' })
export class MyAdherence {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly zone!: string;
  @Field(() => AdherenceFigures, { description: 'All days together.' }) readonly figures!: AdherenceFigures;
  @Field(() => [KeptAdherenceDay]) readonly days!: KeptAdherenceDay[];
  @Field(() => [AdherenceException]) readonly exceptions!: AdherenceException[];
}

@ObjectType({ description: 'What an excuse would change of one agent’s day.' })
export class DayEffect {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly agentName!: string;
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => AdherenceFigures) readonly before!: AdherenceFigures;
  @Field(() => AdherenceFigures) readonly after!: AdherenceFigures;
}

@ObjectType({ description: 'What an excuse would change; nothing is saved yet.' })
export class ExcuseEffect {
  @Field(() => Int, { description: 'Agents meant who were to work in the span.' }) readonly scheduledAgents!: number;
  @Field(() => Int) readonly changedAgents!: number;
  @Field(() => Float) readonly excusedSeconds!: number;
  @Field(() => AdherenceFigures, { description: 'The whole days of those scheduled, together.' })
  readonly before!: AdherenceFigures;
  @Field(() => AdherenceFigures) readonly after!: AdherenceFigures;
  @Field(() => [DayEffect], { description: 'Those that change most, at most 20.' }) readonly days!: DayEffect[];
}

@ObjectType({ description: 'Too many agents for an answer at once: startExcuseTrial works it out.' })
export class ExcuseEffectTakesLong {
  @Field(() => Int) readonly scheduledAgents!: number;
}

@InputType()
export class ExplainDeviationInput {
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => String, { description: 'One of excuseKinds.' }) kind!: string;
  @Field(() => String, { defaultValue: '' }) note!: string;
}

@InputType()
export class ExcuseInput extends ExplainDeviationInput {
  @Field(() => ExcuseScopeKind) scopeKind!: ExcuseScopeKind;
  @Field(() => ID, { nullable: true, description: 'Absent for ALL.' }) scopeId?: string | null;
}

@InputType()
export class AdherenceSettingsInput {
  @Field(() => ID) siteId!: string;
  @Field(() => Int) graceSeconds!: number;
  @Field(() => Int) bootSeconds!: number;
  @Field(() => [ID]) ignoredActivityTypeIds!: string[];
  @Field(() => [String]) ignoredStates!: string[];
  @Field(() => Boolean) countsOutsideShift!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class AdherenceExceptionSaved {
  @Field(() => AdherenceException) readonly exception!: AdherenceException;
  @Field(() => ID, { nullable: true, description: 'The job that judges its days again, where they are many.' })
  readonly rejudgeJobId!: string | null;
}

@ObjectType({ description: 'Somebody else saved meanwhile; these are the settings now.' })
export class AdherenceSettingsEdited {
  @Field(() => AdherenceSettings) readonly settings!: AdherenceSettings;
}

export const AdherenceExceptionResult = createUnionType({
  name: 'AdherenceExceptionResult',
  types: () => [AdherenceExceptionSaved, InvalidInput, NotFound] as const,
});
export const ExcuseEffectResult = createUnionType({
  name: 'ExcuseEffectResult',
  types: () => [ExcuseEffect, ExcuseEffectTakesLong, InvalidInput] as const,
});
export const SaveAdherenceSettingsResult = createUnionType({
  name: 'SaveAdherenceSettingsResult',
  types: () => [AdherenceSettings, AdherenceSettingsEdited, InvalidInput, NotFound] as const,
});
