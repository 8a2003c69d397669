import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { AgentStatesInput, AgentStatesTaken, IngestAgentStatesResult } from './ingest.graphql-types.js';
import { IngestService } from './ingest.service.js';

@Resolver()
export class IngestResolver {
  constructor(private readonly states: IngestService) {}

  @Mutation(() => IngestAgentStatesResult, { description: 'The same as POST /api/v1/agent-states.' })
  @RequirePermission('states.ingest')
  async ingestAgentStates(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => AgentStatesInput }) input: AgentStatesInput,
  ): Promise<typeof IngestAgentStatesResult> {
    const outcome = await this.states.take(context, input);
    return outcome.kind === 'malformed'
      ? InvalidInput.of(outcome.path, outcome.message)
      : Object.assign(new AgentStatesTaken(), outcome);
  }
}
