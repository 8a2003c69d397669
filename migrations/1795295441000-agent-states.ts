import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCES = `
create table state_sources (
  organisation_id uuid not null references organisations on delete cascade,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  title text not null check (title <> ''),
  preset text not null default 'generic',
  mapping jsonb not null default '{}',
  silent_after_seconds integer not null default 300 check (silent_after_seconds between 10 and 86400),
  last_received_at timestamptz,
  clock_skew_seconds double precision,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
comment on column state_sources.mapping is 'own words for states of the source, over those of the preset';
comment on column state_sources.clock_skew_seconds is 'median of (time told - time received) of recent events: above 0 the clock of the source is ahead';
create table state_source_silences (
  organisation_id uuid not null,
  source text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  primary key (organisation_id, source, from_at),
  foreign key (organisation_id, source) references state_sources on delete cascade
);
comment on table state_source_silences is 'times over silent_after_seconds in which neither event nor heartbeat came: states were unknown';
create table state_source_oddities (
  organisation_id uuid not null,
  source text not null,
  kind text not null check (kind in ('unmapped-state', 'unknown-agent')),
  word text not null,
  times bigint not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (organisation_id, source, kind, word),
  foreign key (organisation_id, source) references state_sources on delete cascade
);
comment on table state_source_oddities is 'what a source said that has no meaning here yet: states without mapping, agents nobody knows';
create table agent_external_ids (
  organisation_id uuid not null,
  source text not null,
  external_id text not null check (external_id <> ''),
  agent_id uuid not null,
  primary key (organisation_id, source, external_id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on column agent_external_ids.source is 'a state source, or * for an id that holds for all of them, such as the employee number';
create index agent_external_ids_of on agent_external_ids (organisation_id, agent_id);`;

const STATES = `
create table agent_states (
  organisation_id uuid not null,
  agent_id uuid not null,
  at timestamptz not null,
  source text not null,
  event_id text not null,
  state text not null,
  source_state text not null,
  received_at timestamptz not null default now(),
  primary key (organisation_id, agent_id, at, source, event_id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
) partition by range (at);
comment on table agent_states is 'append-only: the state an agent is in from at until the next event of this agent; of two at one instant the greater (source, event_id) counts';
create index agent_states_by_time on agent_states (organisation_id, at);
create table agent_states_default partition of agent_states default;
alter table agent_states_default enable row level security;
alter table agent_states_default force row level security;
create table agent_state_events (
  organisation_id uuid not null references organisations on delete cascade,
  source text not null,
  event_id text not null,
  agent_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, source, event_id)
);
comment on table agent_state_events is 'ids already taken in, so that each counts once whatever is sent again; a partitioned table cannot promise that';
create index agent_state_events_by_time on agent_state_events using brin (organisation_id, at);
create table agent_current_states (
  organisation_id uuid not null,
  agent_id uuid not null,
  state text not null,
  source_state text not null,
  source text not null,
  event_id text not null,
  since timestamptz not null,
  received_at timestamptz not null,
  primary key (organisation_id, agent_id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
create table agent_state_corrections (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  agent_id uuid not null,
  at timestamptz not null,
  source text not null,
  event_id text not null,
  state text not null,
  source_state text not null,
  received_at timestamptz not null,
  corrected_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on table agent_state_corrections is 'events as they were before their source corrected them';
create table agent_days_changed (
  organisation_id uuid not null,
  agent_id uuid not null,
  on_date date not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, agent_id, on_date),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on table agent_days_changed is 'local days (of the agent''s site) whose states changed afterwards, by late or corrected events';
create index agent_days_changed_since on agent_days_changed (organisation_id, changed_in);`;

/** Partitions have forced row-level security and no policy, so they can be read through the parent only. */
const PARTITIONS = `
create function ensure_agent_state_partitions(from_on date, until_on date) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  month date := date_trunc('month', from_on)::date;
  name text;
  made integer := 0;
begin
  if until_on - from_on > 3660 then
    raise exception 'partitions are made for at most ten years at once' using errcode = 'invalid_parameter_value';
  end if;
  while month <= until_on loop
    name := 'agent_states_' || to_char(month, 'YYYYMM');
    if to_regclass('public.' || name) is null then
      begin
        execute format('create table public.%I partition of public.agent_states for values from (%L) to (%L)', name,
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
end $$;
create function drop_agent_state_partitions(before_on date) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  name text;
  dropped integer := 0;
begin
  if before_on > current_date - 31 then
    raise exception 'states of the last 31 days are kept' using errcode = 'invalid_parameter_value';
  end if;
  for name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.agent_states'::regclass and c.relname ~ '^agent_states_[0-9]{6}$'
      and (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month')::date <= before_on
    order by 1
  loop
    execute format('drop table public.%I', name);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;`;

const TABLES = [
  'state_sources',
  'state_source_silences',
  'state_source_oddities',
  'agent_external_ids',
  'agent_states',
  'agent_state_events',
  'agent_current_states',
  'agent_state_corrections',
  'agent_days_changed',
];

/** What agents are doing, as telephony and helpdesk systems tell: the stream by month, and where it comes from. */
export class AgentStates1795295441000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SOURCES, STATES, PARTITIONS]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
    await runner.query(`select ensure_agent_state_partitions(current_date - 31, current_date + 62)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
