import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface CoverageDay {
  readonly queueId: string;
  readonly on: LocalDate;
  readonly scheduledSeconds: number;
  readonly overSeconds: number;
  readonly underSeconds: number;
  readonly neededIntervals: number;
  readonly intervalsWithin5Percent: number;
  readonly efficiencySum: number;
  readonly efficiencyIntervals: number;
}

export interface WellbeingTeamWeek {
  readonly teamId: string;
  readonly on: LocalDate;
  readonly wellbeingJudged: number;
  readonly wellbeingWatch: number;
  readonly wellbeingStrained: number;
}

/** A schedule of the range, what its days would be added up from now, and from what they were. */
export interface WeekStamp {
  readonly id: string;
  readonly weekStartOn: LocalDate;
  readonly weeks: number;
  readonly zone: string;
  /** Null: nothing of it is published any more. */
  readonly stamp: string | null;
  readonly kept: string | null;
}

interface Range {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

const STAMPS = `
select s.id, s.week_start_on::text as "weekStartOn", s.weeks, s.zone, w.stamp as kept,
  case when p.published then concat_ws(' ', s.version, s.published_at, (select max(d.requirement_id::text) from requirement_days d
    where d.on_date >= s.week_start_on and d.on_date < s.week_start_on + s.weeks * 7)) end as stamp
from schedules s left join measure_published_weeks w on w.schedule_id = s.id
  cross join lateral (select exists (select 1 from shifts where shifts.schedule_id = s.id and shifts.published) as published) p
where s.parent_id is null and s.week_start_on < $2::date and s.week_start_on + s.weeks * 7 > $1::date
  and (p.published or w.stamp is not null)
order by s.week_start_on`;

const COVERAGE = `
select queue_id as "queueId", on_date::text as on, sum(scheduled_seconds) as "scheduledSeconds", sum(over_seconds) as "overSeconds",
  sum(under_seconds) as "underSeconds", sum(needed_intervals)::double precision as "neededIntervals",
  sum(within_intervals)::double precision as "intervalsWithin5Percent", sum(efficiency_sum) as "efficiencySum",
  sum(efficiency_intervals)::double precision as "efficiencyIntervals"
from measure_coverage_days where on_date >= $1::date and on_date < $2::date group by 1, 2 order by 2, 1`;

const WELLBEING = `
select team_id as "teamId", on_date::text as on, judged::double precision as "wellbeingJudged", watch::double precision as "wellbeingWatch",
  strained::double precision as "wellbeingStrained"
from measure_wellbeing_weeks where on_date >= $1::date and on_date < $2::date order by 2, 1`;

const KEEP_COVERAGE = `
insert into measure_coverage_days (organisation_id, schedule_id, queue_id, on_date, scheduled_seconds, over_seconds, under_seconds,
  needed_intervals, within_intervals, efficiency_sum, efficiency_intervals)
select app_organisation_id(), $1, d."queueId", d."on", d."scheduledSeconds", d."overSeconds", d."underSeconds", d."neededIntervals",
  d."intervalsWithin5Percent", d."efficiencySum", d."efficiencyIntervals"
from jsonb_to_recordset($2::jsonb) as d ("queueId" uuid, "on" date, "scheduledSeconds" float8, "overSeconds" float8,
  "underSeconds" float8, "neededIntervals" integer, "intervalsWithin5Percent" integer, "efficiencySum" float8, "efficiencyIntervals" integer)`;

const KEEP_WELLBEING = `
insert into measure_wellbeing_weeks (organisation_id, schedule_id, team_id, on_date, judged, watch, strained)
select app_organisation_id(), $1, d."teamId", d."on", d."wellbeingJudged", d."wellbeingWatch", d."wellbeingStrained"
from jsonb_to_recordset($2::jsonb) as d ("teamId" uuid, "on" date, "wellbeingJudged" integer, "wellbeingWatch" integer, "wellbeingStrained" integer)`;

/** What published weeks came to by day, kept by version of the schedule. */
@Injectable()
export class PublishedWeeksRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Schedules of the range with published shifts, and those withdrawn since their days were added up. */
  stamps(context: RequestContext, { fromOn, untilOn }: Range): Promise<WeekStamp[]> {
    return this.database.read<WeekStamp>(context, STAMPS, [fromOn, untilOn]);
  }

  coverage(context: RequestContext, { fromOn, untilOn }: Range): Promise<CoverageDay[]> {
    return this.database.read<CoverageDay>(context, COVERAGE, [fromOn, untilOn]);
  }

  wellbeing(context: RequestContext, { fromOn, untilOn }: Range): Promise<WellbeingTeamWeek[]> {
    return this.database.read<WellbeingTeamWeek>(context, WELLBEING, [fromOn, untilOn]);
  }

  /** In place of what was kept of the schedule. */
  async keep(
    tx: EntityManager,
    { id, stamp }: { readonly id: string; readonly stamp: string },
    days: { readonly coverage: readonly CoverageDay[]; readonly wellbeing: readonly WellbeingTeamWeek[] },
  ): Promise<void> {
    await tx.query('delete from measure_coverage_days where schedule_id = $1', [id]);
    await tx.query('delete from measure_wellbeing_weeks where schedule_id = $1', [id]);
    await tx.query(
      `insert into measure_published_weeks (organisation_id, schedule_id, stamp) values (app_organisation_id(), $1, $2)
       on conflict (organisation_id, schedule_id) do update set stamp = excluded.stamp`,
      [id, stamp],
    );
    await tx.query(KEEP_COVERAGE, [id, JSON.stringify(days.coverage)]);
    await tx.query(KEEP_WELLBEING, [id, JSON.stringify(days.wellbeing)]);
  }

  /** What was kept of a schedule that has been withdrawn goes. */
  async forget(tx: EntityManager, id: string): Promise<void> {
    await tx.query('delete from measure_published_weeks where schedule_id = $1', [id]);
  }
}
