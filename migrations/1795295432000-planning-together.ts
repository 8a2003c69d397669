import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRESENCE = `
create table schedule_presence (
  organisation_id uuid not null,
  schedule_id uuid not null,
  client_id text not null check (length(client_id) between 1 and 64),
  user_id uuid not null,
  cells jsonb not null default '[]',
  seen_at timestamptz not null default now(),
  primary key (organisation_id, schedule_id, client_id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade,
  foreign key (organisation_id, user_id) references memberships on delete cascade
);
comment on table schedule_presence is 'open boards and what is selected on them; rows not seen for a while mean nothing';`;

const UNDO = `
alter table schedule_edits add column undoes integer, add column redoes integer,
  add constraint schedule_edits_one_way check (undoes is null or redoes is null);
comment on column schedule_edits.undoes is 'version of the step this one takes back; redoes: version of the step it does again';
create index schedule_edits_of_author on schedule_edits (organisation_id, schedule_id, author_id, version);`;

const VERSIONS = `
alter table schedule_versions drop constraint schedule_versions_kept_because_check;
alter table schedule_versions
  add constraint schedule_versions_kept_because_check check (kept_because in ('generate', 'publish', 'restore', 'hand')),
  add column title text check (length(title) between 1 and 120),
  add column kept_by uuid;`;

/** Who is at a board, undo kept by the server, versions kept by hand and before a restore. */
export class PlanningTogether1795295432000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PRESENCE, UNDO, VERSIONS]) await runner.query(sql);
    await runner.query(`call protect_tenant_table('schedule_presence')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
