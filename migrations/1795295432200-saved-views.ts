import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = `
create table saved_views (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  user_id uuid not null,
  title text not null check (length(title) between 1 and 80),
  link text not null check (link like '/%' and link not like '//%' and length(link) <= 1000),
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
create unique index saved_views_of_user on saved_views (organisation_id, user_id, title);
comment on table saved_views is 'links into the app under a name; shared ones are for everybody in the centre';`;

/** Views a planner saves by name. */
export class SavedViews1795295432200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
    await runner.query(`call protect_tenant_table('saved_views')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
