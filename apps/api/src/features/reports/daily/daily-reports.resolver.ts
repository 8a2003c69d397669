import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  DailyReport,
  DailyReportEditedMeanwhile,
  DailyReportHead,
  DailyReportResult,
  NoteDailyReportResult,
} from './daily-reports.graphql-types.js';
import type { DailyReportRecord } from './daily-reports.repository.js';
import { DailyReportService } from './daily-reports.service.js';

@Resolver()
export class DailyReportsResolver {
  constructor(private readonly reports: DailyReportService) {}

  @Query(() => [DailyReportHead], { description: 'Days already written, the newest first.' })
  @RequirePermission('reports.read')
  dailyReports(@CurrentContext() context: RequestContext): Promise<DailyReportHead[]> {
    return this.reports.heads(context);
  }

  @Query(() => DailyReportResult, { description: 'Of a day that is over or runs; written now where it is not yet.' })
  @RequirePermission('reports.read')
  async dailyReport(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<typeof DailyReportResult> {
    return foundOf(await this.reports.of(context, on));
  }

  @Mutation(() => DailyReportResult, { description: 'From what is known now; the note stays.' })
  @RequirePermission('reports.edit')
  async rewriteDailyReport(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<typeof DailyReportResult> {
    return foundOf(await this.reports.write(context, on));
  }

  @Mutation(() => NoteDailyReportResult)
  @RequirePermission('reports.edit')
  async noteDailyReport(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
    @Args('version', { type: () => Int }) version: number,
    @Args('note', { type: () => String }) note: string,
  ): Promise<typeof NoteDailyReportResult> {
    const noted = await this.reports.note(context, { on, version, note });
    switch (noted.kind) {
      case 'noted':
        return reportOf(noted.report);
      case 'invalid':
        return InvalidInput.of(noted.path, noted.message);
      case 'not-found':
        return NotFound.of('daily report');
      case 'changed-meanwhile': {
        const message = 'somebody else wrote a note first';
        return Object.assign(new DailyReportEditedMeanwhile(), { message, report: reportOf(noted.report) });
      }
    }
  }
}

const reportOf = (record: DailyReportRecord): DailyReport => Object.assign(new DailyReport(), record);
const foundOf = (record: DailyReportRecord | null): DailyReport | NotFound =>
  record ? reportOf(record) : NotFound.of('daily report');
