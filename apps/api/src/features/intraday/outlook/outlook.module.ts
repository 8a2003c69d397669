import { Module } from '@nestjs/common';
import { DemandModule } from '../../demand/demand.module.js';
import { RostersModule } from '../../rosters/rosters.module.js';
import { StaffingModule } from '../../staffing/staffing.module.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { AlertRepository } from './alerts.repository.js';
import { DayFactsRepository } from './day-facts.repository.js';
import { DayPictures, QueueDays } from './day-picture.service.js';
import { MissingAgents } from './missing-agents.service.js';
import { OutlookResolver } from './outlook.resolver.js';
import { OutlookService } from './outlook.service.js';
import { RestOfDayMemory } from './rest-of-day-memory.js';

/** Today against the plan, with alerts. */
@Module({
  imports: [DemandModule, StaffingModule, RostersModule, IngestModule],
  providers: [
    AlertRepository,
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
