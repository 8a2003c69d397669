import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AvailabilityRepository } from './availability.repository.js';
import { AvailabilityResolver } from './availability.resolver.js';
import { AvailabilityService } from './availability.service.js';

@Module({
  imports: [OrganisationModule],
  providers: [AvailabilityRepository, AvailabilityService, AvailabilityResolver],
})
export class AvailabilityModule {}

export const availabilityFeature: Feature = { name: 'availability', module: AvailabilityModule, entities: [] };
