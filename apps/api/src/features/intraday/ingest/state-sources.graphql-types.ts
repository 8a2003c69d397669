import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { AGENT_STATES, type AgentState } from '@yotei/scheduling/adherence';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'What a state of the source is in our words.' })
export class StateMeaning {
  @Field(() => String, { description: 'Lower case, parts joined by `-`, word and detail by `/`.' })
  readonly word!: string;
  @Field(() => String, { description: `One of ${AGENT_STATES.join(', ')}` }) readonly state!: AgentState;
}

@ObjectType({ description: 'The states of one kind of system, as far as they are known.' })
export class StatePresetType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String, { description: 'Where the words come from, and what is not sure.' }) readonly source!: string;
  @Field(() => String, { description: 'What a sender says as the state.' }) readonly howToSay!: string;
  @Field(() => [StateMeaning]) readonly states!: StateMeaning[];
  @Field(() => [String], {
    description: 'Words of `states` no manual of the system was seen to say, or that centres name themselves.',
  })
  readonly believed!: string[];
  @Field(() => String) readonly fallback!: AgentState;
}

@ObjectType({ description: 'Something the source says that has no meaning here yet.' })
export class StateSourceOddity {
  @Field(() => String, {
    description: '`unmapped-state`: stored as the fallback; `unknown-agent`: the events were rejected.',
  })
  readonly kind!: string;
  @Field(() => String) readonly word!: string;
  @Field(() => Int) readonly times!: number;
  @Field(() => DateTimeScalar) readonly firstAt!: Instant;
  @Field(() => DateTimeScalar) readonly lastAt!: Instant;
}

@ObjectType({ description: 'A system that tells what agents are doing.' })
export class StateSource {
  @Field(() => ID, { description: 'What a sender says as `source`.' }) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => ID) readonly presetId!: string;
  @Field(() => [StateMeaning], { description: 'The organisation’s own, before those of the preset.' })
  readonly states!: StateMeaning[];
  @Field(() => String, { nullable: true, description: 'Null: that of the preset.' })
  readonly fallback!: AgentState | null;
  @Field(() => Int) readonly silentAfterSeconds!: number;
  @Field(() => DateTimeScalar, { nullable: true }) readonly lastReceivedAt!: Instant | null;
  @Field(() => Boolean, { description: 'Not heard of for longer: its agents are unknown.' }) readonly silent!: boolean;
  @Field(() => Float, { nullable: true, description: 'Above 0 its clock is ahead of ours.' })
  readonly clockSkewSeconds!: number | null;
  @Field(() => [StateSourceOddity], { description: 'Seen last first.' }) readonly oddities!: StateSourceOddity[];
  @Field(() => Int) readonly version!: number;
}

@InputType()
export class StateMeaningInput {
  @Field(() => String) word!: string;
  @Field(() => String) state!: string;
}

@InputType()
export class StateSourceInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: 'The version the change was made on; left out = a new source.' })
  version?: number | null;
  @Field(() => String) title!: string;
  @Field(() => ID) presetId!: string;
  @Field(() => [StateMeaningInput]) states!: StateMeaningInput[];
  @Field(() => String, { nullable: true }) fallback?: string | null;
  @Field(() => Int) silentAfterSeconds!: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'States told from then on are understood anew; left out = only those to come.',
  })
  remapFromAt?: Instant | null;
}

@ObjectType()
export class StateSourceSaved {
  @Field(() => StateSource) readonly source!: StateSource;
  @Field(() => Int, { description: 'Stored states that mean something else now.' }) readonly remapped!: number;
}

@ObjectType({ description: 'Somebody else changed this source first; the source as it is now.' })
export class StateSourceEditedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => StateSource) readonly source!: StateSource;
}

export const SaveStateSourceResult = createUnionType({
  name: 'SaveStateSourceResult',
  types: () => [StateSourceSaved, StateSourceEditedMeanwhile, InvalidInput, NotFound] as const,
});

@ObjectType({ description: 'What a source calls an agent.' })
export class AgentExternalId {
  @Field(() => String, { description: 'A source, or `*` for all of them: the employee number.' })
  readonly source!: string;
  @Field(() => String) readonly externalId!: string;
  @Field(() => ID) readonly agentId!: string;
}

@InputType()
export class AgentExternalIdInput {
  @Field(() => String) source!: string;
  @Field(() => String) externalId!: string;
  @Field(() => ID, { nullable: true, description: 'Null: forget the id.' }) agentId?: string | null;
}

@ObjectType()
export class AgentExternalIdsSaved {
  @Field(() => [AgentExternalId]) readonly ids!: AgentExternalId[];
}

export const SaveAgentExternalIdsResult = createUnionType({
  name: 'SaveAgentExternalIdsResult',
  types: () => [AgentExternalIdsSaved, InvalidInput] as const,
});
