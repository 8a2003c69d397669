import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUEUES = `
alter table queues add column hard_fraction double precision check (hard_fraction between 0 and 1);
comment on column queues.hard_fraction is 'share of the handling that is with hard contacts, such as complaints and abuse; null: unknown';`;

/** How hard the contacts of a queue are, so that the load can be shared and shown. */
export class HardContacts1795295445600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUES);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
