import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
alter table interval_facts
  add column abandoned_within_count double precision check (abandoned_within_count >= 0),
  add column wait_seconds double precision check (wait_seconds >= 0);
comment on column interval_facts.short_abandoned_count is 'left within 5 seconds';
comment on column interval_facts.wait_seconds is 'total wait of those answered';
alter table kpi_formulas
  add column name text check (name ~ '^[[:alpha:]][[:alnum:]_]{0,39}$'),
  add column better text check (better in ('higher', 'lower'));
create unique index kpi_formulas_by_name on kpi_formulas (organisation_id, name) where name is not null;
comment on column kpi_formulas.name is 'by which other formulas may use it';`;

/** Nullable: an interval of the day with contacts does not tell it, so its sum would stand for a part only. */
const DAYS = `
create table measure_queue_days (
  organisation_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  interval_count integer not null,
  offered double precision not null,
  answered double precision,
  answered_within double precision,
  abandoned double precision,
  abandoned_within double precision,
  short_abandoned double precision,
  handle_seconds double precision,
  wait_seconds double precision,
  backlog double precision,
  primary key (organisation_id, queue_id, on_date),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on table measure_queue_days is 'interval_facts of a local day of the queue''s site added up; days in measure_days_to_sum are out of date';
create index measure_queue_days_by_date on measure_queue_days (organisation_id, on_date);
create table measure_days_to_sum (
  organisation_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  changes bigint not null default 1,
  primary key (organisation_id, queue_id, on_date),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on column measure_days_to_sum.changes is 'written at each change, so that who adds up waits for who is still writing facts';
create table measure_published_weeks (
  organisation_id uuid not null,
  schedule_id uuid not null,
  stamp text not null,
  primary key (organisation_id, schedule_id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
comment on table measure_published_weeks is 'which version of a published schedule and of the requirement its days were added up from';
create table measure_coverage_days (
  organisation_id uuid not null,
  schedule_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  scheduled_seconds double precision not null,
  over_seconds double precision not null,
  under_seconds double precision not null,
  needed_intervals integer not null,
  within_intervals integer not null,
  efficiency_sum double precision not null,
  efficiency_intervals integer not null,
  primary key (organisation_id, schedule_id, queue_id, on_date),
  foreign key (organisation_id, schedule_id) references measure_published_weeks on delete cascade,
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
create index measure_coverage_days_by_date on measure_coverage_days (organisation_id, on_date);
create table measure_wellbeing_weeks (
  organisation_id uuid not null,
  schedule_id uuid not null,
  team_id uuid not null,
  on_date date not null,
  judged integer not null,
  watch integer not null,
  strained integer not null,
  primary key (organisation_id, schedule_id, team_id),
  foreign key (organisation_id, schedule_id) references measure_published_weeks on delete cascade,
  foreign key (organisation_id, team_id) references teams on delete cascade
);
comment on table measure_wellbeing_weeks is 'people and measures by band; groups that are too small to be shown are not in it';`;

/** As before (1795295413000), and the day is to be added up again, whether it has a forecast or not. */
const MARK = `
create or replace function mark_days_to_score() returns trigger language plpgsql as $$
begin
  with touched as (
    select distinct f.organisation_id, f.queue_id, (f.start_at at time zone s.zone)::date as on_date
    from changed_facts f
    join queues q on q.organisation_id = f.organisation_id and q.id = f.queue_id
    join sites s on s.organisation_id = q.organisation_id and s.id = q.site_id),
  to_sum as (
    insert into measure_days_to_sum as marked (organisation_id, queue_id, on_date)
    select * from touched order by 1, 2, 3
    on conflict (organisation_id, queue_id, on_date) do update set changes = marked.changes + 1)
  insert into days_to_score as marked (organisation_id, queue_id, on_date)
  select touched.organisation_id, touched.queue_id, touched.on_date from touched
  where exists (select 1 from forecast_days d where d.organisation_id = touched.organisation_id
    and d.queue_id = touched.queue_id and d.on_date = touched.on_date)
  order by 1, 2, 3
  on conflict (organisation_id, queue_id, on_date) do update set changes = marked.changes + 1;
  return null;
end $$;
create function mark_days_of_other_zone() returns trigger language plpgsql as $$
begin
  insert into measure_days_to_sum as marked (organisation_id, queue_id, on_date)
  select distinct d.organisation_id, d.queue_id, d.on_date + beside.days
  from measure_queue_days d join queues q on q.organisation_id = d.organisation_id and q.id = d.queue_id,
    (values (-1), (0), (1)) as beside (days)
  where d.organisation_id = new.organisation_id
    and case when tg_table_name = 'sites' then q.site_id = new.id else q.id = new.id end
  order by 1, 2, 3
  on conflict (organisation_id, queue_id, on_date) do update set changes = marked.changes + 1;
  return null;
end $$;
create trigger site_zone_changed after update of zone on sites
  for each row when (old.zone is distinct from new.zone) execute function mark_days_of_other_zone();
create trigger queue_site_changed after update of site_id on queues
  for each row when (old.site_id is distinct from new.site_id) execute function mark_days_of_other_zone();
insert into measure_days_to_sum (organisation_id, queue_id, on_date)
select distinct f.organisation_id, f.queue_id, (f.start_at at time zone s.zone)::date
from interval_facts f
join queues q on q.organisation_id = f.organisation_id and q.id = f.queue_id
join sites s on s.organisation_id = q.organisation_id and s.id = q.site_id;`;

const IMPORTED = `
create table measure_fact_kinds (
  organisation_id uuid not null references organisations on delete cascade,
  name text not null check (name ~ '^[[:alpha:]][[:alnum:]_]{0,39}$'),
  title text not null check (title <> ''),
  unit text not null check (unit in ('number', 'contacts', 'seconds', 'fraction', 'agents')),
  adds text not null check (adds in ('sum', 'last')),
  created_at timestamptz not null default now(),
  primary key (organisation_id, name)
);
comment on table measure_fact_kinds is 'names of imported facts beside those of the catalogue';
create table measure_facts (
  organisation_id uuid not null references organisations on delete cascade,
  name text not null,
  source text not null check (source <> ''),
  on_date date not null,
  start_at timestamptz,
  queue_id uuid,
  team_id uuid,
  channel text,
  value double precision not null,
  weight double precision check (weight >= 0),
  changed_at timestamptz not null default now(),
  unique nulls not distinct (organisation_id, name, source, on_date, start_at, queue_id, team_id, channel),
  check (num_nonnulls(queue_id, team_id, channel) <= 1),
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  foreign key (organisation_id, team_id) references teams on delete cascade
);
comment on table measure_facts is 'facts told by other systems, of a queue, a team, a channel or the whole organisation; told again they are replaced';
comment on column measure_facts.weight is 'of a mean: how many it is the mean of; value is then value times weight, so that days can be added';
create index measure_facts_by_date on measure_facts (organisation_id, on_date, name);`;

const ASIDE = `
create table measure_targets (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  measure text not null,
  queue_id uuid,
  from_on date not null,
  direction text not null check (direction in ('at-least', 'at-most')),
  value double precision not null,
  version integer not null default 1,
  author_id uuid,
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, measure, queue_id, from_on),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on column measure_targets.from_on is 'holds until the next one of the same measure and queue';
create table measure_annotations (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  on_date date not null,
  queue_id uuid,
  text text not null check (char_length(text) between 1 and 500),
  author_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
create index measure_annotations_by_date on measure_annotations (organisation_id, on_date);`;

const TABLES = [
  'measure_queue_days',
  'measure_days_to_sum',
  'measure_published_weeks',
  'measure_coverage_days',
  'measure_wellbeing_weeks',
  'measure_fact_kinds',
  'measure_facts',
  'measure_targets',
  'measure_annotations',
];

/** Measures over any time: days added up once, facts of other systems, targets and annotations. */
export class Measures1795295452100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, DAYS, MARK, IMPORTED, ASIDE]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
