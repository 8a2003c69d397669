import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  AgentStatesInput,
  AgentStatesTaken,
  IngestAgentStatesResult,
  IngestIntervalActualsResult,
  IntervalActualsInput,
  IntervalActualsTaken,
} from './ingest.graphql-types.js';
import { IngestService } from './ingest.service.js';
import { IntervalActualsService } from './interval-actuals.service.js';

@Resolver()
export class IngestResolver {
  constructor(
    private readonly states: IngestService,
    private readonly actuals: IntervalActualsService,
  ) {}

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

  @Mutation(() => IngestIntervalActualsResult, { description: 'The same as POST /api/v1/interval-actuals.' })
  @RequirePermission('actuals.ingest')
  async ingestIntervalActuals(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => IntervalActualsInput }) input: IntervalActualsInput,
  ): Promise<typeof IngestIntervalActualsResult> {
    const outcome = await this.actuals.take(context, input);
    return outcome.kind === 'malformed'
      ? InvalidInput.of(outcome.path, outcome.message)
      : Object.assign(new IntervalActualsTaken(), outcome);
  }
}
