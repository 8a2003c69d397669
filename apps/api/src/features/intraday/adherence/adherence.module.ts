import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../notifications/notifications.module.js';
import { OrganisationModule } from '../../organisation/organisation.module.js';
import { RecordsRepository } from '../../rosters/index.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { AdherenceDayService } from './adherence-day.service.js';
import { AdherenceDaysRepository } from './adherence-days.repository.js';
import { AdherenceDaysTask } from './adherence-days.task.js';
import { AdherenceFactsRepository } from './adherence-facts.repository.js';
import { AdherenceHistoryService } from './adherence-history.service.js';
import { AdherenceJudging } from './adherence-judging.service.js';
import { AdherenceNews } from './adherence-news.js';
import { AdherenceSettingsRepository } from './adherence-settings.repository.js';
import { AdherenceSettingsService } from './adherence-settings.service.js';
import { AdherenceResolver } from './adherence.resolver.js';
import { AgentDaysService } from './agent-days.service.js';
import { DayComparisons } from './day-comparisons.service.js';
import { DayWalks } from './day-walks.service.js';
import { ExceptionsRepository } from './exceptions.repository.js';
import { ExceptionsService } from './exceptions.service.js';
import { LiveFacts } from './live-facts.service.js';
import { LiveResolver } from './live.resolver.js';
import { LiveService } from './live.service.js';
import { MyAdherenceResolver } from './my-adherence.resolver.js';
import { RejudgeJob } from './rejudge.job.js';
import { Rejudging } from './rejudging.service.js';

const repositories = [
  AdherenceDaysRepository,
  AdherenceFactsRepository,
  AdherenceSettingsRepository,
  ExceptionsRepository,
  RecordsRepository,
];
const services = [
  AdherenceDayService,
  AdherenceHistoryService,
  AdherenceJudging,
  AdherenceNews,
  AdherenceSettingsService,
  AgentDaysService,
  DayComparisons,
  DayWalks,
  ExceptionsService,
  LiveFacts,
  LiveService,
  Rejudging,
];

/** Adherence and conformance: live, by day, and what excuses deviations. */
@Module({
  imports: [OrganisationModule, NotificationsModule, IngestModule],
  providers: [
    ...repositories,
    ...services,
    AdherenceDaysTask,
    RejudgeJob,
    AdherenceResolver,
    LiveResolver,
    MyAdherenceResolver,
  ],
  exports: [
    AdherenceFactsRepository,
    AdherenceHistoryService,
    AdherenceSettingsService,
    AgentDaysService,
    DayComparisons,
    DayWalks,
    ExceptionsRepository,
    ExceptionsService,
  ],
})
export class AdherenceModule {}
