import { Injectable } from '@nestjs/common';
import { isZone } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ReportSubjects } from '../report-subjects.service.js';
import { ReportRecipients } from './report-recipients.repository.js';
import {
  ReportScheduleRepository,
  type NewReportSchedule,
  type ReportSchedule,
} from './report-schedules.repository.js';

const MOST_RECIPIENTS = 50;

export interface ScheduleOrder {
  readonly schedule: Omit<NewReportSchedule, 'nextAt'>;
  readonly change: { readonly id: string; readonly version: number } | null;
  /** Somebody has read where the addresses outside the organisation lead. */
  readonly addressesConfirmed: boolean;
}

export type RefusedSchedule =
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'admin-only' }
  | { readonly kind: 'needs-confirmation'; readonly addresses: readonly string[] }
  | { readonly kind: 'not-found' };

/** What may be sent to whom, and by whom. */
@Injectable()
export class ScheduleRules {
  constructor(
    private readonly schedules: ReportScheduleRepository,
    private readonly recipients: ReportRecipients,
    private readonly subjects: ReportSubjects,
  ) {}

  maySee(context: RequestContext, { subject, dashboardId }: ReportSchedule): Promise<boolean> {
    if (subject === 'daily') return Promise.resolve(true);
    return this.subjects.mayRead(context, { subject: 'dashboard', dashboardId: dashboardId! });
  }

  /** Null: it may be kept. */
  async refusal(
    context: RequestContext,
    { schedule, change, addressesConfirmed }: ScheduleOrder,
  ): Promise<RefusedSchedule | null> {
    const { dashboardId, userIds, addresses } = schedule;
    const fault = faultOf(schedule);
    if (fault) return { kind: 'invalid', ...fault };
    if (dashboardId && !(await this.subjects.mayRead(context, { subject: 'dashboard', dashboardId }))) return NOT_FOUND;
    const known = new Set((await this.recipients.all(context)).map(({ id }) => id));
    if (!userIds.every((id) => known.has(id)))
      return { kind: 'invalid', path: 'userIds', message: 'each must be somebody who may read reports' };
    const before = change ? await this.schedules.byId(context, change.id) : null;
    const added = addresses.filter((address) => !before?.addresses.includes(address));
    if (added.length === 0) return null;
    if (!context.roles.includes('admin')) return { kind: 'admin-only' };
    return addressesConfirmed ? null : { kind: 'needs-confirmation', addresses: added };
  }
}

const NOT_FOUND = { kind: 'not-found' } as const;

function faultOf(schedule: ScheduleOrder['schedule']): { path: string; message: string } | null {
  const { cadence, weekday, monthDay, localMinute, zone, userIds, addresses, subject, dashboardId } = schedule;
  if ((subject === 'dashboard') !== (dashboardId !== null))
    return { path: 'dashboardId', message: 'a dashboard needs its id, the report of the day has none' };
  if (!isZone(zone)) return { path: 'zone', message: `zone (${zone}) must be an IANA name such as Asia/Tokyo` };
  if (!between(localMinute, 0, 1439)) return { path: 'localMinute', message: 'must lie in 0..1439' };
  if ((cadence === 'weekly') !== (weekday !== null) || (weekday !== null && !between(weekday, 1, 7)))
    return { path: 'weekday', message: 'a weekly sending has a weekday 1..7, others have none' };
  if ((cadence === 'monthly') !== (monthDay !== null) || (monthDay !== null && !between(monthDay, 1, 31)))
    return { path: 'monthDay', message: 'a monthly sending has a day 1..31, others have none' };
  const count = userIds.length + addresses.length;
  if (!between(count, 1, MOST_RECIPIENTS)) return { path: 'userIds', message: `1 to ${MOST_RECIPIENTS} recipients` };
  const wrong = addresses.find((address) => !/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(address));
  return wrong === undefined ? null : { path: 'addresses', message: `${wrong} is no mail address` };
}

const between = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
