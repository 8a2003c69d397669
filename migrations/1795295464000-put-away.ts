import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARCHIVED = `
alter table queues add column archived_at timestamptz;
comment on column queues.archived_at is 'no longer planned; history, forecasts and measures stay';
alter table time_off_types add column archived_at timestamptz;
comment on column time_off_types.archived_at is 'nobody can ask for it any more; answered requests and balances stay';`;

/** Queues and kinds of absence can be put away without losing history, as the rest of the set-up. */
export class PutAway1795295464000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ARCHIVED);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
