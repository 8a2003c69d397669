import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETTING = `
alter table wellbeing_settings add column has_hard_turns boolean not null default false;
comment on column wellbeing_settings.has_hard_turns is 'whether the plan says who is first for hard contacts; the routing has to follow it';`;

const WEEKS = `
create table hard_turn_weeks (
  organisation_id uuid not null,
  schedule_id uuid not null,
  week_start_on date not null,
  computed_from text not null,
  turns jsonb not null,
  minutes jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (organisation_id, schedule_id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
comment on table hard_turn_weeks is 'who is first for hard contacts in a published week, and the minutes expected of each: the memory that later weeks are shared by; never answered per head';
comment on column hard_turn_weeks.computed_from is 'version of the roster and of the settings';
create index hard_turn_weeks_by_week on hard_turn_weeks (organisation_id, week_start_on);`;

/** Turns for hard contacts: a switch, and what was planned. */
export class HardContactTurns1795295461000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SETTING, WEEKS]) await runner.query(sql);
    await runner.query(`call protect_tenant_table('hard_turn_weeks')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
