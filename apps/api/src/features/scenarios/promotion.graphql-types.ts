import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { ScenarioBaseMissing } from './scenario-base.graphql-types.js';
import { ScenarioChangedMeanwhile, ScenarioFaulty } from './scenarios.graphql-types.js';

@ObjectType({ description: 'What a forecast comes to before a change and after it, over the days of the scenario.' })
export class ScenarioPromotedDemand {
  @Field(() => ID) queueId!: string;
  @Field(() => Float) contactsBefore!: number;
  @Field(() => Float) contactsAfter!: number;
  @Field(() => Float, { nullable: true }) handleSecondsBefore!: number | null;
  @Field(() => Float, { nullable: true }) handleSecondsAfter!: number | null;
}

@ObjectType()
export class ScenarioCandidate {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
export class ScenarioAbsentPeople {
  @Field(() => Int) agents!: number;
  @Field(() => [ScenarioCandidate], { description: 'By name; people with the skill where the change names one.' })
  candidates!: ScenarioCandidate[];
}

@ObjectType({ description: 'A kind of time off.' })
export class ScenarioAbsenceKind {
  @Field(() => String) code!: string;
  @Field(() => LocalText) title!: LocalText;
}

@InputType({ description: 'Who is away in one change of the list. They are told, and it can be taken back.' })
export class ScenarioAbsentInput {
  @Field(() => Int) index!: number;
  @Field(() => [ID]) agentIds!: string[];
  @Field(() => String, { description: 'Code of the kind of time off.' }) kind!: string;
}

@ObjectType({ description: 'What becomes of one change when the scenario is made the plan.' })
export class ScenarioPromotionLine {
  @Field(() => Int, { description: 'Place of the change in the list, from 0.' }) index!: number;
  @Field(() => String) kind!: string;
  @Field(() => Boolean) promoted!: boolean;
  @Field(() => LocalText, { description: 'How it is written, or why it cannot be.' }) text!: LocalText;
  @Field(() => [ScenarioPromotedDemand], { description: 'Forecasts it edits.' }) demand!: ScenarioPromotedDemand[];
  @Field(() => ScenarioAbsentPeople, {
    nullable: true,
    description: 'Of an absence: how many are away, and who could be. Without a choice nothing is written.',
  })
  absent!: ScenarioAbsentPeople | null;
}

@ObjectType({ description: 'What would be made the plan, and what not and why; nothing is written yet.' })
export class ScenarioPromotionPlan {
  @Field(() => [ScenarioPromotionLine]) lines!: ScenarioPromotionLine[];
  @Field(() => [ScenarioAbsenceKind], { description: 'Empty where no change is an absence.' })
  absenceKinds!: ScenarioAbsenceKind[];
}

@ObjectType({ description: 'What was made the plan of a scenario. It can be taken back.' })
export class ScenarioPromotion {
  @Field(() => ID) id!: string;
  @Field(() => ID) scenarioId!: string;
  @Field(() => Int, { description: 'Of the scenario.' }) version!: number;
  @Field(() => String, { nullable: true }) promotedBy!: string | null;
  @Field(() => DateTimeScalar) promotedAt!: Instant;
  @Field(() => Boolean) isUndone!: boolean;
  @Field(() => [ScenarioPromotionLine]) lines!: ScenarioPromotionLine[];
}

@ObjectType()
export class ScenarioPromoted {
  @Field(() => ScenarioPromotion) promotion!: ScenarioPromotion;
}

@ObjectType({ description: 'Nothing of the scenario can be written into the plan; the lines say why.' })
export class NothingToPromote {
  @Field(() => String) message!: string;
  @Field(() => [ScenarioPromotionLine]) lines!: ScenarioPromotionLine[];
}

@ObjectType({ description: 'What it would write has been changed by somebody since; nothing was done.' })
export class ScenarioPromotionRefused {
  @Field(() => String) message!: string;
  @Field(() => String, { description: 'What the refusing part said.' }) because!: string;
}

export const ScenarioPromotionPlanResult = createUnionType({
  name: 'ScenarioPromotionPlanResult',
  types: () => [ScenarioPromotionPlan, ScenarioFaulty, ScenarioBaseMissing, InvalidInput, NotFound] as const,
});

export const PromoteScenarioResult = createUnionType({
  name: 'PromoteScenarioResult',
  types: () =>
    [
      ScenarioPromoted,
      NothingToPromote,
      ScenarioPromotionRefused,
      ScenarioChangedMeanwhile,
      ScenarioFaulty,
      ScenarioBaseMissing,
      InvalidInput,
      NotFound,
    ] as const,
});
