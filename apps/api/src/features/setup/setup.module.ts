import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { CentreSetupService } from './centre-setup.service.js';

@Module({ imports: [OrganisationModule, DemandModule], providers: [CentreSetupService] })
export class SetupModule {}

/** A centre of one's own, from files; `yotei setup` calls it. */
export const setupFeature: Feature = { name: 'setup', module: SetupModule, entities: [] };
