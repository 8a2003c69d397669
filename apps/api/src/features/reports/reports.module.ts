import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { MeasuresModule } from '../measures/measures.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { WellbeingModule } from '../wellbeing/wellbeing.module.js';
import { HomeClock } from './content/home-clock.service.js';
import { MeasureTiles } from './content/measure-tiles.js';
import { PlanTiles } from './content/plan-tiles.js';
import { ReportMeasures } from './content/report-measures.service.js';
import { TileContentService } from './content/tile-content.service.js';
import { DashboardRepository } from './dashboards/dashboards.repository.js';
import { DashboardsResolver } from './dashboards/dashboards.resolver.js';
import { DashboardService } from './dashboards/dashboards.service.js';

const content = [HomeClock, MeasureTiles, PlanTiles, ReportMeasures, TileContentService];
const dashboards = [DashboardRepository, DashboardService, DashboardsResolver];

@Module({
  imports: [DemandModule, MeasuresModule, OrganisationModule, WellbeingModule],
  providers: [...content, ...dashboards],
  exports: [DashboardService],
})
export class ReportsModule {}

export const reportsFeature: Feature = { name: 'reports', module: ReportsModule, entities: [] };
