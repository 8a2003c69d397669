import type { MigrationInterface, QueryRunner } from 'typeorm';

const FORECASTS = `
create table forecasts (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  version integer not null,
  from_on date not null,
  days smallint not null check (days > 0),
  trained_until_at timestamptz,
  methods jsonb not null,
  backtest jsonb not null default '{}',
  job_id uuid,
  input_sha256 text not null,
  code_version text not null,
  parameters jsonb not null default '{}',
  seed integer not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
comment on column forecasts.methods is 'by queue id: the method chosen, its parameters and why';
create index forecasts_latest on forecasts (organisation_id, id desc);
create table forecast_days (
  organisation_id uuid not null,
  forecast_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  start_at timestamptz not null,
  step_minutes smallint not null,
  contacts double precision[] not null,
  contacts_p05 double precision[],
  contacts_p10 double precision[],
  contacts_p90 double precision[],
  contacts_p95 double precision[],
  handle_seconds double precision[] not null,
  primary key (organisation_id, forecast_id, queue_id, on_date),
  foreign key (organisation_id, forecast_id) references forecasts on delete cascade,
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  check (cardinality(contacts) = cardinality(handle_seconds))
);
create table forecast_edits (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  forecast_id uuid not null,
  queue_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  measure text not null check (measure in ('contacts', 'handle_seconds')),
  operation text not null check (operation in ('set', 'add', 'percent')),
  value double precision not null,
  reason text not null check (reason <> ''),
  author_id uuid not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, forecast_id) references forecasts on delete cascade,
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  check (end_at > start_at)
);
create index forecast_edits_of on forecast_edits (organisation_id, forecast_id, id);`;

const REQUIREMENTS = `
create table requirements (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  forecast_id uuid not null,
  version integer not null,
  from_on date not null,
  days smallint not null check (days > 0),
  inputs jsonb not null,
  input_sha256 text not null,
  code_version text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, forecast_id) references forecasts on delete cascade
);
comment on column requirements.inputs is 'model, goal, shrinkage and patience of each queue, and the forecast edits applied, as they were';
create index requirements_latest on requirements (organisation_id, id desc);
create table requirement_days (
  organisation_id uuid not null,
  requirement_id uuid not null,
  queue_id uuid not null,
  on_date date not null,
  start_at timestamptz not null,
  step_minutes smallint not null,
  contacts double precision[] not null,
  handle_seconds double precision[] not null,
  required_agents double precision[] not null,
  agents_to_roster double precision[] not null,
  service_level double precision[],
  asa_seconds double precision[],
  occupancy double precision[],
  abandonment double precision[],
  notes text[],
  primary key (organisation_id, requirement_id, queue_id, on_date),
  foreign key (organisation_id, requirement_id) references requirements on delete cascade,
  foreign key (organisation_id, queue_id) references queues on delete cascade,
  check (cardinality(required_agents) = cardinality(agents_to_roster))
);`;

const TABLES = ['forecasts', 'forecast_days', 'forecast_edits', 'requirements', 'requirement_days'];
const IMMUTABLE = ['forecasts', 'forecast_days', 'requirements', 'requirement_days'];

/** Forecasts and requirements: immutable versions, arrays per queue and day, edits as a layer on top. */
export class Forecasts1795295405000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FORECASTS, REQUIREMENTS]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
    for (const table of IMMUTABLE) {
      await runner.query(
        `create trigger ${table}_immutable before update on ${table} for each row execute function refuse_change()`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
