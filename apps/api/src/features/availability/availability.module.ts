import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { AvailabilityExceptionRepository } from './availability-exceptions.repository.js';
import { AvailabilityExceptionsService } from './availability-exceptions.service.js';
import { AvailabilityRepository } from './availability.repository.js';
import { AvailabilityResolver } from './availability.resolver.js';
import { AvailabilityService } from './availability.service.js';
import { WishReasons } from './wish-reasons.service.js';

@Module({
  imports: [OrganisationModule, RostersModule],
  providers: [
    AvailabilityExceptionRepository,
    AvailabilityExceptionsService,
    AvailabilityRepository,
    AvailabilityResolver,
    AvailabilityService,
    WishReasons,
  ],
})
export class AvailabilityModule {}

export const availabilityFeature: Feature = { name: 'availability', module: AvailabilityModule, entities: [] };
