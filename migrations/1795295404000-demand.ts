import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUEUES = `
create table queues (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  name_en text not null,
  name_ja text not null,
  channel text not null check (channel in ('voice', 'chat', 'email', 'social', 'messaging', 'callback', 'back_office')),
  skill_id uuid not null,
  site_id uuid not null,
  interval_minutes smallint not null default 15 check (1440 % interval_minutes = 0),
  goal jsonb not null,
  model_id text not null default 'erlang-c',
  patience_seconds double precision check (patience_seconds > 0),
  concurrency double precision not null default 1 check (concurrency > 0),
  shrinkage_fraction double precision not null default 0 check (shrinkage_fraction >= 0 and shrinkage_fraction < 1),
  deflected_fraction double precision not null default 0 check (deflected_fraction >= 0 and deflected_fraction < 1),
  default_handle_seconds double precision check (default_handle_seconds > 0),
  position smallint not null default 0,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, name_en),
  foreign key (organisation_id, skill_id) references skills,
  foreign key (organisation_id, site_id) references sites
);
comment on column queues.site_id is 'its zone and opening hours are those the queue is planned in';`;

const IMPORTS = `
create table imports (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  source_id text not null,
  file_name text not null,
  file_sha256 text,
  file_bytes bigint,
  zone text,
  options jsonb not null default '{}',
  state text not null default 'uploaded' check (state in ('uploaded', 'waiting', 'running', 'done', 'failed', 'cancelled')),
  job_id uuid,
  read_count bigint not null default 0,
  accepted_count bigint not null default 0,
  rejected_count bigint not null default 0,
  changed_count bigint not null default 0,
  first_at timestamptz,
  last_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, job_id) references jobs on delete set null (job_id)
);
create index imports_latest on imports (organisation_id, created_at desc);
create table import_chunks (
  organisation_id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
  content bytea not null,
  primary key (organisation_id, import_id, ordinal),
  foreign key (organisation_id, import_id) references imports on delete cascade
);
comment on table import_chunks is 'the uploaded file, so that a worker on any machine can read it; deleted when loaded';
create table import_column_maps (
  organisation_id uuid not null references organisations on delete cascade,
  header_sha256 text not null,
  source_id text not null,
  columns jsonb not null,
  zone text,
  used_at timestamptz not null default now(),
  primary key (organisation_id, header_sha256)
);
comment on table import_column_maps is 'the mapping last chosen for a file with this header line';
create table import_rejects (
  organisation_id uuid not null,
  import_id uuid not null,
  record integer not null,
  ordinal smallint not null default 0,
  column_name text,
  code text not null,
  message text not null default '',
  raw text not null default '',
  primary key (organisation_id, import_id, record, ordinal),
  foreign key (organisation_id, import_id) references imports on delete cascade
);`;

const FACTS = `
create table interval_facts (
  organisation_id uuid not null,
  queue_id uuid not null,
  start_at timestamptz not null,
  source text not null,
  offered_count double precision not null check (offered_count >= 0),
  answered_count double precision check (answered_count >= 0),
  answered_within_count double precision check (answered_within_count >= 0),
  abandoned_count double precision check (abandoned_count >= 0),
  short_abandoned_count double precision check (short_abandoned_count >= 0),
  handle_seconds double precision check (handle_seconds >= 0),
  backlog_count double precision check (backlog_count >= 0),
  import_id uuid,
  primary key (organisation_id, queue_id, start_at, source),
  foreign key (organisation_id, queue_id) references queues on delete cascade
) partition by range (start_at);
comment on column interval_facts.handle_seconds is 'total of the interval; average = handle_seconds / answered_count';
create table interval_facts_default partition of interval_facts default;
alter table interval_facts_default enable row level security;
alter table interval_facts_default force row level security;`;

/**
 * Partitions have forced row-level security and no policy, so they can be read through the parent only.
 * A month whose rows already lie in the default partition stays there.
 */
const PARTITIONS = `
create function ensure_interval_fact_partitions(from_on date, until_on date) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  month date := date_trunc('month', from_on)::date;
  name text;
  made integer := 0;
begin
  if until_on - from_on > 36600 then
    raise exception 'partitions are made for at most a hundred years at once' using errcode = 'invalid_parameter_value';
  end if;
  while month <= until_on loop
    name := 'interval_facts_' || to_char(month, 'YYYYMM');
    if to_regclass('public.' || name) is null then
      begin
        execute format('create table public.%I partition of public.interval_facts for values from (%L) to (%L)', name,
          month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        made := made + 1;
      exception when check_violation or duplicate_table then null;
      end;
    end if;
    month := (month + interval '1 month')::date;
  end loop;
  return made;
end $$;`;

const EVENTS = `
create table calendar_events (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  queue_ids uuid[],
  kind text not null check (kind in ('holiday', 'closed', 'campaign', 'outage', 'other')),
  title text not null,
  from_on date not null,
  until_on date not null,
  is_outlier boolean not null default false,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (until_on > from_on)
);
comment on column calendar_events.until_on is 'the first day after; queue_ids null means all queues';
create index calendar_events_by_day on calendar_events (organisation_id, from_on);`;

/** Queues, what came in (imports, interval facts) and what the forecaster must know of. */
export class Demand1795295404000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [QUEUES, IMPORTS, FACTS, PARTITIONS, EVENTS]) await runner.query(sql);
    for (const table of [
      'queues',
      'imports',
      'import_chunks',
      'import_column_maps',
      'import_rejects',
      'interval_facts',
      'calendar_events',
    ]) {
      await runner.query(`call protect_tenant_table('${table}')`);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
