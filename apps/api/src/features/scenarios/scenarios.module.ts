import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { CostsModule } from '../costs/costs.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { LawTermsModule } from '../law/law-terms.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { TimeOffModule } from '../time-off/time-off.module.js';
import { ComparisonService } from './answers/comparison.service.js';
import { ScenarioResultsRepository } from './answers/scenario-results.repository.js';
import { BaseBasisService } from './base/base-basis.service.js';
import { BaseDemandService } from './base/base-demand.service.js';
import { BaseRosterService } from './base/base-roster.service.js';
import { BaseTermsService } from './base/base-terms.service.js';
import { ScenarioBaseService } from './base/scenario-base.service.js';
import { ComparisonResolver } from './comparison.resolver.js';
import { PromotionResolver } from './promotion.resolver.js';
import { CouldBeAwayService } from './promotion/could-be-away.service.js';
import { PromotionService } from './promotion/promotion.service.js';
import { PromotionWriter } from './promotion/promotion-writer.js';
import { PromotionRepository } from './promotion/promotions.repository.js';
import { OpenedRosters } from './runs/opened-rosters.service.js';
import { RunInputs } from './runs/run-inputs.service.js';
import { RunResults } from './runs/run-results.service.js';
import { ScenarioRosterJob } from './runs/scenario-roster.job.js';
import { ScenarioRunsService } from './runs/scenario-runs.service.js';
import { ScenarioSources } from './runs/scenario-sources.js';
import { ScenarioSimulationJob } from './runs/scenario-simulation.job.js';
import { ScenarioBaseResolver } from './scenario-base.resolver.js';
import { ScenarioRunsResolver } from './scenario-runs.resolver.js';
import { ScenarioRepository } from './scenarios.repository.js';
import { ScenariosResolver } from './scenarios.resolver.js';
import { ScenariosService } from './scenarios.service.js';

const base = [BaseBasisService, BaseDemandService, BaseRosterService, BaseTermsService, ScenarioBaseService];
const runs = [
  OpenedRosters,
  RunInputs,
  RunResults,
  ScenarioRosterJob,
  ScenarioRunsResolver,
  ScenarioRunsService,
  ScenarioSimulationJob,
  ScenarioSources,
];

@Module({
  imports: [
    CostsModule,
    DemandModule,
    LawTermsModule,
    OrganisationModule,
    RostersModule,
    StaffingModule,
    TimeOffModule,
  ],
  providers: [
    ...base,
    ...runs,
    ComparisonResolver,
    ComparisonService,
    CouldBeAwayService,
    PromotionRepository,
    PromotionResolver,
    PromotionService,
    PromotionWriter,
    RecordsRepository,
    ScenarioBaseResolver,
    ScenarioRepository,
    ScenarioResultsRepository,
    ScenariosResolver,
    ScenariosService,
  ],
  exports: [ScenarioBaseService, ScenariosService],
})
export class ScenariosModule {}

/** What happens if: changes to what is planned, never the plan itself. */
export const scenariosFeature: Feature = { name: 'scenarios', module: ScenariosModule, entities: [] };
