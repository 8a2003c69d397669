import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that the server did not take for now waits until then. */
export class ReportMailRetries1795295453200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table report_mails add column not_before timestamptz`);
    await runner.query(
      `comment on column report_mails.not_before is 'null: at once; set after the mail server did not take it for now'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
