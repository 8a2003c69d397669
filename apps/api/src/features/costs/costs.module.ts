import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { RecordsRepository } from '../rosters/index.js';
import { CostSettingsRepository } from './cost-settings.repository.js';
import { CostSettingsService } from './cost-settings.service.js';
import { CostsResolver } from './costs.resolver.js';

@Module({
  providers: [CostSettingsRepository, CostSettingsService, CostsResolver, RecordsRepository],
  exports: [CostSettingsService],
})
export class CostsModule {}

/** What work costs. */
export const costsFeature: Feature = { name: 'costs', module: CostsModule, entities: [] };
