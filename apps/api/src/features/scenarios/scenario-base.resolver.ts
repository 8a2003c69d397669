import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ScenarioBaseService } from './base/scenario-base.service.js';
import { ScenarioBaseResult, ScenarioRangeInput } from './scenario-base.graphql-types.js';
import { baseResultOf } from './scenario-base.mapper.js';

@Resolver()
export class ScenarioBaseResolver {
  constructor(private readonly bases: ScenarioBaseService) {}

  @Query(() => ScenarioBaseResult, { description: 'What the centre has now, for questions about it.' })
  @RequirePermission('scenarios.read')
  async scenarioBase(
    @CurrentContext() context: RequestContext,
    @Args('range') { fromOn, days, siteId = null, language }: ScenarioRangeInput,
  ): Promise<typeof ScenarioBaseResult> {
    const result = await this.bases.build(context, { fromOn, days, siteId }, language === 'ja' ? 'ja' : 'en');
    return baseResultOf(result);
  }
}
