import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { CapacityBaseService } from './capacity-base.service.js';
import { CapacityPeopleService } from './capacity-people.service.js';
import { CapacityPlansRepository } from './capacity-plans.repository.js';
import { CapacityPlansService } from './capacity-plans.service.js';
import { CapacityResolver } from './capacity.resolver.js';
import { HiringJob } from './hiring.job.js';

@Module({
  imports: [DemandModule, OrganisationModule, ScenariosModule],
  providers: [
    CapacityBaseService,
    CapacityPeopleService,
    CapacityPlansRepository,
    CapacityPlansService,
    CapacityResolver,
    HiringJob,
    RecordsRepository,
  ],
  exports: [CapacityPlansService],
})
export class CapacityModule {}

/** People needed and there over the next year and a half, and whom to hire when. */
export const capacityFeature: Feature = { name: 'capacity', module: CapacityModule, entities: [] };
