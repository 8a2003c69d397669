import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { Announcer } from '../notifications/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import { changedNews, isUrgent, publishedNews, withdrawnNews, type SpanChange } from './roster-news.js';
import { scheduleTopic } from './schedule-events.js';
import type { ScheduleRecord } from './schedules.repository.js';

type ScheduleNews = ReturnType<typeof publishedNews> & { readonly urgent?: boolean };

/** Tells agents about their schedule, in the transaction that changes it. Agents without an account are not told. */
@Injectable()
export class RosterNewsService {
  constructor(
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
    private readonly clock: Clock,
  ) {}

  /** How many of these agents can be told. */
  async tellable(context: RequestContext, agentIds: readonly string[]): Promise<number> {
    return (await this.people.usersOf(context, [...new Set(agentIds)])).size;
  }

  /** Returns the number of agents told. */
  async published(
    tx: EntityManager,
    context: RequestContext,
    { schedule, isFirst, agentIds }: { schedule: ScheduleRecord; isFirst: boolean; agentIds: readonly string[] },
  ): Promise<number> {
    return this.told(tx, context, { schedule, agentIds, news: publishedNews(schedule, isFirst) });
  }

  /** Returns the number of agents told. */
  async withdrawn(
    tx: EntityManager,
    context: RequestContext,
    { schedule, reason, agentIds }: { schedule: ScheduleRecord; reason: string; agentIds: readonly string[] },
  ): Promise<number> {
    const news = { ...withdrawnNews(schedule, reason), urgent: true };
    return this.told(tx, context, { schedule, agentIds, news });
  }

  /** The same news of the whole schedule to each of them. */
  private async told(
    tx: EntityManager,
    context: RequestContext,
    { schedule, agentIds, news }: { schedule: ScheduleRecord; agentIds: readonly string[]; news: ScheduleNews },
  ): Promise<number> {
    const users = await this.people.usersOf(context, [...new Set(agentIds)]);
    const { id: scheduleId, weekStartOn, weeks, version } = schedule;
    return this.announcer.announce(
      tx,
      context,
      [...users.values()].map((userId) => ({
        ...news,
        userId,
        subject: scheduleTopic(scheduleId),
        payload: { scheduleId, weekStartOn, weeks, version },
      })),
    );
  }

  async changed(
    tx: EntityManager,
    context: RequestContext,
    { schedule, byAgent }: { schedule: ScheduleRecord; byAgent: ReadonlyMap<string, readonly SpanChange[]> },
  ): Promise<void> {
    const users = await this.people.usersOf(context, [...byAgent.keys()]);
    const { id: scheduleId, weekStartOn, weeks } = schedule;
    await this.announcer.announce(
      tx,
      context,
      [...users].map(([agentId, userId]) => {
        const changes = byAgent.get(agentId)!;
        return {
          ...changedNews(changes, schedule.zone),
          userId,
          subject: scheduleTopic(scheduleId),
          urgent: isUrgent(changes, this.clock.now()),
          payload: { scheduleId, weekStartOn, weeks },
        };
      }),
    );
  }
}
