import type { MigrationInterface, QueryRunner } from 'typeorm';

const SAMPLE = `
create table sample_data (
  organisation_id uuid not null references organisations on delete cascade,
  rows jsonb not null default '{}',
  job_id uuid,
  asked_by uuid,
  filled_at timestamptz,
  primary key (organisation_id),
  foreign key (organisation_id, job_id) references jobs on delete set null (job_id)
);
comment on table sample_data is 'invented set-up and history that an organisation of its own tries things with';
comment on column sample_data.rows is 'ids of the invented rows by table, so that they and nothing else can be taken away again';
comment on column sample_data.filled_at is 'null while the job fills it';`;

/** Sample data in an organisation of one's own is known row by row. */
export class SampleData1795295464100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAMPLE);
    await runner.query(`call protect_tenant_table('sample_data')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
