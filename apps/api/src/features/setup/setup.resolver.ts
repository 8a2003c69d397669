import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { RuleLevel } from '../organisation/index.js';
import {
  Setup,
  SetupActivityType,
  SetupAgent,
  SetupContract,
  SetupQueueUse,
  SetupRule,
  SetupSite,
  SetupSkill,
  SetupTeam,
  SetupTemplate,
} from './setup.graphql-types.js';
import { SetupListsRepository } from './setup-lists.repository.js';

@Resolver(() => Setup)
export class SetupResolver {
  constructor(private readonly lists: SetupListsRepository) {}

  @Query(() => Setup)
  @RequirePermission('schedule.read')
  setup(): object {
    return {};
  }

  @ResolveField(() => [SetupAgent])
  agents(@CurrentContext() context: RequestContext): Promise<SetupAgent[]> {
    return this.lists.agents(context);
  }

  @ResolveField(() => [SetupContract])
  contracts(@CurrentContext() context: RequestContext): Promise<SetupContract[]> {
    return this.lists.contracts(context);
  }

  @ResolveField(() => [SetupTemplate])
  templates(@CurrentContext() context: RequestContext): Promise<SetupTemplate[]> {
    return this.lists.templates(context);
  }

  @ResolveField(() => [SetupSkill])
  skills(@CurrentContext() context: RequestContext): Promise<SetupSkill[]> {
    return this.lists.skills(context);
  }

  @ResolveField(() => [SetupTeam])
  teams(@CurrentContext() context: RequestContext): Promise<SetupTeam[]> {
    return this.lists.teams(context);
  }

  @ResolveField(() => [SetupSite])
  sites(@CurrentContext() context: RequestContext): Promise<SetupSite[]> {
    return this.lists.sites(context);
  }

  @ResolveField(() => [SetupActivityType])
  activityTypes(@CurrentContext() context: RequestContext): Promise<SetupActivityType[]> {
    return this.lists.activityTypes(context);
  }

  @ResolveField(() => [SetupQueueUse])
  queueUses(@CurrentContext() context: RequestContext): Promise<SetupQueueUse[]> {
    return this.lists.queueUses(context);
  }

  @ResolveField(() => [SetupRule])
  async rules(@CurrentContext() context: RequestContext): Promise<SetupRule[]> {
    const rules = await this.lists.rules(context);
    return rules.map((rule) => ({
      ...rule,
      level: (rule.level as string) === 'must' ? RuleLevel.MUST : RuleLevel.PREFER,
    }));
  }
}
