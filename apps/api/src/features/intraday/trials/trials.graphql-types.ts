import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../../platform/jobs/job.graphql-types.js';
import { AdherenceFigures, ExcuseEffect } from '../adherence/adherence.graphql-types.js';

@ObjectType()
export class TeamTrial {
  @Field(() => ID) readonly teamId!: string;
  @Field(() => Int) readonly agents!: number;
  @Field(() => AdherenceFigures) readonly before!: AdherenceFigures;
  @Field(() => AdherenceFigures) readonly after!: AdherenceFigures;
}

@ObjectType({
  description: 'The last days of a site, judged by its settings and by those that were tried. Nothing is stored.',
})
export class AdherenceSettingsTrial {
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The last day.' }) readonly untilOn!: LocalDate;
  @Field(() => Int) readonly agents!: number;
  @Field(() => Int) readonly days!: number;
  @Field(() => Int, { description: 'Agent-days whose figures differ.' }) readonly changedDays!: number;
  @Field(() => Float, { description: 'Seconds out less; below 0: more.' }) readonly fewerOutSeconds!: number;
  @Field(() => AdherenceFigures) readonly before!: AdherenceFigures;
  @Field(() => AdherenceFigures) readonly after!: AdherenceFigures;
  @Field(() => [TeamTrial]) readonly teams!: TeamTrial[];
}

export const StartTrialResult = createUnionType({
  name: 'StartTrialResult',
  types: () => [JobStarted, InvalidInput, NotFound] as const,
});
export const AdherenceSettingsTrialResult = createUnionType({
  name: 'AdherenceSettingsTrialResult',
  types: () => [AdherenceSettingsTrial, NotFound] as const,
});
export const ExcuseTrialResult = createUnionType({
  name: 'ExcuseTrialResult',
  types: () => [ExcuseEffect, NotFound] as const,
});
