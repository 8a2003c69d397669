import { Field, Float, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';

@InputType()
export class AgentStateEventInput {
  @Field(() => String, { description: 'Of the source’s own; the same id is the same event, however often it is sent.' })
  id!: string;
  @Field(() => String, { description: 'What the source calls the agent, the e-mail address, or our id.' })
  agent!: string;
  @Field(() => DateTimeScalar) at!: Instant;
  @Field(() => String, { description: 'In the source’s words.' }) state!: string;
  @Field(() => Boolean, { nullable: true, description: 'Replaces what was said under this id before.' })
  correction?: boolean | null;
}

@InputType()
export class AgentStatesInput {
  @Field(() => String) source!: string;
  @Field(() => [AgentStateEventInput], { description: 'Up to 1,000; none is a heartbeat.' })
  events!: AgentStateEventInput[];
}

@ObjectType({ description: 'An event that was left out, and why.' })
export class RejectedAgentState {
  @Field(() => Int, { description: 'Place in the batch, from 0.' }) readonly index!: number;
  @Field(() => String, { nullable: true }) readonly eventId!: string | null;
  @Field(() => String) readonly code!: string;
  @Field(() => String) readonly message!: string;
}

@ObjectType({ description: 'A state without mapping, and what it was stored as meanwhile.' })
export class UnmappedAgentState {
  @Field(() => String) readonly state!: string;
  @Field(() => String) readonly storedAs!: string;
  @Field(() => Int) readonly count!: number;
}

@ObjectType({ description: 'accepted + duplicates + corrected + rejected = received' })
export class AgentStatesTaken {
  @Field(() => Int) readonly received!: number;
  @Field(() => Int) readonly accepted!: number;
  @Field(() => Int) readonly duplicates!: number;
  @Field(() => Int) readonly corrected!: number;
  @Field(() => [RejectedAgentState]) readonly rejected!: readonly RejectedAgentState[];
  @Field(() => [UnmappedAgentState]) readonly unmapped!: readonly UnmappedAgentState[];
  @Field(() => Float, { nullable: true, description: 'Above 0 the clock of the source is ahead.' })
  readonly clockSkewSeconds!: number | null;
  @Field(() => [String]) readonly warnings!: readonly string[];
}

export const IngestAgentStatesResult = createUnionType({
  name: 'IngestAgentStatesResult',
  types: () => [AgentStatesTaken, InvalidInput] as const,
});

@InputType({ description: 'What a queue did in one interval; a later telling replaces it.' })
export class IntervalActualInput {
  @Field(() => String, { description: 'The name of the queue in either language, or our id.' }) queue!: string;
  @Field(() => DateTimeScalar, { description: 'Start of an interval of the queue.' }) startAt!: Instant;
  @Field(() => Float) offered!: number;
  @Field(() => Float, { nullable: true }) answered?: number | null;
  @Field(() => Float, { nullable: true }) answeredWithin?: number | null;
  @Field(() => Float, { nullable: true }) abandoned?: number | null;
  @Field(() => Float, { nullable: true }) shortAbandoned?: number | null;
  @Field(() => Float, { nullable: true }) handleSeconds?: number | null;
  @Field(() => Float, { nullable: true }) backlog?: number | null;
}

@InputType()
export class IntervalActualsInput {
  @Field(() => String) source!: string;
  @Field(() => [IntervalActualInput], { description: 'Up to 1,000.' }) intervals!: IntervalActualInput[];
}

@ObjectType({ description: 'An interval that was left out, and why.' })
export class RejectedIntervalActual {
  @Field(() => Int, { description: 'Place in the batch, from 0.' }) readonly index!: number;
  @Field(() => String) readonly code!: string;
  @Field(() => String) readonly message!: string;
}

@ObjectType({ description: 'changed + unchanged + rejected = received, but for an interval told twice in the batch.' })
export class IntervalActualsTaken {
  @Field(() => Int) readonly received!: number;
  @Field(() => Int, { description: 'New, or different from before.' }) readonly changed!: number;
  @Field(() => Int) readonly unchanged!: number;
  @Field(() => [RejectedIntervalActual]) readonly rejected!: readonly RejectedIntervalActual[];
}

export const IngestIntervalActualsResult = createUnionType({
  name: 'IngestIntervalActualsResult',
  types: () => [IntervalActualsTaken, InvalidInput] as const,
});
