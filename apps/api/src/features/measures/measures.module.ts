import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { KpiFormulaRepository } from './kpi-formulas.repository.js';
import { KpiFormulaService } from './kpi-formulas.service.js';
import { MeasureFactsService } from './measure-facts.service.js';
import { MeasuresResolver } from './measures.resolver.js';

@Module({
  imports: [DemandModule],
  providers: [KpiFormulaRepository, KpiFormulaService, MeasureFactsService, MeasuresResolver],
  exports: [KpiFormulaService, MeasureFactsService],
})
export class MeasuresModule {}

export const measuresFeature: Feature = { name: 'measures', module: MeasuresModule, entities: [] };
