import { Injectable } from '@nestjs/common';
import { addDays, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { BackgroundTask } from '../../../platform/jobs/background-task.js';
import { FACTS_TASK } from '../../demand/index.js';
import { QueueDaysRepository } from './queue-days.repository.js';
import { WeekSumsService } from './week-sums.service.js';

/** Days of all queues in one transaction: short, so that whoever asks meanwhile waits for little. */
const DAYS_AT_ONCE = 31;

/** Adds up days whose facts changed, then published weeks, before anybody asks for them; who asks first adds up the rest. */
@Injectable()
export class MeasureSumsTask extends BackgroundTask {
  override readonly name = FACTS_TASK;

  constructor(
    private readonly database: TenantDatabase,
    private readonly days: QueueDaysRepository,
    private readonly weeks: WeekSumsService,
  ) {
    super();
  }

  override async run(context: RequestContext, signal: AbortSignal): Promise<Instant | null> {
    // Newest first: that is what people look at. Each round takes away the days it began with.
    for (
      let lastOn = await this.newest(context);
      lastOn !== null && !signal.aborted;
      lastOn = await this.newest(context)
    )
      await this.days.addUp(context, { fromOn: addDays(lastOn, 1 - DAYS_AT_ONCE), untilOn: addDays(lastOn, 1) });
    // Each in a transaction of its own, as above.
    for (const range of await this.weeks.stale(context)) {
      if (signal.aborted) break;
      await this.weeks.freshen(context, range);
    }
    return null;
  }

  private async newest(context: RequestContext): Promise<LocalDate | null> {
    const [found] = await this.database.read<{ on: LocalDate | null }>(
      context,
      'select max(on_date)::text as on from measure_days_to_sum',
    );
    return found?.on ?? null;
  }
}
