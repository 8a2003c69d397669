import { Query, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { LiveBoard, LiveChange } from './live.graphql-types.js';
import { LiveService } from './live.service.js';

@Resolver()
export class LiveResolver {
  constructor(private readonly live: LiveService) {}

  @Query(() => LiveBoard, { description: 'Every agent now: plan, state, and how far the day has been judged.' })
  @RequirePermission('intraday.read')
  liveBoard(@CurrentContext() context: RequestContext): Promise<LiveBoard> {
    return this.live.board(context);
  }

  @Subscription(() => LiveChange, {
    resolve: (change: LiveChange) => change,
    description: 'What agents do from now on, at most once a second.',
  })
  @RequirePermission('intraday.read')
  liveChanged(@CurrentContext() context: RequestContext): Promise<AsyncIterableIterator<LiveChange>> {
    return this.live.changes(context);
  }
}
