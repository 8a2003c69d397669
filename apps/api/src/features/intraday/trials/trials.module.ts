import { Module } from '@nestjs/common';
import { OrganisationModule } from '../../organisation/organisation.module.js';
import { AdherenceModule } from '../adherence/adherence.module.js';
import { ExcuseTrialJob } from './excuse-trial.job.js';
import { SettingsTrialJob } from './settings-trial.job.js';
import { TrialsResolver } from './trials.resolver.js';
import { TrialsService } from './trials.service.js';

/** What settings and excuses would change, computed before they are saved. */
@Module({
  imports: [OrganisationModule, AdherenceModule],
  providers: [ExcuseTrialJob, SettingsTrialJob, TrialsService, TrialsResolver],
})
export class TrialsModule {}
