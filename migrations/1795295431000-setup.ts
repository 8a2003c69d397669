import type { MigrationInterface, QueryRunner } from 'typeorm';

const VERSIONS = `
alter table skills add column version integer not null default 1;
alter table teams add column version integer not null default 1;
alter table activity_types add column version integer not null default 1;`;

const ARCHIVED = `
alter table skills add column archived_at timestamptz;
alter table teams add column archived_at timestamptz;
alter table activity_types add column archived_at timestamptz;
alter table shift_templates add column archived_at timestamptz;
alter table contracts add column archived_at timestamptz;
comment on column shift_templates.archived_at is 'no longer offered; shifts that have it keep it';`;

/** What planners set up can be changed by two at once without losing a change, and put away without losing history. */
export class Setup1795295431000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VERSIONS, ARCHIVED]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
