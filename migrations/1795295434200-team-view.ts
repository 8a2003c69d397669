import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What agents see of the shifts of their team-mates: nothing, or when each works. Never what they do in them. */
export class TeamView1795295434200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table organisations add column team_view text not null default 'times' check (team_view in ('none', 'times'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
