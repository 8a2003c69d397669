import { Module } from '@nestjs/common';
import { ExchangesModule } from '../../exchanges/exchanges.module.js';
import { RostersModule } from '../../rosters/rosters.module.js';
import { OutlookModule } from '../outlook/outlook.module.js';
import { RepairResolver } from './repair.resolver.js';
import { RepairService } from './repair.service.js';
import { RepairCarrier } from './repair-carrier.js';
import { RepairRepository } from './repairs.repository.js';

/** Ways to mend today. */
@Module({
  imports: [OutlookModule, RostersModule, ExchangesModule],
  providers: [RepairCarrier, RepairRepository, RepairResolver, RepairService],
  exports: [RepairService],
})
export class RepairModule {}
