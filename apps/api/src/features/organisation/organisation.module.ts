import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { AgentsService } from './agents.service.js';
import { OrganisationSetupService } from './organisation-setup.service.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { OrganisationService } from './organisation.service.js';

@Module({
  providers: [OrganisationService, AgentsService, OrganisationSetupService, OrganisationResolver],
  exports: [OrganisationService, AgentsService, OrganisationSetupService],
})
export class OrganisationModule {}

export const organisationFeature: Feature = { name: 'organisation', module: OrganisationModule, entities: [] };
