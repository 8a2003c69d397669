import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { ExplanationService } from './explanation.service.js';
import { RequirementService } from './requirement.service.js';
import { RequirementRepository } from './requirements.repository.js';
import { StaffingResolver } from './staffing.resolver.js';
import { StaffingSettingsService } from './staffing-settings.service.js';

@Module({
  imports: [DemandModule],
  providers: [RequirementRepository, RequirementService, ExplanationService, StaffingSettingsService, StaffingResolver],
  exports: [RequirementService, StaffingSettingsService],
})
export class StaffingModule {}

export const staffingFeature: Feature = { name: 'staffing', module: StaffingModule, entities: [] };
