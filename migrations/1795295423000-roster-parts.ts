import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = `
create table roster_parts (
  organisation_id uuid not null,
  job_id uuid not null,
  part text not null,
  agents integer not null check (agents >= 0),
  input jsonb not null,
  holder_id uuid,
  result jsonb,
  primary key (organisation_id, job_id, part),
  foreign key (organisation_id, job_id) references jobs on delete cascade
);
comment on table roster_parts is 'pieces of a roster run, from its split until its rosters are joined; holder_id is the job that plans the piece';`;

/** A roster run of a large centre is planned in parts by several workers. */
export class RosterParts1795295423000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARTS);
    await runner.query(`call protect_tenant_table('roster_parts')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
