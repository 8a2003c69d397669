import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { IngestModule } from '../intraday/ingest/index.js';
import { RepairModule } from '../intraday/repair/index.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { HardTurnsService } from './hard-turns.service.js';
import { LoadAlertsService } from './load-alerts.service.js';
import { ProtectionJob } from './protection.job.js';
import { ProtectionResolver } from './protection.resolver.js';
import { ProtectionService } from './protection.service.js';
import { PublishedRosters } from './published-rosters.js';
import { PulseResolver } from './pulse.resolver.js';
import { PulseService } from './pulse.service.js';
import { TeamTrendService } from './team-trend.service.js';
import { WellbeingSettingsResolver } from './wellbeing-settings.resolver.js';
import { WellbeingSettingsService } from './wellbeing-settings.service.js';
import { WorkedWeeksService } from './worked-weeks.service.js';
import { WellbeingWeeksService } from './wellbeing-weeks.service.js';
import { WellbeingResolver } from './wellbeing.resolver.js';
import { WellbeingService } from './wellbeing.service.js';

@Module({
  imports: [OrganisationModule, RostersModule, StaffingModule, IngestModule, RepairModule],
  providers: [
    ProtectionJob,
    ProtectionService,
    ProtectionResolver,
    WellbeingSettingsService,
    WellbeingSettingsResolver,
    PublishedRosters,
    WellbeingWeeksService,
    HardTurnsService,
    WorkedWeeksService,
    TeamTrendService,
    LoadAlertsService,
    PulseService,
    PulseResolver,
    WellbeingService,
    WellbeingResolver,
  ],
  exports: [WellbeingService],
})
export class WellbeingModule {}

export const wellbeingFeature: Feature = { name: 'wellbeing', module: WellbeingModule, entities: [] };
