import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEYS = `
create table api_keys (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (title <> ''),
  shown text not null,
  secret_sha256 text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by uuid references users on delete set null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id)
);
comment on column api_keys.shown is 'first letters of the key, to tell one from another; the key itself is known to its holder only';
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy known on api_keys
  using (organisation_id = (select app_organisation_id()) or secret_sha256 = (select app_secret('api_key_sha256')))
  with check (organisation_id = (select app_organisation_id()));`;

/** Keys with which other programs send and read; only the hash of each is kept. */
export class ApiKeys1795295441100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
