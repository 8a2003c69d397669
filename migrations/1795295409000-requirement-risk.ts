import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requirements of before have none of these; their readers see "not known". */
const COLUMNS = `
alter table requirement_days
  add column load_erlangs double precision[],
  add column load_contacts double precision[],
  add column overtime_erlangs double precision[],
  add column shrinkage double precision[],
  add column rate_cv double precision[],
  add column expected_service_level double precision[],
  add column chance_to_meet double precision[],
  add column summary jsonb;
comment on column requirement_days.load_contacts is 'what the model was given: the contacts that keep the load up by the load method';
comment on column requirement_days.rate_cv is 'relative standard deviation of the arrival rate; null = not known';
comment on column requirement_days.chance_to_meet is 'probability that the required agents meet every goal; null = not known';
comment on column requirement_days.summary is 'agent-hours, service level and chance of the local day';
alter table requirements add column weeks jsonb not null default '{}';
comment on column requirements.weeks is 'by queue id: the same for each week, Monday to Sunday';`;

/** Requirements tell the load they stand for, how sure they are, and sums by day and week. */
export class RequirementRisk1795295409000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
