import { ArgsType, createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';

@ArgsType()
export class AdherenceHistoryArgs {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int, { description: '1..800 local days.' }) days!: number;
  @Field(() => ID, { nullable: true, description: 'Left out: all teams.' }) teamId?: string | null;
}

@ObjectType({
  description:
    'Columns of one length: seconds both figures are made of. `scheduledSeconds` is what adherence divides by, work outside the shift in it where the site counts it.',
})
export class AdherenceSeconds {
  @Field(() => [Float]) readonly scheduledSeconds!: number[];
  @Field(() => [Float]) readonly outSeconds!: number[];
  @Field(() => [Float]) readonly explainedSeconds!: number[];
  @Field(() => [Float]) readonly ignoredSeconds!: number[];
  @Field(() => [Float]) readonly unknownSeconds!: number[];
  @Field(() => [Float]) readonly outsideSeconds!: number[];
  @Field(() => [Float]) readonly contactScheduledSeconds!: number[];
  @Field(() => [Float]) readonly contactWorkedSeconds!: number[];
}

@ObjectType({ description: 'Days that are over by team, in order of day and team.' })
export class AdherenceHistory {
  @Field(() => [LocalDateScalar]) readonly on!: LocalDate[];
  @Field(() => [ID], { description: 'The team agents were in on the day.' }) readonly teamId!: string[];
  @Field(() => [Int]) readonly agents!: number[];
  @Field(() => AdherenceSeconds) readonly seconds!: AdherenceSeconds;
}

@ObjectType({ description: 'Days that are over by agent and team, in order of name.' })
export class AgentAdherenceHistory {
  @Field(() => [ID]) readonly agentId!: string[];
  @Field(() => [String]) readonly name!: string[];
  @Field(() => [ID]) readonly teamId!: string[];
  @Field(() => [Int]) readonly days!: number[];
  @Field(() => AdherenceSeconds) readonly seconds!: AdherenceSeconds;
}

export const AdherenceHistoryResult = createUnionType({
  name: 'AdherenceHistoryResult',
  types: () => [AdherenceHistory, InvalidInput] as const,
});
export const AgentAdherenceHistoryResult = createUnionType({
  name: 'AgentAdherenceHistoryResult',
  types: () => [AgentAdherenceHistory, InvalidInput] as const,
});
