import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { AdherenceModule } from './adherence/adherence.module.js';
import { IngestModule } from './ingest/ingest.module.js';

/** The day as it happens; each room of it is a module of its own. */
@Module({ imports: [AdherenceModule, IngestModule] })
export class IntradayModule {}

export const intradayFeature: Feature = { name: 'intraday', module: IntradayModule, entities: [] };
