import { Module } from '@nestjs/common';
import { RostersModule } from '../../rosters/rosters.module.js';
import { StaffingModule } from '../../staffing/staffing.module.js';
import { AbsenceModule } from '../absence/absence.module.js';
import { AdherenceModule } from '../adherence/adherence.module.js';
import { OutlookModule } from '../outlook/outlook.module.js';
import { ReplayRepository } from './replay.repository.js';
import { ReplayResolver } from './replay.resolver.js';
import { ReplayHappened, ReplayPeople, ReplayQueues, ReplayService } from './replay.service.js';

/** Past days minute by minute. */
@Module({
  imports: [AbsenceModule, AdherenceModule, OutlookModule, RostersModule, StaffingModule],
  providers: [ReplayHappened, ReplayPeople, ReplayQueues, ReplayRepository, ReplayResolver, ReplayService],
  exports: [ReplayHappened, ReplayQueues],
})
export class ReplayModule {}
