import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { DemandModule } from '../demand/demand.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { HardMinutes } from './hard-minutes.service.js';
import { MyNumbersRepository } from './my-numbers.repository.js';
import { MyNumbersResolver } from './my-numbers.resolver.js';
import { MyNumbersService } from './my-numbers.service.js';

@Module({
  imports: [DemandModule, OrganisationModule],
  providers: [HardMinutes, MyNumbersRepository, MyNumbersService, MyNumbersResolver],
})
export class MyNumbersModule {}

export const myNumbersFeature: Feature = { name: 'my-numbers', module: MyNumbersModule, entities: [] };
