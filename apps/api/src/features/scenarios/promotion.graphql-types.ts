import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { ScenarioBaseMissing } from './scenario-base.graphql-types.js';
import { ScenarioChangedMeanwhile, ScenarioFaulty } from './scenarios.graphql-types.js';

@ObjectType({ description: 'What becomes of one change when the scenario is made the plan.' })
export class ScenarioPromotionLine {
  @Field(() => Int, { description: 'Place of the change in the list, from 0.' }) index!: number;
  @Field(() => String) kind!: string;
  @Field(() => Boolean) promoted!: boolean;
  @Field(() => LocalText, { description: 'How it is written, or why it cannot be.' }) text!: LocalText;
}

@ObjectType({ description: 'What would be made the plan, and what not and why; nothing is written yet.' })
export class ScenarioPromotionPlan {
  @Field(() => [ScenarioPromotionLine]) lines!: ScenarioPromotionLine[];
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
