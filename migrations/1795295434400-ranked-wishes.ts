import type { MigrationInterface, QueryRunner } from 'typeorm';

const WISHES = `
alter table preferences add column rank smallint check (rank between 1 and 10);
comment on column preferences.rank is 'place in the list the agent keeps; null: entered by a planner. The weights of a list add up to the same for everybody';
create unique index preferences_ranked_once on preferences (organisation_id, agent_id, rank) where rank is not null;`;

/** Wishes that agents rank themselves, with the same budget for everybody. */
export class RankedWishes1795295434400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WISHES);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
