import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { LawTermsModule } from '../law/law-terms.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { CostSettingsRepository } from './cost-settings.repository.js';
import { CostSettingsService } from './cost-settings.service.js';

@Module({
  imports: [LawTermsModule],
  providers: [CostSettingsRepository, CostSettingsService, RecordsRepository],
  exports: [CostSettingsService],
})
export class CostsModule {}

/** What work costs. */
export const costsFeature: Feature = { name: 'costs', module: CostsModule, entities: [] };
