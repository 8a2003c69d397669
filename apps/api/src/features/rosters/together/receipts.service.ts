import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { NoticeReceipts, type NoticeReceipt } from '../../notifications/index.js';
import { AgentsService } from '../../organisation/agents.service.js';
import { scheduleTopic } from '../schedule-events.js';
import { ShiftRepository } from '../shifts.repository.js';
import type { ScheduleReceipt } from './publishing.graphql-types.js';

/** Who has seen and acknowledged what they were told about a schedule. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly shifts: ShiftRepository,
    private readonly people: AgentsService,
    private readonly receipts: NoticeReceipts,
  ) {}

  /** Of every agent with a published shift, and of those who were told of one that is gone. */
  async of(context: RequestContext, scheduleId: string): Promise<ScheduleReceipt[]> {
    return this.database.withTenant(context, async () => {
      const byUser = new Map<string, NoticeReceipt[]>();
      for (const one of await this.receipts.of(context, scheduleTopic(scheduleId)))
        byUser.set(one.userId, [...(byUser.get(one.userId) ?? []), one]);
      const out = (await this.shifts.ofSchedule(context, scheduleId)).filter(({ published }) => published);
      const concerned = new Set(out.map(({ agentId }) => agentId));
      const users = await this.people.usersOf(
        context,
        (await this.people.all(context)).map(({ id }) => id),
      );
      for (const [agentId, userId] of users) if (byUser.has(userId)) concerned.add(agentId);
      return [...concerned].map((agentId) => receiptOf(agentId, users.get(agentId), byUser));
    });
  }
}

function receiptOf(
  agentId: string,
  userId: string | undefined,
  byUser: ReadonlyMap<string, readonly NoticeReceipt[]>,
): ScheduleReceipt {
  const notices = (userId && byUser.get(userId)) || [];
  const [newest] = notices;
  return {
    agentId,
    hasAccount: userId !== undefined,
    kind: newest?.kind ?? null,
    toldAt: newest?.createdAt ?? null,
    seenAt: newest?.seenAt ?? null,
    acknowledgedAt: newest?.acknowledgedAt ?? null,
    openNotices: notices.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
  };
}
