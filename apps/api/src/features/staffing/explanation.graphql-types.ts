import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { Queue, StaffingPlanType } from '../demand/index.js';

@ObjectType({
  description:
    'One step of the answer to "why 14 agents?"; `id` names a sentence of the web\'s catalogue, `values` its numbers.',
})
export class ExplanationStep {
  @Field(() => String)
  readonly id!: string;

  @Field(() => JsonScalar)
  readonly values!: JsonValue;
}

@ObjectType()
export class FormulaMeaning {
  @Field(() => String)
  readonly symbol!: string;

  @Field(() => LocalText)
  readonly text!: LocalText;
}

@ObjectType({ description: 'A formula of the calculation, with its letters and with its numbers.' })
export class StaffingFormula {
  @Field(() => String)
  readonly id!: string;

  @Field(() => String)
  readonly symbols!: string;

  @Field(() => LocalText)
  readonly numbers!: LocalText;

  @Field(() => [FormulaMeaning], { description: 'What the letters stand for' })
  readonly meanings!: FormulaMeaning[];
}

@ObjectType({
  description: 'What each number of agents would give, around the answer; null = no steady state or not known.',
})
export class StaffingCurve {
  @Field(() => [Float])
  readonly agents!: number[];

  @Field(() => [Float], { nullable: 'items' })
  readonly serviceLevelFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly asaSeconds!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly occupancyFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly abandonmentFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items' })
  readonly blockingFraction!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'Chance that all goals are met over the forecast' })
  readonly chanceFraction!: (number | null)[];

  @Field(() => [Boolean], { description: 'Whether all goals are met for the load staffed for' })
  readonly met!: boolean[];

  @Field(() => Int, { nullable: true, description: 'Place of the required agents in the lists' })
  readonly answerIndex!: number | null;
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

  @Field(() => StaffingPlanType, { description: 'The settings the figures were computed with.' })
  readonly plan!: StaffingPlanType;

  @Field(() => LocalText)
  readonly modelTitle!: LocalText;

  @Field(() => Float, { nullable: true, description: 'Null when no number of agents reaches the goals' })
  readonly requiredAgents!: number | null;

  @Field(() => Float, { nullable: true })
  readonly agentsToRoster!: number | null;

  @Field(() => [ExplanationStep])
  readonly steps!: ExplanationStep[];

  @Field(() => [StaffingFormula])
  readonly formulas!: StaffingFormula[];

  @Field(() => StaffingCurve, { nullable: true, description: 'Null when no contacts are expected' })
  readonly curve!: StaffingCurve | null;

  @Field(() => LocalText, { description: 'What a planner can say to a director' })
  readonly sentence!: LocalText;

  @Field(() => [ModelComparison])
  readonly models!: ModelComparison[];

  @Field(() => String, { description: 'Source of the model' })
  readonly source!: string;

  @Field(() => String)
  readonly inputHash!: string;

  @Field(() => String)
  readonly codeVersion!: string;
}
