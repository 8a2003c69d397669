import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { AgentsSetupService, MOST_AGENT_ROWS } from './agents-setup.service.js';
import { PatternsSetupService, type SetupOutcome } from './patterns-setup.service.js';
import { PlacesSetupService } from './places-setup.service.js';
import {
  AgentRowsRefused,
  SaveSetupAgentsResult,
  SaveSetupResult,
  SetupActivityTypeInput,
  SetupAgentInput,
  SetupAgentsSaved,
  SetupChangedMeanwhile,
  SetupContractInput,
  SetupInUse,
  SetupRuleInput,
  SetupSaved,
  SetupSiteInput,
  SetupSkillInput,
  SetupTeamInput,
  SetupTemplateInput,
} from './setup-inputs.graphql-types.js';

/** Every change of what planners set up; undo is the same change with the values before. */
@Resolver()
export class SetupChangesResolver {
  constructor(
    private readonly people: AgentsSetupService,
    private readonly patterns: PatternsSetupService,
    private readonly places: PlacesSetupService,
  ) {}

  @Mutation(() => SaveSetupAgentsResult, { description: 'All rows or none.' })
  @RequirePermission('organisation.edit')
  async saveSetupAgents(
    @CurrentContext() context: RequestContext,
    @Args('agents', { type: () => [SetupAgentInput] }) agents: SetupAgentInput[],
  ): Promise<typeof SaveSetupAgentsResult> {
    const saved = await this.people.save(context, agents);
    if (saved.kind === 'too-many')
      return InvalidInput.of('agents', `at most ${MOST_AGENT_ROWS} agents are stored at once; send them in parts`);
    if (saved.kind === 'refused') return Object.assign(new AgentRowsRefused(), { faults: [...saved.faults] });
    return Object.assign(new SetupAgentsSaved(), { agents: [...saved.agents] });
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupContract(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupContractInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.patterns.saveContract(context, input), 'title');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupTemplate(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupTemplateInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.patterns.saveTemplate(context, input), 'title');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupRule(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupRuleInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.patterns.saveRule(context, input), 'ruleId');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async removeSetupRule(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.patterns.removeRule(context, { id, version }), 'ruleId');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupSkill(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupSkillInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.places.saveSkill(context, input), 'name');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupTeam(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupTeamInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.places.saveTeam(context, input), 'name');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupSite(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupSiteInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.places.saveSite(context, input), 'name');
  }

  @Mutation(() => SaveSetupResult)
  @RequirePermission('organisation.edit')
  async saveSetupActivityType(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SetupActivityTypeInput,
  ): Promise<typeof SaveSetupResult> {
    return resultOf(await this.places.saveActivityType(context, input), 'titleEn');
  }
}

/** What a change answers; `nameField` is the field that a name already taken stands in. */
export function resultOf(outcome: SetupOutcome, nameField: string): typeof SaveSetupResult {
  switch (outcome.kind) {
    case 'saved':
      return Object.assign(new SetupSaved(), { id: outcome.id, version: outcome.version });
    case 'changed-meanwhile':
      return Object.assign(new SetupChangedMeanwhile(), {
        message: 'somebody changed this meanwhile, or it is gone; read it again',
      });
    case 'in-use':
      return Object.assign(new SetupInUse(), {
        message: 'it is still used; change what uses it first',
        uses: [...outcome.uses],
      });
    case 'taken':
      return InvalidInput.of(nameField, 'another one has this name, perhaps put away; choose a different one');
    case 'invalid':
      return InvalidInput.of(outcome.fault.path, outcome.fault.message);
  }
}
