import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { SetupQueueInput } from './queues-setup.graphql-types.js';
import { QueuesSetupService } from './queues-setup.service.js';
import { resultOf } from './setup-changes.resolver.js';
import { SaveSetupResult } from './setup-inputs.graphql-types.js';

@Resolver()
export class QueuesSetupResolver {
  constructor(private readonly queues: QueuesSetupService) {}

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupQueue(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupQueueInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.queues.save(context, input), 'nameEn');
  }
}
