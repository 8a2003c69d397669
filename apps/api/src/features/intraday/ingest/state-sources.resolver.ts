import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { STATE_PRESETS } from '@yotei/connectors';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { AgentExternalIdRepository } from './agent-external-ids.repository.js';
import {
  AgentExternalId,
  AgentExternalIdInput,
  AgentExternalIdsSaved,
  SaveAgentExternalIdsResult,
  SaveStateSourceResult,
  StatePresetType,
  StateSource,
  StateSourceEditedMeanwhile,
  StateSourceInput,
  StateSourceSaved,
} from './state-sources.graphql-types.js';
import { meaningsOf } from './state-sources.mapper.js';
import { StateSourcesService } from './state-sources.service.js';

@Resolver()
export class StateSourcesResolver {
  constructor(
    private readonly sources: StateSourcesService,
    private readonly externalIds: AgentExternalIdRepository,
  ) {}

  @Query(() => [StateSource], { description: 'The systems that tell what agents are doing.' })
  @RequirePermission('intraday.read')
  stateSources(@CurrentContext() context: RequestContext): Promise<StateSource[]> {
    return this.sources.all(context);
  }

  @Query(() => [StatePresetType])
  @RequirePermission('intraday.read')
  statePresets(): StatePresetType[] {
    return STATE_PRESETS.map((preset) => ({
      ...preset,
      states: meaningsOf(preset.states),
      believed: [...preset.believed],
    }));
  }

  @Query(() => [AgentExternalId], { description: 'What sources call the agents.' })
  @RequirePermission('intraday.read')
  agentExternalIds(@CurrentContext() context: RequestContext): Promise<AgentExternalId[]> {
    return this.externalIds.all(context);
  }

  @Mutation(() => SaveStateSourceResult)
  @RequirePermission('state-sources.edit')
  async saveStateSource(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => StateSourceInput }) input: StateSourceInput,
  ): Promise<typeof SaveStateSourceResult> {
    const outcome = await this.sources.save(context, input);
    switch (outcome.kind) {
      case 'saved':
        return Object.assign(new StateSourceSaved(), { source: outcome.source, remapped: outcome.remapped });
      case 'edited-meanwhile':
        return Object.assign(new StateSourceEditedMeanwhile(), {
          message: 'Somebody else changed this source meanwhile',
          source: outcome.source,
        });
      case 'not-found':
        return NotFound.of('State source');
      case 'invalid':
        return InvalidInput.of(outcome.path, outcome.message);
    }
  }

  @Mutation(() => SaveAgentExternalIdsResult, {
    description: 'Adds, moves or forgets ids by which sources name agents.',
  })
  @RequirePermission('state-sources.edit')
  async saveAgentExternalIds(
    @CurrentContext() context: RequestContext,
    @Args('ids', { type: () => [AgentExternalIdInput] }) ids: AgentExternalIdInput[],
  ): Promise<typeof SaveAgentExternalIdsResult> {
    const outcome = await this.externalIds.save(context, ids);
    return outcome.kind === 'invalid'
      ? InvalidInput.of(outcome.path, outcome.message)
      : Object.assign(new AgentExternalIdsSaved(), { ids: outcome.ids });
  }
}
