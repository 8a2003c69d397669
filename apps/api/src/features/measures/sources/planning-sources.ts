import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { FactSource, type SourceRange, type SourceRow } from './fact-source.js';

type Row = Readonly<Record<string, number>> & { readonly id: string; readonly on: LocalDate };

const ofQueues = (rows: readonly Row[]): SourceRow[] =>
  rows.map(({ id, on, ...facts }) => ({ queueId: id, teamId: null, on, facts, hasContacts: true }));
const ofTeams = (rows: readonly Row[]): SourceRow[] =>
  rows.map(({ id, on, ...facts }) => ({ queueId: null, teamId: id, on, facts, hasContacts: true }));

/** The forecast in force at the start of each day against what came; scored in intervals where both are. */
const SCORES = `
select queue_id as id, on_date::text as on, actual as "forecastActual", actual + signed as "forecastContacts",
  absolute as "forecastIntervalError", abs(signed) as "forecastDayError"
from (select queue_id, on_date, (score->'contacts'->>'actual')::double precision as actual,
        (score->'contacts'->'plan'->>'absolute')::double precision as absolute,
        (score->'contacts'->'plan'->>'signed')::double precision as signed
      from forecast_scores where lead_days = 0 and on_date >= $1::date and on_date < $2::date) scores`;

@Injectable()
export class ForecastSource extends FactSource {
  readonly source = 'forecast';

  constructor(private readonly database: TenantDatabase) {
    super();
  }

  async rows(context: RequestContext, { fromOn, untilOn }: SourceRange): Promise<SourceRow[]> {
    return ofQueues(await this.database.read<Row>(context, SCORES, [fromOn, untilOn]));
  }
}

/** The newest requirement of each queue and day. */
const REQUIREMENTS = `
select distinct on (queue_id, on_date) queue_id as id, on_date::text as on,
  coalesce((summary->>'agentHoursRequired')::double precision, 0) * 3600 as "requiredSeconds",
  coalesce((summary->>'agentHoursToRoster')::double precision, 0) * 3600 as "toRosterSeconds"
from requirement_days where on_date >= $1::date and on_date < $2::date and summary is not null
order by queue_id, on_date, requirement_id desc`;

@Injectable()
export class RequirementSource extends FactSource {
  readonly source = 'requirement';

  constructor(private readonly database: TenantDatabase) {
    super();
  }

  async rows(context: RequestContext, { fromOn, untilOn }: SourceRange): Promise<SourceRow[]> {
    return ofQueues(await this.database.read<Row>(context, REQUIREMENTS, [fromOn, untilOn]));
  }
}

/** Published shifts by the local date they begin on and the team their agent is in, and paid time off by day. */
const ROSTERS = `
select id, on_date::text as on, sum(shifts)::double precision as "shiftCount", sum(paid)::double precision as "paidSeconds",
  sum(contact)::double precision as "plannedContactSeconds", sum(notice)::double precision as "noticeSeconds",
  sum(absence)::double precision as "paidAbsenceSeconds"
from (
  select a.team_id as id, (lower(s.span) at time zone site.zone)::date as on_date, 1 as shifts, parts.paid, parts.contact,
    greatest(0, extract(epoch from lower(s.span) - sch.published_at)) as notice, 0 as absence
  from shifts s
  join schedules sch on sch.id = s.schedule_id
  join agents a on a.id = s.agent_id
  join sites site on site.id = a.site_id
  cross join lateral (
    select coalesce(sum(extract(epoch from p.end_at - p.start_at)) filter (where t.paid), 0) as paid,
      coalesce(sum(extract(epoch from p.end_at - p.start_at)) filter (where t.paid and t.contact_work), 0) as contact
    from shift_activities p join activity_types t on t.id = p.activity_type_id where p.shift_id = s.id) parts
  where s.published and lower(s.span) >= $1::date - 1 and lower(s.span) < $2::date + 1
  union all
  select a.team_id, day::date, 0, 0, 0, 0, o.paid_minutes * 60.0 / count(*) over (partition by o.id)
  from time_off o
  join agents a on a.id = o.agent_id
  join sites site on site.id = a.site_id
  cross join lateral generate_series((lower(o.span) at time zone site.zone)::date,
    ((upper(o.span) - interval '1 microsecond') at time zone site.zone)::date, interval '1 day') as day
  where o.state = 'approved' and o.span && tstzrange($1::date - interval '2 days', $2::date + interval '2 days')) days
where on_date >= $1::date and on_date < $2::date
group by 1, 2`;

@Injectable()
export class RosterSource extends FactSource {
  readonly source = 'roster';

  constructor(private readonly database: TenantDatabase) {
    super();
  }

  async rows(context: RequestContext, { fromOn, untilOn }: SourceRange): Promise<SourceRow[]> {
    return ofTeams(await this.database.read<Row>(context, ROSTERS, [fromOn, untilOn]));
  }
}
