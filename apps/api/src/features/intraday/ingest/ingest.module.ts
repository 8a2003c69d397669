import { Module } from '@nestjs/common';
import { DemandModule } from '../../demand/demand.module.js';
import { AgentDirectory } from './agent-directory.js';
import { AgentStateNews } from './agent-state-news.js';
import { AgentStatesService } from './agent-states.service.js';
import { IngestController } from './ingest.controller.js';
import { IngestAfterwards } from './ingest-afterwards.js';
import { IngestService } from './ingest.service.js';
import { StateRetention } from './retention.js';
import { IntervalActualsService } from './interval-actuals.service.js';
import { SourceWatch } from './source-watch.js';
import { StateEventRepository } from './state-events.repository.js';
import { StateSourceRepository } from './state-sources.repository.js';

/** Agent states and queue statistics from outside. */
@Module({
  imports: [DemandModule],
  controllers: [IngestController],
  providers: [
    AgentStatesService,
    IngestService,
    IngestAfterwards,
    IntervalActualsService,
    AgentDirectory,
    AgentStateNews,
    SourceWatch,
    StateRetention,
    StateEventRepository,
    StateSourceRepository,
  ],
  exports: [AgentStatesService],
})
export class IngestModule {}
