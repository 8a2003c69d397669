import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is invited has no password yet: an empty hash, which no password matches. */
const INVITATIONS = `
create table user_invitations (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  user_id uuid not null,
  token_sha256 text not null unique,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
comment on table user_invitations is 'links with which somebody sets a password; of each person the newest alone is kept';
create unique index user_invitations_by_user on user_invitations (organisation_id, user_id);
alter table user_invitations enable row level security;
alter table user_invitations force row level security;
create policy known on user_invitations
  using (organisation_id = (select app_organisation_id()) or token_sha256 = (select app_secret('invitation_sha256')))
  with check (organisation_id = (select app_organisation_id()));
create policy of_organisation on users for update
  using (exists (select 1 from memberships m where m.user_id = users.id and m.organisation_id = (select app_organisation_id())))
  with check (exists (select 1 from memberships m where m.user_id = users.id and m.organisation_id = (select app_organisation_id())));`;

/** Administrators invite people, change what they may do and put them away. */
export class People1795295463000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INVITATIONS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
