import { Module } from '@nestjs/common';
import { OrganisationModule } from '../../organisation/organisation.module.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { AdherenceDaysRepository } from './adherence-days.repository.js';
import { AdherenceFactsRepository } from './adherence-facts.repository.js';
import { AdherenceSettingsRepository } from './adherence-settings.repository.js';
import { AgentDaysService } from './agent-days.service.js';
import { DayWalks } from './day-walks.service.js';
import { LiveFacts } from './live-facts.service.js';
import { LiveResolver } from './live.resolver.js';
import { LiveService } from './live.service.js';

/** Adherence and conformance: live, by day, and what excuses deviations. */
@Module({
  imports: [OrganisationModule, IngestModule],
  providers: [
    AdherenceDaysRepository,
    AdherenceFactsRepository,
    AdherenceSettingsRepository,
    AgentDaysService,
    DayWalks,
    LiveFacts,
    LiveResolver,
    LiveService,
  ],
})
export class AdherenceModule {}
