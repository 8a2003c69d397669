import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DemandView } from '../demand.graphql-types.js';
import { DemandViewService } from '../demand-view.service.js';
import { QueueDirectory } from '../queue-directory.js';
import { demandTotals } from './demand-totals.js';
import { DemandTotal } from './demand-totals.graphql-types.js';

/** Totals of the `demand` query, computed when they are asked for; the query itself checks the permission. */
@Resolver(() => DemandView)
export class DemandTotalsResolver {
  constructor(
    private readonly views: DemandViewService,
    private readonly queues: QueueDirectory,
  ) {}

  @ResolveField(() => [DemandTotal], { description: 'Empty without a forecast' })
  async forecastTotals(
    @CurrentContext() context: RequestContext,
    @Parent() { queue: { id }, fromOn, days }: DemandView,
  ): Promise<DemandTotal[]> {
    const queue = await this.queues.byId(context, id);
    const forecast = queue && (await this.views.editedForecast(context, queue, { fromOn, days }));
    return forecast ? demandTotals(forecast).map((total) => total as DemandTotal) : [];
  }
}
