import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { Queue, StaffingPlanType } from '../demand/index.js';
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

@ObjectType({ description: 'What a local day or a week comes to; null = not known.' })
export class RequirementSummary {
  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => LocalDateScalar, { description: 'The first date after' })
  readonly untilOn!: string;

  @Field(() => Float)
  readonly contacts!: number;

  @Field(() => Float)
  readonly agentHoursRequired!: number;

  @Field(() => Float)
  readonly agentHoursToRoster!: number;

  @Field(() => Float, { description: 'Handling time left in hand after closing' })
  readonly overtimeHours!: number;

  @Field(() => Float, { nullable: true, description: 'Weighted by contacts, at the mean of the forecast' })
  readonly serviceLevel!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same on average over the uncertain rate' })
  readonly expectedServiceLevel!: number | null;

  @Field(() => Float, { nullable: true, description: 'Probability that the figures of the period reach the goals' })
  readonly chanceToMeet!: number | null;

  @Field(() => Int, { description: 'Intervals with contacts but no answer' })
  readonly unansweredIntervals!: number;
}

@ObjectType()
export class QueueRequirement {
  @Field(() => Queue)
  readonly queue!: Queue;

  @Field(() => StaffingPlanType, { description: 'The settings the figures were computed with.' })
  readonly plan!: StaffingPlanType;

  @Field(() => LocalText)
  readonly modelTitle!: LocalText;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => Int)
  readonly stepMinutes!: number;

  @Field(() => [Float], { nullable: 'items' })
  readonly contacts!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly averageHandleSeconds!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'By the load method of the plan' })
  readonly loadErlangs!: (number | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'Null where the note says why there is no answer, `closed` included; on a schedule board closed is 0.',
  })
  readonly requiredAgents!: (number | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'Share of the paid time the required agents are grossed up by.',
  })
  readonly shrinkageFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'Null and 0 as in `requiredAgents`.' })
  readonly agentsToRoster!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly serviceLevelFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly occupancyFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'Relative standard deviation of the arrival rate.' })
  readonly rateCv!: (number | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'Probability that the required agents meet every goal; null = the spread of the forecast is not known',
  })
  readonly chanceToMeet!: (number | null)[];

  @Field(() => [RequirementSummary], {
    description: 'One for each local day; none for days computed before these were kept',
  })
  readonly days!: RequirementSummary[];

  @Field(() => RequirementSummary, {
    nullable: true,
    description: 'The range as one, when it is a week from Monday that one version holds whole.',
  })
  readonly week!: RequirementSummary | null;

  @Field(() => [String], { description: '`settings`, `forecast`: what changed since the figures were computed' })
  readonly stale!: string[];

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

@InputType()
export class StaffingSettingsInput {
  @Field(() => ID)
  queueId!: string;

  @Field(() => Int, { description: 'The version of the queue the change was made on.' })
  version!: number;

  @Field(() => StaffingPlanType)
  plan!: StaffingPlanType;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean handle time assumed where history and forecast know none; left out = stays as it is.',
  })
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

@ObjectType({ description: 'A field of the settings that makes no sense, and why, in both languages.' })
export class InvalidStaffingSettings {
  @Field(() => String, { description: 'As in the input: `plan.goal.answerWithinSeconds`, `plan.shrinkage.2.fraction`' })
  readonly path!: string;

  @Field(() => String)
  readonly message!: string;

  @Field(() => LocalText)
  readonly text!: LocalText;
}

@ObjectType({ description: 'Somebody else saved these settings first; the queue as it is now.' })
export class StaffingSettingsChanged {
  @Field(() => String)
  readonly message!: string;

  @Field(() => Queue)
  readonly queue!: Queue;
}

export const SaveStaffingSettingsResult = createUnionType({
  name: 'SaveStaffingSettingsResult',
  types: () => [StaffingSettingsSaved, StaffingSettingsChanged, InvalidStaffingSettings, NotFound] as const,
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
