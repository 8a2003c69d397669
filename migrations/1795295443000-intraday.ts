import type { MigrationInterface, QueryRunner } from 'typeorm';

const ALERTS = `
create table intraday_alerts (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  on_date date not null,
  queue_id uuid not null,
  kind text not null check (kind in ('short', 'over')),
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  agents integer not null check (agents > 0),
  service_low double precision,
  service_high double precision,
  raised_at timestamptz not null default now(),
  cleared_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on table intraday_alerts is 'what was said of a day while it went on; the numbers are the last ones before it was cleared';
create index intraday_alerts_of_day on intraday_alerts (organisation_id, on_date, raised_at);`;

const REPAIRS = `
create table repair_proposals (
  organisation_id uuid not null references organisations on delete cascade,
  id text not null check (id ~ '^[0-9a-f]{32}$'),
  schedule_id uuid not null,
  queue_id uuid not null,
  kind text not null,
  action jsonb not null,
  made_at timestamptz not null default now(),
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  edit_version integer,
  offer_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade,
  foreign key (organisation_id, queue_id) references queues on delete cascade
);
comment on column repair_proposals.id is 'hash of what would be stored and of the versions it rests on: the same proposal is one row';
create index repair_proposals_made on repair_proposals (organisation_id, made_at);`;

const ABSENCES = `
create table intraday_absences (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  agent_id uuid not null,
  kind text not null check (kind in ('sick', 'late')),
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  schedule_id uuid not null,
  time_off_id uuid,
  edit_version integer not null,
  before jsonb not null,
  after jsonb,
  reported_by uuid,
  reported_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents on delete cascade,
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
comment on table intraday_absences is 'sick and late people of a day: the shift as it was, so that it can be undone';
create index intraday_absences_of_day on intraday_absences (organisation_id, start_at);`;

/** Alerts, proposals to mend a day, and absence and lateness of the day. */
export class Intraday1795295443000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ALERTS, REPAIRS, ABSENCES]) await runner.query(sql);
    for (const table of ['intraday_alerts', 'repair_proposals', 'intraday_absences'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
