import { Module } from '@nestjs/common';
import { DemoFiller } from '../../platform/demo-filler.js';
import type { Feature } from '../../platform/feature.js';
import { CapacityModule } from '../capacity/capacity.module.js';
import { CostsModule } from '../costs/costs.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { ExchangesModule } from '../exchanges/exchanges.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { DemoCalendarFiller } from './demo-calendar.filler.js';
import { DemoCapacityFiller } from './demo-capacity.filler.js';
import { DemoCentreFiller } from './demo-centre.filler.js';
import { DemoAccuracyFiller } from './demo-accuracy.filler.js';
import { DemoDemandFiller } from './demo-demand.filler.js';
import { DemoForecasts } from './demo-forecasts.js';
import { DemoLongRangeFiller } from './demo-long-range.filler.js';
import { DemoLoop } from './demo-loop.js';
import { DemoReportsFiller } from './demo-reports.filler.js';
import { DemoRosterResults, DemoRostersFiller } from './demo-rosters.filler.js';
import { DemoWhatIfFiller } from './demo-what-if.filler.js';
import { DemoScoringFiller } from './demo-scoring.filler.js';
import { DemoTouches } from './demo-touches.js';
import { SampleDataJob } from './sample/sample-data.job.js';
import { SampleDataRepository } from './sample/sample-data.repository.js';
import { SampleDataResolver } from './sample/sample-data.resolver.js';
import { SampleSetupFiller } from './sample/sample-setup.filler.js';
import { SampleDataService } from './sample/sample-data.service.js';

@Module({
  imports: [
    OrganisationModule,
    DemandModule,
    StaffingModule,
    RostersModule,
    ExchangesModule,
    CapacityModule,
    CostsModule,
    ScenariosModule,
    ReportsModule,
  ],
  providers: [
    { provide: DemoFiller, useClass: DemoCentreFiller },
    DemoCalendarFiller,
    DemoCapacityFiller,
    DemoDemandFiller,
    DemoForecasts,
    DemoAccuracyFiller,
    DemoScoringFiller,
    DemoLongRangeFiller,
    DemoLoop,
    DemoReportsFiller,
    DemoRostersFiller,
    DemoRosterResults,
    DemoWhatIfFiller,
    DemoTouches,
    RecordsRepository,
    SampleDataJob,
    SampleSetupFiller,
    SampleDataRepository,
    SampleDataResolver,
    SampleDataService,
  ],
})
export class DemoModule {}

export const demoFeature: Feature = { name: 'demo', module: DemoModule, entities: [] };
