import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTED = `
alter table adherence_days add column counted_seconds double precision generated always as
  (scheduled_seconds + case when settings ->> 'countsOutsideShift' = 'true' then outside_seconds else 0 end) stored;
comment on column adherence_days.counted_seconds is 'what adherence divides by: work outside the shift is in it where the site counts it';`;

/** Sums of years are read from the index alone. */
const HISTORY = `
create index adherence_days_history on adherence_days (organisation_id, on_date, team_id)
  include (agent_id, counted_seconds, out_seconds, explained_seconds, ignored_seconds, unknown_seconds, outside_seconds,
    contact_scheduled_seconds, contact_worked_seconds) where final;
drop index adherence_days_by_date;
create index adherence_days_running on adherence_days (organisation_id, on_date) where not final;`;

/** Adherence by team and day over years. */
export class AdherenceHistory1795295455100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTED);
    await runner.query(HISTORY);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
