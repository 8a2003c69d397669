import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  ApiKey,
  ApiKeyCreated,
  ApiKeyInput,
  ApiKeyRevoked,
  CreateApiKeyResult,
  RevokeApiKeyResult,
} from './api-keys.graphql-types.js';
import { ApiKeyRepository } from './api-keys.repository.js';
import { isKeyScope, KEY_SCOPES } from './key-scopes.js';

const LONGEST_TITLE = 80;

@Resolver()
export class ApiKeysResolver {
  constructor(private readonly keys: ApiKeyRepository) {}

  @Query(() => [ApiKey], { description: 'Those in force first, then the revoked.' })
  @RequirePermission('api-keys.manage')
  apiKeys(@CurrentContext() context: RequestContext): Promise<ApiKey[]> {
    return this.keys.all(context);
  }

  @Mutation(() => CreateApiKeyResult)
  @RequirePermission('api-keys.manage')
  async createApiKey(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ApiKeyInput }) input: ApiKeyInput,
  ): Promise<typeof CreateApiKeyResult> {
    const title = input.title.trim();
    if (title === '' || title.length > LONGEST_TITLE)
      return InvalidInput.of('title', `must have 1 to ${LONGEST_TITLE} letters`);
    const scopes = [...new Set(input.scopes)].filter(isKeyScope);
    if (scopes.length === 0 || scopes.length < new Set(input.scopes).size)
      return InvalidInput.of('scopes', `must be one or more of ${KEY_SCOPES.join(', ')}`);
    return Object.assign(new ApiKeyCreated(), await this.keys.create(context, { title, scopes }));
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Works at once; a revoked key cannot be used again.' })
  @RequirePermission('api-keys.manage')
  async revokeApiKey(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<typeof RevokeApiKeyResult> {
    const key = await this.keys.revoke(context, id);
    return key ? Object.assign(new ApiKeyRevoked(), { key }) : NotFound.of('API key');
  }
}
