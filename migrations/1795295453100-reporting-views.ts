import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Views run with the rights of their owner, so a reader needs nothing but the views; whose rows they show is said by this
 * function in each of them. The program's own role is scoped as everywhere, by the transaction. Any other role is held to
 * the organisation it is entered for, whatever it sets.
 */
const READERS = `
create schema reporting;
create table reporting.readers (
  role_name text primary key,
  organisation_id uuid not null references public.organisations on delete cascade
);
comment on table reporting.readers is 'which organisation a database role of a BI tool reads; entered by who runs the database';
create function reporting.organisation_of_reader() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when pg_catalog.has_table_privilege(session_user, 'public.organisations', 'select') then public.app_organisation_id()
    else (select r.organisation_id from reporting.readers r where r.role_name = session_user) end
$$;`;

const INTERVAL_FACTS = `
create view reporting.interval_facts as
select distinct on (f.queue_id, f.start_at) f.queue_id, q.name_en as queue, q.channel, s.name as site, f.start_at as interval_start_at,
  (f.start_at at time zone s.zone)::date as local_date, to_char(f.start_at at time zone s.zone, 'HH24:MI') as local_time,
  f.offered_count, f.answered_count, f.answered_within_count, f.abandoned_count, f.handle_seconds, f.backlog_count
from public.interval_facts f
join public.queues q on q.organisation_id = f.organisation_id and q.id = f.queue_id
join public.sites s on s.organisation_id = q.organisation_id and s.id = q.site_id
where f.organisation_id = (select reporting.organisation_of_reader())
order by f.queue_id, f.start_at, f.import_id desc nulls last;
comment on view reporting.interval_facts is 'what came in, by queue and interval; of two sources the import made last';`;

const FORECAST_ACTUAL = `
create view reporting.forecast_actual as
with newest as (
  select distinct on (d.queue_id, d.on_date) d.* from public.forecast_days d
  where d.organisation_id = (select reporting.organisation_of_reader()) order by d.queue_id, d.on_date, d.forecast_id desc)
select n.queue_id, q.name_en as queue, q.channel, s.name as site,
  n.start_at + make_interval(mins => ((i.ordinal - 1) * n.step_minutes)::integer) as interval_start_at, n.on_date as local_date,
  to_char((n.start_at + make_interval(mins => ((i.ordinal - 1) * n.step_minutes)::integer)) at time zone s.zone, 'HH24:MI') as local_time,
  nullif(i.contacts, 'NaN') as forecast_contacts, nullif(i.p10, 'NaN') as forecast_contacts_p10, nullif(i.p90, 'NaN') as forecast_contacts_p90,
  nullif(i.handle, 'NaN') as forecast_handle_seconds, a.offered_count as actual_contacts,
  case when a.answered_count > 0 then a.handle_seconds / a.answered_count end as actual_handle_seconds
from newest n
join public.queues q on q.organisation_id = n.organisation_id and q.id = n.queue_id
join public.sites s on s.organisation_id = q.organisation_id and s.id = q.site_id
cross join lateral unnest(n.contacts, n.contacts_p10, n.contacts_p90, n.handle_seconds) with ordinality as i (contacts, p10, p90, handle, ordinal)
left join lateral (
  select sum(f.offered_count) as offered_count, sum(f.answered_count) as answered_count, sum(f.handle_seconds) as handle_seconds
  from (select distinct on (x.start_at) x.* from public.interval_facts x
    where x.organisation_id = n.organisation_id and x.queue_id = n.queue_id
      and x.start_at >= n.start_at + make_interval(mins => ((i.ordinal - 1) * n.step_minutes)::integer)
      and x.start_at < n.start_at + make_interval(mins => (i.ordinal * n.step_minutes)::integer)
    order by x.start_at, x.import_id desc nulls last) f) a on true;
comment on view reporting.forecast_actual is 'newest forecast of each queue and day, without hand edits, beside what came';`;

const REQUIREMENT_SCHEDULED = `
create view reporting.requirement_scheduled as
with newest as (
  select distinct on (d.queue_id, d.on_date) d.* from public.requirement_days d
  where d.organisation_id = (select reporting.organisation_of_reader()) order by d.queue_id, d.on_date, d.requirement_id desc),
needed as (
  select n.organisation_id, q.site_id, n.on_date,
    n.start_at + make_interval(mins => ((i.ordinal - 1) * n.step_minutes)::integer) + make_interval(mins => piece) as at,
    sum(nullif(i.required, 'NaN')) as required_agents, sum(nullif(i.to_roster, 'NaN')) as agents_to_roster
  from newest n
  join public.queues q on q.organisation_id = n.organisation_id and q.id = n.queue_id
  cross join lateral unnest(n.required_agents, n.agents_to_roster) with ordinality as i (required, to_roster, ordinal)
  cross join lateral generate_series(0, n.step_minutes - 1, 15) as piece
  group by 1, 2, 3, 4)
select s.name as site, n.at as interval_start_at, n.on_date as local_date, to_char(n.at at time zone s.zone, 'HH24:MI') as local_time,
  n.required_agents, n.agents_to_roster, p.agents as scheduled_agents, p.agents - n.agents_to_roster as staffing_gap
from needed n
join public.sites s on s.organisation_id = n.organisation_id and s.id = n.site_id
cross join lateral (
  select coalesce(sum(extract(epoch from least(a.end_at, n.at + interval '15 minutes') - greatest(a.start_at, n.at))), 0)::double precision / 900 as agents
  from public.shift_activities a
  join public.shifts sh on sh.organisation_id = a.organisation_id and sh.id = a.shift_id and sh.published
  join public.agents g on g.organisation_id = sh.organisation_id and g.id = sh.agent_id and g.site_id = n.site_id
  join public.activity_types t on t.organisation_id = a.organisation_id and t.id = a.activity_type_id and t.contact_work
  where a.organisation_id = n.organisation_id and a.start_at < n.at + interval '15 minutes' and a.start_at > n.at - interval '1 day' and a.end_at > n.at) p;
comment on view reporting.requirement_scheduled is 'by site and quarter of an hour: agents needed of all its queues together, and published on contact work';`;

const SCHEDULE_HOURS = `
create view reporting.schedule_hours as
select s.name as site, te.name as team, (lower(sh.span) at time zone s.zone)::date as local_date,
  count(distinct sh.agent_id)::integer as agents, count(distinct sh.id)::integer as shifts,
  sum(case when t.paid then extract(epoch from a.end_at - a.start_at) else 0 end)::double precision / 3600 as paid_hours,
  sum(case when t.contact_work then extract(epoch from a.end_at - a.start_at) else 0 end)::double precision / 3600 as contact_hours,
  sum(case when t.paid and not t.contact_work then extract(epoch from a.end_at - a.start_at) else 0 end)::double precision / 3600 as other_paid_hours
from public.shifts sh
join public.agents g on g.organisation_id = sh.organisation_id and g.id = sh.agent_id
join public.teams te on te.organisation_id = g.organisation_id and te.id = g.team_id
join public.sites s on s.organisation_id = g.organisation_id and s.id = g.site_id
join public.shift_activities a on a.organisation_id = sh.organisation_id and a.shift_id = sh.id
join public.activity_types t on t.organisation_id = a.organisation_id and t.id = a.activity_type_id
where sh.organisation_id = (select reporting.organisation_of_reader()) and sh.published
group by 1, 2, 3;
comment on view reporting.schedule_hours is 'published hours by team and local day; a shift counts to the day it starts on';`;

/** Fewer than five people stand for themselves: their figures are left out. */
const ADHERENCE = `
create view reporting.adherence as
select s.name as site, te.name as team, d.on_date as local_date, count(*)::integer as agents,
  case when count(*) >= 5 then sum(d.scheduled_seconds) / 3600 end as scheduled_hours,
  case when count(*) >= 5 then sum(d.out_seconds) / 3600 end as out_hours,
  case when count(*) >= 5 then sum(d.explained_seconds) / 3600 end as explained_hours,
  case when count(*) >= 5 and sum(d.scheduled_seconds) > 0
    then greatest(0, 1 - sum(d.out_seconds) / sum(d.scheduled_seconds)) end as adherence_fraction,
  case when count(*) >= 5 and sum(d.contact_scheduled_seconds) > 0
    then sum(d.contact_worked_seconds) / sum(d.contact_scheduled_seconds) end as conformance_fraction
from public.adherence_days d
join public.teams te on te.organisation_id = d.organisation_id and te.id = d.team_id
join public.sites s on s.organisation_id = te.organisation_id and s.id = te.site_id
where d.organisation_id = (select reporting.organisation_of_reader())
group by 1, 2, 3;
comment on view reporting.adherence is 'by team and local day, no persons; figures of fewer than five people are null';`;

const MEASURES = `
create view reporting.measures as
select f.queue_id, f.queue, f.channel, f.site, f.local_date, count(*)::integer as intervals, sum(f.offered_count) as offered,
  case when bool_and(f.answered_count is not null or f.offered_count = 0) then sum(f.answered_count) end as answered,
  case when bool_and(f.abandoned_count is not null or f.offered_count = 0) then sum(f.abandoned_count) end as abandoned,
  case when bool_and(f.answered_within_count is not null or f.offered_count = 0) and sum(f.offered_count) > 0
    then sum(f.answered_within_count) / sum(f.offered_count) end as service_level_of_offered,
  case when bool_and(f.abandoned_count is not null or f.offered_count = 0) and sum(f.offered_count) > 0
    then sum(f.abandoned_count) / sum(f.offered_count) end as abandonment,
  case when bool_and(f.handle_seconds is not null or f.offered_count = 0) and sum(f.answered_count) > 0
    then sum(f.handle_seconds) / sum(f.answered_count) end as mean_handle_seconds
from reporting.interval_facts f group by 1, 2, 3, 4, 5;
comment on view reporting.measures is 'by queue and local day, weighted by contacts; a measure of which one interval tells nothing is null, never a part';`;

const VIEWS = [INTERVAL_FACTS, FORECAST_ACTUAL, REQUIREMENT_SCHEDULED, SCHEDULE_HOURS, ADHERENCE, MEASURES];

/** What BI tools read: stable views without persons, in a schema of their own. */
export class ReportingViews1795295453100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [READERS, ...VIEWS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
