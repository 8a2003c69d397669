import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { NotFound } from '../../../platform/graphql/shared.graphql-types.js';

@InputType()
export class PresenceCellInput {
  @Field(() => ID) agentId!: string;
  @Field(() => LocalDateScalar) on!: string;
}

@ObjectType({ description: 'An agent’s day somebody has selected.' })
export class SelectedCell {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => LocalDateScalar) readonly on!: string;
}

@ObjectType({ description: 'One open board; a person may have several.' })
export class PlannerPresence {
  @Field(() => ID) readonly clientId!: string;
  @Field(() => ID) readonly userId!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => DateTimeScalar) readonly seenAt!: Instant;
  @Field(() => [SelectedCell]) readonly cells!: SelectedCell[];
}

@ObjectType()
export class PresentPlanners {
  @Field(() => ID) readonly scheduleId!: string;
  @Field(() => [PlannerPresence]) readonly planners!: PlannerPresence[];
}

export const AnnouncePresenceResult = createUnionType({
  name: 'AnnouncePresenceResult',
  types: () => [PresentPlanners, NotFound] as const,
});
