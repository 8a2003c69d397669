import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { ReportMailRepository } from './report-mails.repository.js';
import { ReportScheduleRepository, type ReportSchedule } from './report-schedules.repository.js';
import { ScheduleRules, type RefusedSchedule, type ScheduleOrder } from './schedule-rules.js';
import { nextSendAt } from './send-time.js';

export const REPORT_MAILS_TASK = 'report-mails';
export type SavedSchedule =
  | RefusedSchedule
  | { readonly kind: 'saved'; readonly schedule: ReportSchedule }
  | { readonly kind: 'changed-meanwhile' };

/** Reports sent by mail at set times. */
@Injectable()
export class ReportScheduleService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ReportScheduleRepository,
    private readonly mails: ReportMailRepository,
    private readonly rules: ScheduleRules,
    private readonly tasks: TaskQueue,
    private readonly clock: Clock,
  ) {}

  /** Those of reports the reader may see. */
  async all(context: RequestContext): Promise<ReportSchedule[]> {
    const found: ReportSchedule[] = [];
    for (const one of await this.schedules.all(context)) if (await this.rules.maySee(context, one)) found.push(one);
    return found;
  }

  async save(context: RequestContext, order: ScheduleOrder): Promise<SavedSchedule> {
    const { schedule, change } = order;
    const refused = await this.rules.refusal(context, order);
    if (refused) return refused;
    return this.database.withTenant(context, async (tx) => {
      const of = { ...schedule, nextAt: nextSendAt(schedule, this.clock.now()) };
      const saved = await this.schedules.save(tx, context, { change, of });
      if (!saved) return change && (await this.schedules.byId(context, change.id)) ? CHANGED : NOT_FOUND;
      await this.tasks.wake(tx, context, REPORT_MAILS_TASK);
      return { kind: 'saved', schedule: saved };
    });
  }

  /** True when it is gone. */
  async delete(context: RequestContext, of: { readonly id: string; readonly version: number }): Promise<boolean> {
    const found = await this.schedules.byId(context, of.id);
    return found !== null && (await this.rules.maySee(context, found)) && this.schedules.delete(context, of);
  }

  /** To all its recipients, besides the times it is sent anyway; how many, or null when there is none. */
  async sendNow(context: RequestContext, id: string): Promise<number | null> {
    const found = await this.schedules.byId(context, id);
    if (!found || !(await this.rules.maySee(context, found))) return null;
    const recipients = [...found.userIds, ...found.addresses];
    await this.database.withTenant(context, async (tx) => {
      await this.mails.ask(tx, { scheduleId: id, dueAt: this.clock.now(), recipients });
      await this.tasks.wake(tx, context, REPORT_MAILS_TASK);
    });
    return recipients.length;
  }
}

const CHANGED = { kind: 'changed-meanwhile' } as const;
const NOT_FOUND = { kind: 'not-found' } as const;
