import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { AbsenceModule } from './absence/absence.module.js';
import { AdherenceModule } from './adherence/adherence.module.js';
import { AdherenceHistoryModule } from './history/history.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { OutlookModule } from './outlook/outlook.module.js';
import { RepairModule } from './repair/repair.module.js';
import { ReplayModule } from './replay/replay.module.js';
import { TrialsModule } from './trials/trials.module.js';

/** The day as it happens; each room of it is a module of its own. */
@Module({
  imports: [
    AbsenceModule,
    AdherenceModule,
    AdherenceHistoryModule,
    IngestModule,
    OutlookModule,
    RepairModule,
    ReplayModule,
    TrialsModule,
  ],
})
export class IntradayModule {}

export const intradayFeature: Feature = { name: 'intraday', module: IntradayModule, entities: [] };
