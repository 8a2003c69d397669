import { Injectable } from '@nestjs/common';
import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { BackgroundTask } from '../../../platform/jobs/background-task.js';
import { PUBLISHED_DAY_TASK } from '../../rosters/index.js';
import { LOOK_MILLIS } from './day-alerts.service.js';
import { OutlookService } from './outlook.service.js';

/** The day is watched from so long before its first shift begins: time enough to do something. */
const BEFORE_MINUTES = 60;
/** Shifts added meanwhile are noticed after this at the latest. */
const ASLEEP_MILLIS = 30 * MINUTE_MILLIS;

/** Looks at the day every few minutes while somebody is planned to work, so that alerts come without anybody looking. */
@Injectable()
export class AlertWatchTask extends BackgroundTask {
  override readonly name = PUBLISHED_DAY_TASK;

  constructor(
    private readonly database: TenantDatabase,
    private readonly outlook: OutlookService,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(context: RequestContext): Promise<Instant | null> {
    const now = this.clock.now();
    const { isPlanned, firstAt } = await this.planned(context, now);
    if (!isPlanned) return null;
    const opensAt = (firstAt ?? Infinity) - BEFORE_MINUTES * MINUTE_MILLIS;
    if (opensAt > now) return Math.min(opensAt, now + ASLEEP_MILLIS);
    await this.outlook.now(context);
    return now + LOOK_MILLIS;
  }

  /** Whether anything published is still to come, and the first shift that is not over within a day. */
  private async planned(
    context: RequestContext,
    now: Instant,
  ): Promise<{ readonly isPlanned: boolean; readonly firstAt: Instant | null }> {
    const [row] = await this.database.read<{ isPlanned: boolean; firstAt: Instant | null }>(
      context,
      `select exists (select 1 from schedules where organisation_id = $1 and state = 'published'
           and week_start_on + 7 * weeks >= ($2::timestamptz)::date) as "isPlanned",
         (select min(lower(span)) from shifts where organisation_id = $1 and published
           and span && tstzrange($2::timestamptz, $2::timestamptz + interval '1 day')) as "firstAt"`,
      [context.organisationId, new Date(now).toISOString()],
    );
    return row!;
  }
}
