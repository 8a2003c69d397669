import type { MigrationInterface, QueryRunner } from 'typeorm';

const EXCEPTIONS = `
create table availability_exceptions (
  organisation_id uuid not null,
  agent_id uuid not null,
  on_date date not null,
  can_work boolean not null,
  from_minute smallint not null check (from_minute between 0 and 1439),
  until_minute smallint not null check (until_minute between 1 and 2880),
  created_at timestamptz not null default now(),
  primary key (organisation_id, agent_id, on_date, from_minute, can_work),
  foreign key (organisation_id, agent_id) references agents on delete cascade,
  check (until_minute > from_minute)
);
comment on table availability_exceptions is 'hours of one date an agent can work besides the weekly pattern, or cannot whatever it says';
create index availability_exceptions_by_date on availability_exceptions (organisation_id, on_date);`;

const WISHES = `
alter table preferences drop constraint preferences_kind_check;
alter table preferences add constraint preferences_kind_check check (kind in ('day-off', 'day-on', 'start-between', 'end-between'));`;

/** One-off dates of availability, and wishes for work on a date and for the end of a shift. */
export class AvailabilityExceptions1795295445500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EXCEPTIONS, WISHES]) await runner.query(sql);
    await runner.query(`call protect_tenant_table('availability_exceptions')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
