import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANISATIONS = `
create table organisations (
  id uuid primary key default uuid_v7(),
  name text not null check (name <> ''),
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table organisations enable row level security;
alter table organisations force row level security;`;

const USERS = `
create table users (
  id uuid primary key default uuid_v7(),
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  display_name text not null,
  password_hash text not null,
  locale text not null default 'en' check (locale in ('en', 'ja')),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create table memberships (
  organisation_id uuid not null references organisations on delete cascade,
  user_id uuid not null references users on delete cascade,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['admin', 'planner', 'supervisor', 'agent']),
  created_at timestamptz not null default now(),
  primary key (organisation_id, user_id)
);
create index memberships_by_user on memberships (user_id);
alter table users enable row level security;
alter table users force row level security;
alter table memberships enable row level security;
alter table memberships force row level security;`;

const SESSIONS = `
create table sessions (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  user_id uuid not null,
  token_sha256 text not null unique,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
alter table sessions enable row level security;
alter table sessions force row level security;
create table rate_limits (
  key text primary key,
  window_start_at timestamptz not null,
  hit_count integer not null
);
comment on table rate_limits is 'sign-in attempts by hashed e-mail and address; belongs to no organisation';`;

/**
 * Before an organisation is known a row is visible only to who already knows its secret: the e-mail typed at
 * sign-in, or the hash of the session token. Nothing can be listed.
 */
const POLICIES = `
create policy mine on memberships
  using (organisation_id = (select app_organisation_id()) or user_id = (select app_user_id()))
  with check (organisation_id = (select app_organisation_id()));
create policy mine on organisations
  using (id = (select app_organisation_id())
    or exists (select 1 from memberships m where m.organisation_id = organisations.id and m.user_id = (select app_user_id())))
  with check (id = (select app_organisation_id()));
create policy known on users for select
  using (id = (select app_user_id()) or email = (select app_secret('sign_in_email'))
    or exists (select 1 from memberships m where m.user_id = users.id and m.organisation_id = (select app_organisation_id())));
create policy own_update on users for update using (id = (select app_user_id())) with check (id = (select app_user_id()));
create policy invited on users for insert with check ((select app_organisation_id()) is not null);
create policy known on sessions
  using (organisation_id = (select app_organisation_id()) or token_sha256 = (select app_secret('session_sha256')))
  with check (organisation_id = (select app_organisation_id()));`;

/** Organisations, people who sign in, their roles and sessions. */
export class Identity1795295401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ORGANISATIONS, USERS, SESSIONS, POLICIES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
