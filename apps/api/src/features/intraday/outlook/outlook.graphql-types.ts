import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { LocalText } from '../../../platform/graphql/shared.graphql-types.js';

export enum IntradayAlertKind {
  SHORT = 'short',
  OVER = 'over',
}
registerEnumType(IntradayAlertKind, { name: 'IntradayAlertKind' });

@ObjectType({ description: 'A stretch of today that somebody should look at. Its id stays while it moves.' })
export class IntradayAlert {
  @Field(() => ID) id!: string;
  @Field(() => ID) queueId!: string;
  @Field(() => IntradayAlertKind) kind!: IntradayAlertKind;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => Int, { description: 'Missing, or too many, in the worst quarter of an hour' }) agents!: number;
  @Field(() => Float, { nullable: true }) serviceLow!: number | null;
  @Field(() => Float, { nullable: true }) serviceHigh!: number | null;
  @Field(() => DateTimeScalar) raisedAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) clearedAt!: Instant | null;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType({ description: 'What came until now, beside what the plan said of the same intervals.' })
export class IntradaySoFar {
  @Field(() => Float) contacts!: number;
  @Field(() => Float) plannedContacts!: number;
  @Field(() => Float, { nullable: true }) handleSeconds!: number | null;
  @Field(() => Float, { nullable: true }) plannedHandleSeconds!: number | null;
  @Field(() => Float, { nullable: true, description: 'Answered within the threshold / offered' })
  serviceLevel!: number | null;
  @Field(() => Float, { nullable: true }) plannedServiceLevel!: number | null;
  @Field(() => Float, { nullable: true, description: 'What the forecast of the rest is multiplied with' })
  factor!: number | null;
}

const NULLS = { nullable: 'items' } as const;

@ObjectType({
  description: 'One queue today, in equal steps from startAt; null = closed, not known, or not asked there.',
})
export class IntradayQueue {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => Int) stepMinutes!: number;
  @Field(() => Float, { nullable: true, description: 'Goal of the service level, where it has one' })
  goalFraction!: number | null;
  @Field(() => Int, { nullable: true }) answerWithinSeconds!: number | null;
  @Field(() => IntradaySoFar) soFar!: IntradaySoFar;
  @Field(() => [Float], NULLS) plannedContacts!: (number | null)[];
  @Field(() => [Float], NULLS) actualContacts!: (number | null)[];
  @Field(() => [Float], NULLS) expectedContacts!: (number | null)[];
  @Field(() => [Float], NULLS) p10Contacts!: (number | null)[];
  @Field(() => [Float], NULLS) p90Contacts!: (number | null)[];
  @Field(() => [Float], NULLS) plannedService!: (number | null)[];
  @Field(() => [Float], NULLS) actualService!: (number | null)[];
  @Field(() => [Float], { ...NULLS, description: 'With those present, at many contacts (P90 of the forecast)' })
  serviceLow!: (number | null)[];
  @Field(() => [Float], NULLS) serviceLikely!: (number | null)[];
  @Field(() => [Float], { ...NULLS, description: 'At few contacts (P10)' }) serviceHigh!: (number | null)[];
  @Field(() => [Float], { ...NULLS, description: 'Agents to roster as planned' }) plannedNeed!: (number | null)[];
  @Field(() => [Float], { ...NULLS, description: 'Agents to roster by the rest of the day as it is seen now' })
  need!: (number | null)[];
  @Field(() => [Float], { ...NULLS, description: 'On contact work by the schedule, without those missing' })
  present!: (number | null)[];
}

@ObjectType({ description: 'Planned, but not there: absence over the shift, or not serving contacts for long.' })
export class MissingAgentType {
  @Field(() => ID) agentId!: string;
  @Field(() => String) name!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => String, { description: 'absence or not-there' }) reason!: string;
  @Field(() => String, { nullable: true }) state!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) since!: Instant | null;
}

@ObjectType()
export class IntradayOutlook {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => DateTimeScalar) at!: Instant;
  @Field(() => String) zone!: string;
  @Field(() => ID) scheduleId!: string;
  @Field(() => [IntradayQueue]) queues!: IntradayQueue[];
  @Field(() => [IntradayAlert], { description: 'Of today; those that stand first, the most agent-hours first' })
  alerts!: IntradayAlert[];
  @Field(() => [MissingAgentType]) missing!: MissingAgentType[];
}

@ObjectType({ description: 'No published schedule holds the present: there is nothing to compare the day with.' })
export class NothingPlanned {
  @Field(() => String) message!: string;
}

export const IntradayOutlookResult = createUnionType({
  name: 'IntradayOutlookResult',
  types: () => [IntradayOutlook, NothingPlanned] as const,
});

@ObjectType({ description: 'Something of today changed: alerts, mends or absences. Look again.' })
export class IntradayChange {
  @Field(() => DateTimeScalar) at!: Instant;
}
