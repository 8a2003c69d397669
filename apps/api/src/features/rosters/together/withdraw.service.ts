import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { EditOutcome } from '../edit-shifts.service.js';
import { RosterNewsService } from '../roster-news.service.js';
import { ScheduleRepository, type ScheduleRecord } from '../schedules.repository.js';
import { ShiftRepository } from '../shifts.repository.js';
import { PublicationRepository } from './publications.repository.js';
import { ScheduleRecords } from './schedule-records.js';

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly schedule: ScheduleRecord; readonly notifiedAgents: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | Extract<EditOutcome, { kind: 'edited-meanwhile' }>;

/** What may be taken back, and how agents hear of it. */
@Injectable()
export class WithdrawNews {
  constructor(
    readonly news: RosterNewsService,
    private readonly clock: Clock,
  ) {}

  /** Why these shifts cannot be taken back; null when they can. */
  refusal(out: readonly { readonly endAt: Instant }[]): string | null {
    if (out.length === 0) return 'nothing of this schedule is published';
    const last = out.reduce((latest, { endAt }) => Math.max(latest, endAt), Number.NEGATIVE_INFINITY);
    return last <= this.clock.now() ? 'the schedule is over; what was worked stays as it was published' : null;
  }
}

/** The emergency exit: a published schedule, or what is published of it, is taken back, with a reason. */
@Injectable()
export class WithdrawService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly publications: PublicationRepository,
    private readonly records: ScheduleRecords,
    private readonly tell: WithdrawNews,
  ) {}

  /** Agents whose shifts go are told why; the roster stays as a draft. A week that is over is history and stays. */
  async withdraw(
    context: RequestContext,
    order: { readonly scheduleId: string; readonly expectedVersion: number; readonly reason: string },
  ): Promise<WithdrawOutcome> {
    const reason = order.reason.trim();
    if (reason === '') return { kind: 'invalid', path: 'reason', message: 'say why, agents will read it' };
    return this.database.withTenant(context, async (tx) => {
      const schedule = await this.schedules.lock(tx, order.scheduleId);
      if (!schedule) return { kind: 'not-found' as const };
      if (schedule.version !== order.expectedVersion) return this.records.meanwhile(context, schedule);
      const out = (await this.shifts.ofSchedule(context, schedule.id)).filter(({ published }) => published);
      const refused = this.tell.refusal(out);
      if (refused) return { kind: 'invalid' as const, path: 'scheduleId', message: refused };
      await this.publications.withdraw(tx, schedule.id);
      const agentIds = out.map(({ agentId }) => agentId);
      const after = await this.records.withdrawn(tx, context, { before: schedule, reason, shifts: out.length });
      const notifiedAgents = await this.tell.news.withdrawn(tx, context, { schedule: after, reason, agentIds });
      return { kind: 'withdrawn' as const, schedule: after, notifiedAgents };
    });
  }
}
