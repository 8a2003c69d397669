import { createUnionType, Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'One part of a cost, in the unit of the planning weights.' })
export class CostPart {
  @Field(() => String, { description: 'understaffing, overstaffing, preferences, rules, fairness, wellbeing, …' })
  readonly part!: string;
  @Field(() => Float) readonly cost!: number;
}

@ObjectType({ description: 'What one agent’s shifts cost beside staffing.' })
export class AgentCost {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => Float) readonly cost!: number;
  @Field(() => [CostPart], { description: 'Parts that cost something.' }) readonly parts!: CostPart[];
}

@ObjectType({ description: 'What one interval costs by too few or too many agents, all queues together.' })
export class IntervalCost {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => Float) readonly understaffing!: number;
  @Field(() => Float) readonly overstaffing!: number;
}

@ObjectType({
  description: 'The cost of a schedule taken apart: agents, intervals and rules across agents add up to it.',
})
export class ScheduleScore {
  @Field(() => Float) readonly cost!: number;
  @Field(() => Float, { description: 'Cost of one agent short for an hour, to tell costs in hours.' })
  readonly hourPrice!: number;
  @Field(() => [CostPart]) readonly parts!: CostPart[];
  @Field(() => [AgentCost], { description: 'Agents whose shifts cost something, dearest first.' })
  readonly agents!: AgentCost[];
  @Field(() => [IntervalCost], { description: 'Intervals that cost something, in time order.' })
  readonly intervals!: IntervalCost[];
  @Field(() => Float, { description: 'Preferred rules across agents, which belong to nobody alone.' })
  readonly teamRules!: number;
}

export const ScheduleScoreResult = createUnionType({
  name: 'ScheduleScoreResult',
  types: () => [ScheduleScore, NotFound] as const,
});
