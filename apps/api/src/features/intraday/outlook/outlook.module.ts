import { Module } from '@nestjs/common';
import { DemandModule } from '../../demand/demand.module.js';
import { NotificationsModule } from '../../notifications/notifications.module.js';
import { RostersModule } from '../../rosters/rosters.module.js';
import { StaffingModule } from '../../staffing/staffing.module.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { AlertRepository } from './alerts.repository.js';
import { AlertNews } from './alert-news.js';
import { AlertWatchTask } from './alert-watch.task.js';
import { DayAlerts } from './day-alerts.service.js';
import { DayFactsRepository } from './day-facts.repository.js';
import { DayPictures, QueueDays } from './day-picture.service.js';
import { MissingAgents } from './missing-agents.service.js';
import { OutlookResolver } from './outlook.resolver.js';
import { OutlookService } from './outlook.service.js';
import { RestOfDayMemory } from './rest-of-day-memory.js';

/** Today against the plan, with alerts. */
@Module({
  imports: [DemandModule, StaffingModule, RostersModule, NotificationsModule, IngestModule],
  providers: [
    AlertNews,
    AlertRepository,
    AlertWatchTask,
    DayAlerts,
    DayFactsRepository,
    DayPictures,
    MissingAgents,
    OutlookResolver,
    OutlookService,
    QueueDays,
    RestOfDayMemory,
  ],
  exports: [AlertRepository, DayFactsRepository, DayPictures, OutlookService],
})
export class OutlookModule {}
