import type { MigrationInterface, QueryRunner } from 'typeorm';

const BESTS = `
create table roster_bests (
  organisation_id uuid not null,
  job_id uuid not null,
  part text not null,
  seconds double precision not null,
  cost double precision not null,
  roster jsonb not null,
  stored_at timestamptz not null default now(),
  primary key (organisation_id, job_id, part),
  foreign key (organisation_id, job_id) references jobs on delete cascade
);
comment on table roster_bests is 'best roster of a run that is not in its draft: while it goes on, and after one that an edit kept out';`;

/** The board shows the best roster so far while the engine works. */
export class RosterBests1795295446000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BESTS);
    await runner.query(`call protect_tenant_table('roster_bests')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
