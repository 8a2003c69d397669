import { Module } from '@nestjs/common';
import { RostersModule } from '../../rosters/rosters.module.js';
import { OutlookModule } from '../outlook/outlook.module.js';
import { AbsenceResolver } from './absence.resolver.js';
import { AbsenceService } from './absence.service.js';
import { IntradayAbsenceRepository } from './absences.repository.js';

/** Sick and late people of the day. */
@Module({
  imports: [OutlookModule, RostersModule],
  providers: [AbsenceResolver, AbsenceService, IntradayAbsenceRepository],
  exports: [IntradayAbsenceRepository],
})
export class AbsenceModule {}
