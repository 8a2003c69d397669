import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { noticeOf } from './notices.mapper.js';
import { NoticesService, type NoticesOfPerson } from './notices.service.js';
import { NoticeList } from './notifications.graphql-types.js';

const listOf = ({ notices, unseenCount }: NoticesOfPerson): NoticeList => ({
  unseenCount,
  notices: notices.map(noticeOf),
});

@Resolver()
export class NoticesResolver {
  constructor(private readonly notices: NoticesService) {}

  @Query(() => NoticeList, { description: 'What the reader was told; those not acknowledged first.' })
  @RequirePermission('notice.read')
  async myNotices(
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<NoticeList> {
    return listOf(await this.notices.list(context, first));
  }

  @Mutation(() => Int, { description: 'They stood before the reader’s eyes; returns how many were new.' })
  @RequirePermission('notice.read')
  seeNotices(
    @CurrentContext() context: RequestContext,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<number> {
    return this.notices.seen(context, ids);
  }

  @Mutation(() => Boolean)
  @RequirePermission('notice.acknowledge')
  acknowledgeNotice(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    return this.notices.acknowledge(context, id);
  }

  @Subscription(() => NoticeList, { resolve: (list: NoticesOfPerson) => listOf(list) })
  @RequirePermission('notice.read')
  noticesChanged(@CurrentContext() context: RequestContext): Promise<AsyncIterableIterator<NoticesOfPerson>> {
    return this.notices.watch(context);
  }
}
