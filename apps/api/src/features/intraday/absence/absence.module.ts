import { Module } from '@nestjs/common';
import { OrganisationModule } from '../../organisation/organisation.module.js';
import { RostersModule } from '../../rosters/rosters.module.js';
import { OutlookModule } from '../outlook/outlook.module.js';
import { AbsenceResolver } from './absence.resolver.js';
import { AbsenceService } from './absence.service.js';
import { AbsencesOfDay } from './absences-of-day.service.js';
import { AbsentShifts } from './absent-shifts.service.js';
import { IntradayAbsenceRepository } from './absences.repository.js';

/** Sick and late people of the day. */
@Module({
  imports: [OrganisationModule, OutlookModule, RostersModule],
  providers: [AbsenceResolver, AbsenceService, AbsencesOfDay, AbsentShifts, IntradayAbsenceRepository],
  exports: [IntradayAbsenceRepository],
})
export class AbsenceModule {}
