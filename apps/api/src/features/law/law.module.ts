import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { LawChoicesService } from './law-choices.service.js';
import { LawInspectionService } from './law-inspection.service.js';
import { LawTermsModule } from './law-terms.module.js';
import { LawResolver } from './law.resolver.js';

@Module({
  imports: [LawTermsModule, OrganisationModule, RostersModule],
  providers: [LawChoicesService, LawInspectionService, LawResolver, RecordsRepository],
})
export class LawModule {}

/** Which law protects whom, and what an inspector would ask. */
export const lawFeature: Feature = { name: 'law', module: LawModule, entities: [] };
