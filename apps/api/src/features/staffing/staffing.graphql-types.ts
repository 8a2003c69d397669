import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { Queue } from '../demand/index.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType()
export class RequirementInfo {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Instant;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => Int)
  readonly days!: number;

  @Field(() => ID)
  readonly forecastId!: string;
}

@ObjectType()
export class QueueRequirement {
  @Field(() => Queue)
  readonly queue!: Queue;

  @Field(() => String)
  readonly modelId!: string;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => Int)
  readonly stepMinutes!: number;

  @Field(() => [Float], { nullable: 'items' })
  readonly contacts!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly averageHandleSeconds!: (number | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'Null where the note says why there is no answer, `closed` included; on a schedule board closed is 0.',
  })
  readonly requiredAgents!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'Null and 0 as in `requiredAgents`.' })
  readonly agentsToRoster!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly serviceLevelFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly occupancyFraction!: (number | null)[];

  @Field(() => [String], {
    nullable: 'items',
    description: '`closed`, `missing-handle-time`, `unstable-load`, `goal-unreachable` or empty, by interval',
  })
  readonly notes!: (string | null)[];
}

@ObjectType()
export class RequirementView {
  @Field(() => RequirementInfo)
  readonly requirement!: RequirementInfo;

  @Field(() => [QueueRequirement])
  readonly queues!: QueueRequirement[];
}

/** One step of the answer to "why 14 agents?"; `id` names a sentence of the web's catalogue, `values` its numbers. */
@ObjectType({
  description:
    'One step of the answer to "why 14 agents?"; `id` names a sentence of the web\'s catalogue, `values` its numbers.',
})
export class ExplanationStep {
  @Field(() => String)
  readonly id!: string;

  @Field(() => JsonScalar)
  readonly values!: JsonValue;

  @Field(() => String, { nullable: true })
  readonly formula!: string | null;

  @Field(() => String, { nullable: true })
  readonly source!: string | null;
}

@ObjectType()
export class ModelComparison {
  @Field(() => String)
  readonly modelId!: string;

  @Field(() => LocalText)
  readonly title!: LocalText;

  @Field(() => Float, { nullable: true })
  readonly requiredAgents!: number | null;

  @Field(() => Float, { nullable: true })
  readonly serviceLevelFraction!: number | null;

  @Field(() => Float, { nullable: true })
  readonly asaSeconds!: number | null;

  @Field(() => Float, { nullable: true })
  readonly occupancyFraction!: number | null;

  @Field(() => Float, { nullable: true })
  readonly abandonmentFraction!: number | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;
}

@ObjectType()
export class RequirementExplanation {
  @Field(() => Queue)
  readonly queue!: Queue;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;

  @Field(() => Float)
  readonly requiredAgents!: number;

  @Field(() => Float)
  readonly agentsToRoster!: number;

  @Field(() => [ExplanationStep])
  readonly steps!: ExplanationStep[];

  @Field(() => [ModelComparison])
  readonly models!: ModelComparison[];

  @Field(() => String)
  readonly inputHash!: string;

  @Field(() => String)
  readonly codeVersion!: string;
}

@InputType()
export class GoalInput {
  @Field(() => Float, { nullable: true })
  serviceLevelFraction?: number | null;

  @Field(() => Float, { nullable: true })
  answerWithinSeconds?: number | null;

  @Field(() => String, { nullable: true })
  serviceLevelVariant?: string | null;

  @Field(() => Float, { nullable: true })
  asaSeconds?: number | null;

  @Field(() => Float, { nullable: true })
  maxOccupancyFraction?: number | null;

  @Field(() => Float, { nullable: true })
  maxAbandonmentFraction?: number | null;
}

@InputType()
export class StaffingSettingsInput {
  @Field(() => ID)
  queueId!: string;

  @Field(() => String, { nullable: true })
  modelId?: string | null;

  @Field(() => GoalInput, { nullable: true })
  goal?: GoalInput | null;

  @Field(() => Float, { nullable: true })
  patienceSeconds?: number | null;

  @Field(() => Float, { nullable: true })
  shrinkageFraction?: number | null;

  @Field(() => Float, { nullable: true })
  concurrency?: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean handle time assumed where history and forecast know none.' })
  defaultHandleSeconds?: number | null;
}

@ObjectType()
export class RequirementComputed {
  @Field(() => RequirementView)
  readonly requirement!: RequirementView;
}

@ObjectType()
export class ForecastMissing {
  @Field(() => String)
  readonly message!: string;

  @Field(() => [ID])
  readonly queueIds!: string[];
}

export const ComputeRequirementResult = createUnionType({
  name: 'ComputeRequirementResult',
  types: () => [RequirementComputed, ForecastMissing, InvalidInput] as const,
});

@ObjectType()
export class StaffingSettingsSaved {
  @Field(() => Queue)
  readonly queue!: Queue;
}

export const SaveStaffingSettingsResult = createUnionType({
  name: 'SaveStaffingSettingsResult',
  types: () => [StaffingSettingsSaved, NotFound, InvalidInput] as const,
});

@ObjectType()
export class StaffingModel {
  @Field(() => String)
  readonly id!: string;

  @Field(() => LocalText)
  readonly title!: LocalText;

  @Field(() => String)
  readonly source!: string;

  @Field(() => LocalText)
  readonly assumptions!: LocalText;
}
