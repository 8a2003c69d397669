import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { AgentsArgs } from './agents.args.js';
import { AgentsService } from './agents.service.js';
import {
  ActivityType,
  AgentConnection,
  Contract,
  Organisation,
  RuleSetting,
  ShiftTemplate,
  Site,
  Skill,
  Team,
} from './organisation.graphql-types.js';
import { OrganisationService } from './organisation.service.js';

/** Reached through `viewer.organisation`, so the caller is known to belong to it. Other features add fields of their own. */
@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly agentList: AgentsService,
  ) {}

  @Query(() => AgentConnection)
  @RequirePermission('organisation.read')
  agents(@CurrentContext() context: RequestContext, @Args() args: AgentsArgs): Promise<AgentConnection> {
    return this.agentList.page(context, args, args);
  }

  @ResolveField(() => [Site])
  sites(@CurrentContext() context: RequestContext): Promise<Site[]> {
    return this.organisations.sites(context);
  }

  @ResolveField(() => [Team])
  teams(@CurrentContext() context: RequestContext): Promise<Team[]> {
    return this.organisations.teams(context);
  }

  @ResolveField(() => [Skill])
  skills(@CurrentContext() context: RequestContext): Promise<Skill[]> {
    return this.organisations.skills(context);
  }

  @ResolveField(() => [ActivityType])
  activityTypes(@CurrentContext() context: RequestContext): Promise<ActivityType[]> {
    return this.organisations.activityTypes(context);
  }

  @ResolveField(() => [ShiftTemplate])
  shiftTemplates(@CurrentContext() context: RequestContext): Promise<ShiftTemplate[]> {
    return this.organisations.shiftTemplates(context);
  }

  @ResolveField(() => [Contract])
  contracts(@CurrentContext() context: RequestContext): Promise<Contract[]> {
    return this.organisations.contracts(context);
  }

  @ResolveField(() => [RuleSetting])
  ruleSettings(@CurrentContext() context: RequestContext): Promise<RuleSetting[]> {
    return this.organisations.ruleSettings(context);
  }
}
