import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { LawTermsModule } from '../law/law-terms.module.js';
import { AgentsService } from './agents.service.js';
import { OrganisationSetupService } from './organisation-setup.service.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationService } from './organisation.service.js';
import { SiteHoursService } from './site-hours.service.js';

@Module({
  imports: [LawTermsModule],
  providers: [OrganisationService, AgentsService, SiteHoursService, OrganisationSetupService, OrganisationResolver],
  exports: [OrganisationService, AgentsService, SiteHoursService, OrganisationSetupService],
})
export class OrganisationModule {}

export const organisationFeature: Feature = { name: 'organisation', module: OrganisationModule, entities: [] };
