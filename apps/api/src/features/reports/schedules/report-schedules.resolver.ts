import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { ReportRecipients } from './report-recipients.repository.js';
import {
  DeleteReportScheduleResult,
  ReportAddressesNeedAdmin,
  ReportAddressesToConfirm,
  ReportRecipient,
  ReportSchedule,
  ReportScheduleDeleted,
  ReportScheduleEditedMeanwhile,
  ReportScheduleInput,
  ReportScheduleSaved,
  ReportSendingStarted,
  SaveReportScheduleResult,
  SendReportNowResult,
} from './report-schedules.graphql-types.js';
import { ReportScheduleService, type SavedSchedule } from './report-schedules.service.js';
import type { ScheduleOrder } from './schedule-rules.js';
import type { Cadence } from './send-time.js';

@Resolver()
export class ReportSchedulesResolver {
  constructor(
    private readonly schedules: ReportScheduleService,
    private readonly recipients: ReportRecipients,
  ) {}

  @Query(() => [ReportSchedule], { description: 'Of reports the reader may see, the next to be sent first.' })
  @RequirePermission('reports.share')
  reportSchedules(@CurrentContext() context: RequestContext): Promise<ReportSchedule[]> {
    return this.schedules.all(context);
  }

  @Query(() => [ReportRecipient], { description: 'People who may read reports.' })
  @RequirePermission('reports.share')
  reportRecipients(@CurrentContext() context: RequestContext): Promise<ReportRecipient[]> {
    return this.recipients.all(context);
  }

  @Mutation(() => SaveReportScheduleResult)
  @RequirePermission('reports.share')
  async saveReportSchedule(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ReportScheduleInput }) input: ReportScheduleInput,
  ): Promise<typeof SaveReportScheduleResult> {
    const order = orderOf(input);
    if (order instanceof InvalidInput) return order;
    return savedOf(await this.schedules.save(context, order));
  }

  @Mutation(() => DeleteReportScheduleResult)
  @RequirePermission('reports.share')
  async deleteReportSchedule(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof DeleteReportScheduleResult> {
    const deleted = await this.schedules.delete(context, { id, version });
    return deleted ? Object.assign(new ReportScheduleDeleted(), { id }) : NotFound.of('report schedule');
  }

  @Mutation(() => SendReportNowResult, { description: 'To all its recipients, besides the times it is sent anyway.' })
  @RequirePermission('reports.share')
  async sendReportNow(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<typeof SendReportNowResult> {
    const recipients = await this.schedules.sendNow(context, id);
    return recipients === null
      ? NotFound.of('report schedule')
      : Object.assign(new ReportSendingStarted(), { recipients });
  }
}

const CADENCES: readonly string[] = ['daily', 'weekly', 'monthly'] satisfies Cadence[];

function orderOf(input: ReportScheduleInput): ScheduleOrder | InvalidInput {
  const { id, version, cadence, dashboardId, addressLocale } = input;
  if ((id == null) !== (version == null)) return InvalidInput.of('version', 'id and version go together');
  if (!CADENCES.includes(cadence)) return InvalidInput.of('cadence', `must be one of ${CADENCES.join(', ')}`);
  if (addressLocale !== 'en' && addressLocale !== 'ja') return InvalidInput.of('addressLocale', 'must be en or ja');
  return {
    change: id != null && version != null ? { id, version } : null,
    addressesConfirmed: input.addressesConfirmed,
    schedule: {
      subject: dashboardId == null ? 'daily' : 'dashboard',
      dashboardId: dashboardId ?? null,
      cadence: cadence as Cadence,
      weekday: input.weekday ?? null,
      monthDay: input.monthDay ?? null,
      localMinute: input.localMinute,
      zone: input.zone,
      userIds: [...new Set(input.userIds)],
      addresses: [...new Set(input.addresses.map((address) => address.trim().toLowerCase()).filter(Boolean))],
      addressLocale,
    },
  };
}

function savedOf(saved: SavedSchedule): typeof SaveReportScheduleResult {
  switch (saved.kind) {
    case 'saved':
      return Object.assign(new ReportScheduleSaved(), { schedule: saved.schedule });
    case 'invalid':
      return InvalidInput.of(saved.path, saved.message);
    case 'admin-only': {
      const message = 'only an administrator sends reports to addresses outside the organisation';
      return Object.assign(new ReportAddressesNeedAdmin(), { message });
    }
    case 'needs-confirmation':
      return Object.assign(new ReportAddressesToConfirm(), { addresses: saved.addresses });
    case 'changed-meanwhile':
      return Object.assign(new ReportScheduleEditedMeanwhile(), { message: 'somebody else changed it first' });
    case 'not-found':
      return NotFound.of('report schedule');
  }
}
