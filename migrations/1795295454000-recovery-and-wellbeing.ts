import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECOVERY = `
alter table queues add column recovery_minutes smallint check (recovery_minutes between 0 and 60);
comment on column queues.recovery_minutes is 'minutes kept free after each hard contact; null: none';`;

const SETTINGS = `
create table wellbeing_settings (
  organisation_id uuid primary key references organisations on delete cascade,
  measures jsonb not null default '{}',
  has_pulse boolean not null default true,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on table wellbeing_settings is 'thresholds of the wellbeing measures where they differ from the catalogue, and whether people are asked how they are';`;

const WEEKS = `
create table wellbeing_team_weeks (
  organisation_id uuid not null references organisations on delete cascade,
  week_start_on date not null,
  basis text not null check (basis in ('planned', 'worked')),
  computed_from text not null,
  bands jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (organisation_id, week_start_on, basis)
);
comment on table wellbeing_team_weeks is 'how many people of each team stood where, never who; kept so that a trend need not compute its weeks again';
comment on column wellbeing_team_weeks.computed_from is 'version of the roster and of the thresholds';`;

const PULSE = `
create table pulse_answers (
  organisation_id uuid not null,
  agent_id uuid not null,
  on_date date not null,
  energy smallint not null check (energy between 1 and 5),
  support smallint not null check (support between 1 and 5),
  counts_for_team boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (organisation_id, agent_id, on_date),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on table pulse_answers is 'what people chose to say of a day; read by themselves alone, and by nobody per head';
comment on column pulse_answers.counts_for_team is 'whether the person lets the answer count, without a name, in the figures of the team';
create index pulse_answers_by_date on pulse_answers (organisation_id, on_date);`;

/** Recovery after hard contacts, own thresholds, bands of past weeks, and the pulse. */
export class RecoveryAndWellbeing1795295454000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [RECOVERY, SETTINGS, WEEKS, PULSE]) await runner.query(sql);
    for (const table of ['wellbeing_settings', 'wellbeing_team_weeks', 'pulse_answers'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
