import type { MigrationInterface, QueryRunner } from 'typeorm';

const DISTRIBUTIONS = `
alter table forecasts add column distributions jsonb not null default '{}';
comment on column forecasts.distributions is 'by queue id: how the forecast may go wrong, from which bands of any total and sample paths are rebuilt';
alter table forecast_days add column contacts_p50 double precision[];`;

/** Forecasts keep their distribution: bands of days and weeks, and the chance of meeting a goal over them. */
export class ForecastDistributions1795295415000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISTRIBUTIONS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
