import { Field, ID, InputType, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'A key with which another program sends or reads.' })
export class ApiKey {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String, { description: 'Its first letters, to tell one key from another.' }) readonly shown!: string;
  @Field(() => [String], {
    description: 'What it may: `states.ingest`, `actuals.ingest`, `intraday.read`, `measures.ingest`.',
  })
  readonly scopes!: readonly string[];
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => String, { nullable: true }) readonly createdBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'To the minute; null = never.' })
  readonly lastUsedAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly revokedAt!: Instant | null;
}

@InputType()
export class ApiKeyInput {
  @Field(() => String) title!: string;
  @Field(() => [String]) scopes!: string[];
}

@ObjectType()
export class ApiKeyCreated {
  @Field(() => ApiKey) readonly key!: ApiKey;
  @Field(() => String, { description: 'The key itself; it is shown this once and cannot be read again.' })
  readonly secret!: string;
}

@ObjectType()
export class ApiKeyRevoked {
  @Field(() => ApiKey) readonly key!: ApiKey;
}

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  types: () => [ApiKeyCreated, InvalidInput] as const,
});

export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  types: () => [ApiKeyRevoked, NotFound] as const,
});
