import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { BackgroundTask } from '../../platform/jobs/background-task.js';
import { EXCHANGE_DEADLINES_TASK } from './exchange-news.js';
import { ExchangeSettler } from './exchange-settler.js';
import { ExchangeRepository } from './exchanges.repository.js';
import { SwapWishesService } from './swap-wishes.service.js';
import { WorkOfferRepository } from './work-offers.repository.js';
import { WorkOffersService } from './work-offers.service.js';

/** Ends what nobody decided in time, and gives the places of offers ranked by fairness when they close. */
@Injectable()
export class ExchangeDeadlinesTask extends BackgroundTask {
  override readonly name = EXCHANGE_DEADLINES_TASK;

  constructor(
    private readonly database: TenantDatabase,
    private readonly exchanges: ExchangeRepository,
    private readonly settler: ExchangeSettler,
    private readonly offerRows: WorkOfferRepository,
    private readonly offers: WorkOffersService,
    private readonly wishes: SwapWishesService,
  ) {
    super();
  }

  override async run(context: RequestContext): Promise<Instant | null> {
    await this.database.withTenant(context, async (tx) => {
      for (const exchange of await this.exchanges.due(tx, this.offers.now()))
        await this.settler.expireIfLate(tx, context, exchange);
      await this.wishes.expire(tx, this.offers.now());
    });
    for (const id of await this.offerRows.dueIds(context, this.offers.now())) await this.offers.settle(context, id);
    return this.exchanges.nextDeadline(context);
  }
}
