import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { mapEvents } from '../../platform/events/event-queue.js';
import { noticesTopic } from './announcer.js';
import { NoticeRepository, type NoticeRow } from './notices.repository.js';

export interface NoticesOfPerson {
  readonly notices: readonly NoticeRow[];
  readonly unseenCount: number;
}

/** What the reader was told, now and as it happens. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly events: EventBus,
  ) {}

  /** Whoever lists them has them: they count as delivered. */
  async list(context: RequestContext, most: number): Promise<NoticesOfPerson> {
    const notices = await this.notices.latest(context, most);
    const fresh = notices.filter(({ deliveredAt }) => deliveredAt === null).map(({ id }) => id);
    if (fresh.length > 0) await this.notices.delivered(context, fresh);
    return { notices, unseenCount: await this.notices.unseenCount(context) };
  }

  /** The list as it is now, then after each change. */
  async watch(context: RequestContext): Promise<AsyncIterableIterator<NoticesOfPerson>> {
    const source = await this.events.iterateFromNow(context, noticesTopic(context.userId!));
    return mapEvents(source, () => this.list(context, 20));
  }

  seen(context: RequestContext, ids: readonly string[]): Promise<number> {
    return this.notices.seen(context, ids);
  }

  acknowledge(context: RequestContext, id: string): Promise<boolean> {
    return this.notices.acknowledge(context, id);
  }
}
