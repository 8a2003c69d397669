import type { MigrationInterface, QueryRunner } from 'typeorm';

const JOBS = `
create table jobs (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  input_sha256 text not null check (input_sha256 ~ '^[0-9a-f]{64}$'),
  subject_id text,
  seed integer not null default 1,
  code_version text not null,
  progress_fraction double precision check (progress_fraction between 0 and 1),
  progress jsonb,
  result jsonb,
  error_code text,
  correlation_id text,
  attempts integer not null default 0,
  cancel_requested boolean not null default false,
  requested_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organisation_id, id),
  check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create index jobs_latest on jobs (organisation_id, id desc);
create index jobs_of_subject on jobs (organisation_id, subject_id) where subject_id is not null;
create table workers (
  id text primary key,
  seen_at timestamptz not null default now()
);
comment on table workers is 'heartbeat of each queue worker; belongs to no organisation';`;

const MESSAGES = `
create table notifications (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  user_id uuid not null,
  kind text not null,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  acknowledged_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
create index notifications_of_user on notifications (organisation_id, user_id, created_at desc);
create table audit_entries (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  at timestamptz not null default now(),
  user_id uuid,
  request_id text,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  primary key (organisation_id, id)
);
create index audit_of_subject on audit_entries (organisation_id, subject_kind, subject_id, at desc);
create trigger audit_is_append_only before update on audit_entries for each row execute function refuse_change();
create table outbox (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  primary key (organisation_id, id)
);
create index outbox_unsent on outbox (organisation_id, created_at) where sent_at is null;`;

/** Work in the background, and the records of what was done and who is to be told. */
export class Jobs1795295403000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [JOBS, MESSAGES]) await runner.query(sql);
    for (const table of ['jobs', 'notifications', 'audit_entries', 'outbox'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
