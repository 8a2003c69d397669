import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { CostsModule } from '../costs/costs.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { LawTermsModule } from '../law/law-terms.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { BaseBasisService } from './base/base-basis.service.js';
import { BaseDemandService } from './base/base-demand.service.js';
import { BaseRosterService } from './base/base-roster.service.js';
import { BaseTermsService } from './base/base-terms.service.js';
import { ScenarioBaseService } from './base/scenario-base.service.js';
import { ScenarioBaseResolver } from './scenario-base.resolver.js';

@Module({
  imports: [CostsModule, DemandModule, LawTermsModule, OrganisationModule, RostersModule, StaffingModule],
  providers: [
    BaseBasisService,
    BaseDemandService,
    BaseRosterService,
    BaseTermsService,
    ScenarioBaseService,
    ScenarioBaseResolver,
  ],
  exports: [ScenarioBaseService],
})
export class ScenariosModule {}

/** What happens if: changes to what is planned, never the plan itself. */
export const scenariosFeature: Feature = { name: 'scenarios', module: ScenariosModule, entities: [] };
