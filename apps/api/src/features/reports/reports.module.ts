import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { ReplayModule } from '../intraday/replay/index.js';
import { MeasuresModule } from '../measures/measures.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { WellbeingModule } from '../wellbeing/wellbeing.module.js';
import { BiController } from './bi/bi.controller.js';
import { ReportRowsRepository } from './bi/report-rows.repository.js';
import { HomeClock } from './content/home-clock.service.js';
import { MeasureTiles } from './content/measure-tiles.js';
import { PlanTiles } from './content/plan-tiles.js';
import { ReportMeasures } from './content/report-measures.service.js';
import { TileContentService } from './content/tile-content.service.js';
import { DailyFactsRepository } from './daily/daily-facts.repository.js';
import { DailyReportRepository } from './daily/daily-reports.repository.js';
import { DailyReportsResolver } from './daily/daily-reports.resolver.js';
import { DailyFactsService, DailyReportService } from './daily/daily-reports.service.js';
import { DashboardRepository } from './dashboards/dashboards.repository.js';
import { DashboardsResolver } from './dashboards/dashboards.resolver.js';
import { DashboardService } from './dashboards/dashboards.service.js';
import { ReportFilesController } from './report-files.controller.js';
import { ReportFiles } from './report-files.js';
import { ReportSubjects } from './report-subjects.service.js';
import { ReportMailRepository } from './schedules/report-mails.repository.js';
import { ReportMailMaker, ReportMailsTask } from './schedules/report-mails.task.js';
import { ReportRecipients } from './schedules/report-recipients.repository.js';
import { ReportScheduleRepository } from './schedules/report-schedules.repository.js';
import { ReportSchedulesResolver } from './schedules/report-schedules.resolver.js';
import { ReportScheduleService } from './schedules/report-schedules.service.js';
import { ScheduleRules } from './schedules/schedule-rules.js';
import { ReportShareRepository } from './shares/report-shares.repository.js';
import { ReportSharesResolver } from './shares/report-shares.resolver.js';
import { ReportShareService } from './shares/report-shares.service.js';

const content = [HomeClock, MeasureTiles, PlanTiles, ReportMeasures, TileContentService];
const dashboards = [DashboardRepository, DashboardService, DashboardsResolver];
const daily = [
  DailyFactsRepository,
  DailyFactsService,
  DailyReportRepository,
  DailyReportService,
  DailyReportsResolver,
];
const mails = [ReportMailMaker, ReportMailRepository, ReportMailsTask, ReportRecipients];
const schedules = [ReportScheduleRepository, ReportScheduleService, ReportSchedulesResolver, ScheduleRules];
const shares = [ReportShareRepository, ReportShareService, ReportSharesResolver];

@Module({
  imports: [DemandModule, MeasuresModule, NotificationsModule, OrganisationModule, ReplayModule, WellbeingModule],
  controllers: [BiController, ReportFilesController],
  providers: [
    ...content,
    ...dashboards,
    ...daily,
    ...mails,
    ...schedules,
    ...shares,
    ReportFiles,
    ReportRowsRepository,
    ReportSubjects,
  ],
  exports: [DashboardRepository],
})
export class ReportsModule {}

export const reportsFeature: Feature = { name: 'reports', module: ReportsModule, entities: [] };
