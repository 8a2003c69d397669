import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'One price of the objective a centre may set.' })
export class PlanningWeight {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'staffing, fairness, wellbeing, stability or money' })
  readonly group!: string;

  @Field(() => Float)
  readonly value!: number;

  @Field(() => Float)
  readonly standard!: number;

  @Field(() => Float)
  readonly min!: number;

  @Field(() => Float)
  readonly max!: number;

  @Field(() => Float)
  readonly step!: number;
}

@ObjectType({ description: 'What a roster costs in this centre.' })
export class PlanningWeights {
  @Field(() => Int, { description: '0: the standard, never changed.' })
  readonly version!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly changedAt!: Instant | null;

  @Field(() => String, { nullable: true })
  readonly changedBy!: string | null;

  @Field(() => [PlanningWeight])
  readonly weights!: PlanningWeight[];
}

@InputType()
export class PlanningWeightInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Float)
  value!: number;
}

@ObjectType()
export class PlanningWeightsSaved {
  @Field(() => PlanningWeights)
  readonly planningWeights!: PlanningWeights;
}

@ObjectType()
export class PlanningWeightsEditedMeanwhile {
  @Field(() => String)
  readonly message!: string;

  @Field(() => PlanningWeights)
  readonly planningWeights!: PlanningWeights;
}

export const SavePlanningWeightsResult = createUnionType({
  name: 'SavePlanningWeightsResult',
  types: () => [PlanningWeightsSaved, PlanningWeightsEditedMeanwhile, InvalidInput] as const,
});
