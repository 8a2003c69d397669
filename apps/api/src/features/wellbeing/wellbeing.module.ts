import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { ProtectionJob } from './protection.job.js';
import { ProtectionResolver } from './protection.resolver.js';
import { ProtectionService } from './protection.service.js';
import { WellbeingWeeksService } from './wellbeing-weeks.service.js';
import { WellbeingResolver } from './wellbeing.resolver.js';
import { WellbeingService } from './wellbeing.service.js';

@Module({
  imports: [OrganisationModule, RostersModule, StaffingModule],
  providers: [
    ProtectionJob,
    ProtectionService,
    ProtectionResolver,
    WellbeingWeeksService,
    WellbeingService,
    WellbeingResolver,
  ],
  exports: [WellbeingService],
})
export class WellbeingModule {}

export const wellbeingFeature: Feature = { name: 'wellbeing', module: WellbeingModule, entities: [] };
