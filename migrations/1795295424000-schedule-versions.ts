import type { MigrationInterface, QueryRunner } from 'typeorm';

const VERSIONS = `
create table schedule_versions (
  organisation_id uuid not null,
  schedule_id uuid not null,
  version integer not null,
  kept_because text not null check (kept_because in ('generate', 'publish')),
  kept_at timestamptz not null default now(),
  shifts jsonb not null,
  primary key (organisation_id, schedule_id, version),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
comment on table schedule_versions is 'whole rosters as they were before the engine replaced them and as they were published, to compare with';`;

/** Rosters of earlier versions of a schedule, so that what changed can be told by person, rule and interval. */
export class ScheduleVersions1795295424000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VERSIONS);
    await runner.query(`call protect_tenant_table('schedule_versions')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
