import { Module } from '@nestjs/common';
import { DemandModule } from '../../demand/demand.module.js';
import { OrganisationModule } from '../../organisation/organisation.module.js';
import { AgentDirectory } from './agent-directory.js';
import { AgentExternalIdRepository } from './agent-external-ids.repository.js';
import { AgentStateNews } from './agent-state-news.js';
import { AgentStatesService } from './agent-states.service.js';
import { IngestController } from './ingest.controller.js';
import { IngestAfterwards } from './ingest-afterwards.js';
import { IngestResolver } from './ingest.resolver.js';
import { IngestSocket } from './ingest-socket.js';
import { IngestService } from './ingest.service.js';
import { StateRetention } from './retention.js';
import { IntervalActualsService } from './interval-actuals.service.js';
import { SourceWatch } from './source-watch.js';
import { StateDayRepository } from './state-days.repository.js';
import { StateDaysResolver } from './state-days.resolver.js';
import { StateEventRepository } from './state-events.repository.js';
import { StateRetentionRepository } from './state-retention.repository.js';
import { StateSourceRepository } from './state-sources.repository.js';
import { StateSourcesResolver } from './state-sources.resolver.js';
import { StateSourcesService } from './state-sources.service.js';
import { StateUpkeepTask } from './state-upkeep.task.js';

/** Agent states and queue statistics from outside. */
@Module({
  imports: [DemandModule, OrganisationModule],
  controllers: [IngestController],
  providers: [
    AgentStatesService,
    IngestService,
    IngestAfterwards,
    IngestResolver,
    IngestSocket,
    AgentExternalIdRepository,
    StateSourcesService,
    StateSourcesResolver,
    IntervalActualsService,
    AgentDirectory,
    AgentStateNews,
    SourceWatch,
    StateRetention,
    StateRetentionRepository,
    StateDayRepository,
    StateDaysResolver,
    StateUpkeepTask,
    StateEventRepository,
    StateSourceRepository,
  ],
  exports: [AgentStatesService],
})
export class IngestModule {}
