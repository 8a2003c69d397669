import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { MyNumbersResolver } from './my-numbers.resolver.js';
import { MyNumbersService } from './my-numbers.service.js';

@Module({ imports: [OrganisationModule], providers: [MyNumbersService, MyNumbersResolver] })
export class MyNumbersModule {}

export const myNumbersFeature: Feature = { name: 'my-numbers', module: MyNumbersModule, entities: [] };
