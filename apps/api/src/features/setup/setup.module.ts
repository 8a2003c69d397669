import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { LawTermsModule } from '../law/law-terms.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { AgentsSetupService } from './agents-setup.service.js';
import { CentreSetupService } from './centre-setup.service.js';
import { PatternsSetupService } from './patterns-setup.service.js';
import { PlacesSetupService } from './places-setup.service.js';
import { QueuesSetupResolver } from './queues-setup.resolver.js';
import { QueuesSetupService } from './queues-setup.service.js';
import { SetupChangesResolver } from './setup-changes.resolver.js';
import { SetupCheckService } from './setup-check.service.js';
import { SetupListsRepository } from './setup-lists.repository.js';
import { SetupRowsRepository } from './setup-rows.repository.js';
import { SetupResolver } from './setup.resolver.js';

@Module({
  imports: [OrganisationModule, LawTermsModule, DemandModule],
  providers: [
    AgentsSetupService,
    CentreSetupService,
    PatternsSetupService,
    PlacesSetupService,
    QueuesSetupResolver,
    QueuesSetupService,
    RecordsRepository,
    SetupChangesResolver,
    SetupCheckService,
    SetupListsRepository,
    SetupResolver,
    SetupRowsRepository,
  ],
})
export class SetupModule {}

/** A centre of one's own: from files by `yotei setup`, then kept by its planners. */
export const setupFeature: Feature = { name: 'setup', module: SetupModule, entities: [] };
