import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETTINGS = `
create table adherence_settings (
  organisation_id uuid not null,
  site_id uuid not null,
  grace_seconds integer not null check (grace_seconds between 0 and 3600),
  boot_seconds integer not null check (boot_seconds between 0 and 3600),
  ignored_activity_type_ids text[] not null default '{}',
  ignored_states text[] not null default '{}',
  counts_outside_shift boolean not null default false,
  version integer not null default 1,
  primary key (organisation_id, site_id),
  foreign key (organisation_id, site_id) references sites on delete cascade
);
comment on table adherence_settings is 'how strictly a site judges; a site without a row judges by the defaults of the library';`;

const EXCEPTIONS = `
create table adherence_exceptions (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  kind text not null check (kind ~ '^[a-z0-9-]{1,40}$'),
  span tstzrange not null check (not isempty(span) and lower_inc(span) and not upper_inc(span) and lower(span) is not null and upper(span) is not null),
  agent_ids uuid[] not null check (cardinality(agent_ids) > 0),
  scope jsonb not null,
  note text not null default '' check (char_length(note) <= 500),
  state text not null check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
  proposed_by uuid,
  created_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision_note text check (char_length(decision_note) <= 500),
  version integer not null default 1,
  primary key (organisation_id, id)
);
comment on table adherence_exceptions is 'deviations an agent explained or a supervisor excused; what an approved one covers counts as explained';
comment on column adherence_exceptions.agent_ids is 'whom it covers, settled when it was made; scope says how they were chosen';
create index adherence_exceptions_by_time on adherence_exceptions using gist (organisation_id, span);
create index adherence_exceptions_waiting on adherence_exceptions (organisation_id, created_at) where state = 'proposed';`;

const DAYS = `
create table adherence_days (
  organisation_id uuid not null,
  agent_id uuid not null,
  on_date date not null,
  team_id uuid not null,
  span tstzrange not null,
  judged_until timestamptz not null,
  final boolean not null,
  scheduled_seconds double precision not null,
  out_seconds double precision not null,
  explained_seconds double precision not null,
  ignored_seconds double precision not null,
  unknown_seconds double precision not null,
  outside_seconds double precision not null,
  contact_scheduled_seconds double precision not null,
  contact_worked_seconds double precision not null,
  adherence_fraction double precision check (adherence_fraction between 0 and 1),
  settings jsonb not null,
  input_hash text not null,
  progress jsonb,
  judged_at timestamptz not null default now(),
  primary key (organisation_id, agent_id, on_date),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on table adherence_days is 'adherence and conformance of an agent''s day up to judged_until; team_id is the team at that time';
comment on column adherence_days.settings is 'by which the day was judged; a day that is over stays with them';
comment on column adherence_days.input_hash is 'of plan, excuses, silences and settings: progress holds only as long as they do';
comment on column adherence_days.progress is 'where the walk through the states stands, to go on from; null once the day is final';
create index adherence_days_by_date on adherence_days (organisation_id, on_date, team_id);
create table adherence_days_to_judge (
  organisation_id uuid not null,
  agent_id uuid not null,
  on_date date not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, agent_id, on_date),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on table adherence_days_to_judge is 'agent-days whose plan, states, excuses or settings changed since they were judged';
create table adherence_cursors (
  organisation_id uuid not null references organisations on delete cascade,
  states_cursor text,
  edits_seen_until timestamptz not null default now(),
  primary key (organisation_id)
);
comment on table adherence_cursors is 'up to where late states and edits of published schedules have been looked at';`;

const TABLES = [
  'adherence_settings',
  'adherence_exceptions',
  'adherence_days',
  'adherence_days_to_judge',
  'adherence_cursors',
];

/** Adherence: how a site judges, what is excused, what came of it by day. */
export class Adherence1795295442000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SETTINGS, EXCEPTIONS, DAYS]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
