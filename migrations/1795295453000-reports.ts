import type { MigrationInterface, QueryRunner } from 'typeorm';

const DASHBOARDS = `
create table dashboards (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (title <> '' and char_length(title) <= 120),
  owner_id uuid,
  shared_with text[] not null default '{}',
  period text not null,
  tiles jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
comment on column dashboards.shared_with is 'roles that may read it besides its owner; empty: private';
comment on column dashboards.owner_id is 'null: made by the program, for the roles it is shared with';`;

const DAILY = `
create table daily_reports (
  organisation_id uuid not null references organisations on delete cascade,
  on_date date not null,
  zone text not null,
  content jsonb not null,
  note text not null default '' check (char_length(note) <= 4000),
  note_by uuid,
  note_at timestamptz,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organisation_id, on_date)
);
comment on column daily_reports.content is 'what was known when it was written; written anew on request, the note stays';`;

const SCHEDULES = `
create table report_schedules (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  subject text not null check (subject in ('dashboard', 'daily')),
  dashboard_id uuid,
  cadence text not null check (cadence in ('daily', 'weekly', 'monthly')),
  weekday smallint check (weekday between 1 and 7),
  month_day smallint check (month_day between 1 and 31),
  local_minute smallint not null check (local_minute between 0 and 1439),
  zone text not null,
  user_ids uuid[] not null default '{}',
  addresses text[] not null default '{}',
  address_locale text not null default 'en' check (address_locale in ('en', 'ja')),
  next_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, dashboard_id) references dashboards on delete cascade,
  check ((subject = 'dashboard') = (dashboard_id is not null)),
  check ((cadence = 'weekly') = (weekday is not null) and (cadence = 'monthly') = (month_day is not null)),
  check (cardinality(user_ids) + cardinality(addresses) > 0)
);
create index report_schedules_due on report_schedules (organisation_id, next_at);
create table report_mails (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  schedule_id uuid not null,
  due_at timestamptz not null,
  recipient text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain')),
  attempts integer not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  problem text,
  primary key (organisation_id, id),
  unique (organisation_id, schedule_id, due_at, recipient),
  foreign key (organisation_id, schedule_id) references report_schedules on delete cascade
);
comment on table report_mails is 'one row, one mail; claimed before it leaves, so that a crash can lose one but never sends it twice';
comment on column report_mails.recipient is 'user id or address';
create index report_mails_open on report_mails (organisation_id, due_at) where state in ('waiting', 'sending');`;

const SHARES = `
create table report_shares (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  token_sha256 text not null unique,
  subject text not null check (subject in ('dashboard', 'daily')),
  dashboard_id uuid,
  on_date date,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  open_count integer not null default 0,
  last_opened_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, dashboard_id) references dashboards on delete cascade,
  check ((subject = 'dashboard') = (dashboard_id is not null) and (subject = 'daily') = (on_date is not null)),
  check (expires_at > created_at)
);
alter table report_shares enable row level security;
alter table report_shares force row level security;
create policy known on report_shares
  using (organisation_id = (select app_organisation_id()) or token_sha256 = (select app_secret('report_share_sha256')))
  with check (organisation_id = (select app_organisation_id()));`;

/** Dashboards, the report of a day, what is sent when and to whom, and links for readers without a sign-in. */
export class Reports1795295453000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DASHBOARDS, DAILY, SCHEDULES, SHARES]) await runner.query(sql);
    for (const table of ['dashboards', 'daily_reports', 'report_schedules', 'report_mails'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
