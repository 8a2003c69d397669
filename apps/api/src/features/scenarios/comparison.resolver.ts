import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { QueueDirectory } from '../demand/index.js';
import { ComparisonService } from './answers/comparison.service.js';
import { ScenarioComparisonResult } from './comparison.graphql-types.js';
import { comparisonOf } from './comparison.mapper.js';

@Resolver()
export class ComparisonResolver {
  constructor(
    private readonly comparisons: ComparisonService,
    private readonly queues: QueueDirectory,
  ) {}

  @Query(() => ScenarioComparisonResult, { description: 'Up to five scenarios of the same days, on the base of now.' })
  @RequirePermission('scenarios.read')
  async compareScenarios(
    @CurrentContext() context: RequestContext,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('withSeries', { type: () => Boolean, defaultValue: false }) withSeries: boolean,
  ): Promise<typeof ScenarioComparisonResult> {
    const names = new Map((await this.queues.withPutAway(context)).map(({ id, name }) => [id, { ...name }]));
    return comparisonOf(await this.comparisons.compare(context, ids), { withSeries, names });
  }
}
