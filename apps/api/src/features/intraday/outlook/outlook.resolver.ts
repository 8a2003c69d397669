import { Query, Resolver, Subscription } from '@nestjs/graphql';
import { Clock } from '../../../platform/clock/clock.js';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { mapEvents } from '../../../platform/events/event-queue.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { INTRADAY_TOPIC } from './intraday-events.js';
import { IntradayChange, IntradayOutlook, IntradayOutlookResult, NothingPlanned } from './outlook.graphql-types.js';
import { outlookOf } from './outlook.mapper.js';
import { OutlookService } from './outlook.service.js';

@Resolver()
export class OutlookResolver {
  constructor(
    private readonly outlook: OutlookService,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  @Query(() => IntradayOutlookResult, {
    description: 'Today against the plan: what came, the rest of the day as it is seen now, who is there, and alerts.',
  })
  @RequirePermission('intraday.read')
  async intradayOutlook(@CurrentContext() context: RequestContext): Promise<typeof IntradayOutlookResult> {
    const found = await this.outlook.now(context);
    if (found) return Object.assign(new IntradayOutlook(), outlookOf(found));
    return Object.assign(new NothingPlanned(), { message: 'no published schedule holds the present' });
  }

  @Subscription(() => IntradayChange, { resolve: (change: IntradayChange) => change })
  @RequirePermission('intraday.read')
  async intradayChanged(@CurrentContext() context: RequestContext): Promise<AsyncIterableIterator<IntradayChange>> {
    const source = await this.events.iterate<null>(context, INTRADAY_TOPIC);
    return mapEvents(source, async () => ({ at: this.clock.now() }));
  }
}
