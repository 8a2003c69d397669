import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import type { ReportContent } from './content/report-content.js';
import { contentWithNote, DailyReportService } from './daily/daily-reports.service.js';
import { DashboardService } from './dashboards/dashboards.service.js';

/** What can be sent, shared and taken as a file. */
export type ReportSubjectRef =
  | { readonly subject: 'dashboard'; readonly dashboardId: string }
  | { readonly subject: 'daily'; readonly on: LocalDate };

/** The content of either, and its page. */
@Injectable()
export class ReportSubjects {
  constructor(
    private readonly dashboards: DashboardService,
    private readonly daily: DailyReportService,
  ) {}

  /** As the reader may see it; null: there is none for them. */
  async content(context: RequestContext, of: ReportSubjectRef): Promise<ReportContent | null> {
    if (of.subject === 'dashboard') return this.dashboards.content(context, of.dashboardId);
    return this.dailyContent(context, of.on);
  }

  /** For who was given it by somebody who may: recipients of mails, holders of links. */
  async contentGiven(context: RequestContext, of: ReportSubjectRef): Promise<ReportContent | null> {
    if (of.subject === 'dashboard') return this.dashboards.contentForAll(context, of.dashboardId);
    return this.dailyContent(context, of.on);
  }

  /** Whether the reader may see it, without computing it. */
  async mayRead(context: RequestContext, of: ReportSubjectRef): Promise<boolean> {
    if (of.subject === 'daily') return true;
    return (await this.dashboards.find(context, of.dashboardId)) !== null;
  }

  private async dailyContent(context: RequestContext, on: LocalDate): Promise<ReportContent | null> {
    const report = await this.daily.of(context, on);
    return report && contentWithNote(report);
  }
}

/** The page of the web app that shows it. */
export function reportPath(of: ReportSubjectRef): string {
  return of.subject === 'dashboard' ? `/reports?dashboard=${of.dashboardId}` : `/reports?day=${of.on}`;
}
