import { Injectable } from '@nestjs/common';
import { MINUTE_MILLIS, type Instant, type Interval, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { DailyFacts, ShortStretch, StaffedDay } from './daily-facts.js';

interface Quarter {
  readonly at: Instant;
  readonly needed: number | null;
  readonly scheduled: number;
}

type Done = Pick<DailyFacts, 'repairs' | 'repairsUndone' | 'offersTaken' | 'exchangesApplied' | 'adherence'>;

const QUARTER_MILLIS = 15 * MINUTE_MILLIS;
/** Smaller gaps are rounding. */
const SHORT_FROM = 0.5;

const DONE = `
select
  (select count(*) from repair_proposals where organisation_id = $1 and applied_at >= $2::timestamptz and applied_at < $3::timestamptz and undone_at is null)::integer as repairs,
  (select count(*) from repair_proposals where organisation_id = $1 and applied_at >= $2::timestamptz and applied_at < $3::timestamptz and undone_at is not null)::integer as "repairsUndone",
  (select count(*) from exchanges where organisation_id = $1 and state = 'applied' and offer_id is not null and applied_at >= $2::timestamptz and applied_at < $3::timestamptz)::integer as "offersTaken",
  (select count(*) from exchanges where organisation_id = $1 and state = 'applied' and offer_id is null and applied_at >= $2::timestamptz and applied_at < $3::timestamptz)::integer as "exchangesApplied",
  (select case when count(*) >= 5 and sum(counted_seconds) > 0 then greatest(0, 1 - sum(out_seconds) / sum(counted_seconds)) end
   from adherence_days where organisation_id = $1 and on_date = $4::date) as adherence`;

/** What was done to a day, and how it was staffed. */
@Injectable()
export class DailyFactsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async done(context: RequestContext, on: LocalDate, span: Interval): Promise<Done> {
    const [row] = await this.database.read<Done>(context, DONE, [
      context.organisationId,
      new Date(span.startAt).toISOString(),
      new Date(span.endAt).toISOString(),
      on,
    ]);
    return row!;
  }

  /** Null: no requirement. All sites together. */
  async staffed(context: RequestContext, on: LocalDate): Promise<StaffedDay | null> {
    const quarters = await this.database.read<Quarter>(
      context,
      `select interval_start_at as at, sum(agents_to_roster)::double precision as needed, sum(scheduled_agents)::double precision as scheduled
       from reporting.requirement_scheduled where local_date = $1::date group by 1 order by 1`,
      [on],
    );
    const open = quarters.filter(({ needed }) => needed !== null && needed > 0);
    if (open.length === 0) return null;
    return {
      neededHours: open.reduce((sum, { needed }) => sum + needed! / 4, 0),
      scheduledHours: quarters.reduce((sum, { scheduled }) => sum + scheduled / 4, 0),
      short: worstStretch(open),
    };
  }
}

/** The stretch that lacks most agent hours. */
function worstStretch(quarters: readonly Quarter[]): ShortStretch | null {
  let [worst, worstSum]: [ShortStretch | null, number] = [null, 0];
  let [running, runningSum]: [ShortStretch | null, number] = [null, 0];
  for (const { at, needed, scheduled } of quarters) {
    const gap = needed! - scheduled;
    if (gap < SHORT_FROM) {
      [running, runningSum] = [null, 0];
      continue;
    }
    const follows: boolean = running !== null && running.endAt === at;
    running = {
      startAt: follows ? running!.startAt : at,
      endAt: at + QUARTER_MILLIS,
      most: Math.max(gap, follows ? running!.most : 0),
    };
    runningSum = gap + (follows ? runningSum : 0);
    if (runningSum > worstSum) [worst, worstSum] = [running, runningSum];
  }
  return worst;
}
