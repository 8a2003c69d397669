import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { BackgroundTask } from '../../../platform/jobs/background-task.js';
import { BID_DEADLINES_TASK } from './bid-news.js';
import { BidRoundRepository } from './bid-rounds.repository.js';
import { BidRoundsService } from './bid-rounds.service.js';

/** Gives the lines of rounds whose time is over. */
@Injectable()
export class BidDeadlinesTask extends BackgroundTask {
  override readonly name = BID_DEADLINES_TASK;

  constructor(
    private readonly rounds: BidRoundsService,
    private readonly rows: BidRoundRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(context: RequestContext): Promise<Instant | null> {
    for (const id of await this.rows.dueIds(context, this.clock.now())) await this.rounds.award(context, id);
    return this.rows.nextDeadline(context);
  }
}
