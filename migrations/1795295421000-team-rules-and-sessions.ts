import type { MigrationInterface, QueryRunner } from 'typeorm';

const TEAM_RULES = `
create table team_rules (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (title <> ''),
  rule_id text not null,
  level text not null check (level in ('must', 'prefer')),
  parameters jsonb not null default '{}',
  weight double precision check (weight >= 0),
  who jsonb not null default '{}',
  partners jsonb,
  weekdays smallint[],
  from_minute smallint,
  until_minute smallint,
  version integer not null default 1,
  primary key (organisation_id, id)
);
comment on table team_rules is 'rules across agents: how many on duty, pairs, not on the same day; who = selector of agents';`;

const SESSIONS = `
create table work_sessions (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null check (title <> ''),
  activity_type_id text not null,
  length_minutes smallint not null check (length_minutes between 5 and 1440),
  form text not null check (form in ('together', 'alone')),
  who jsonb not null default '{}',
  attendees integer check (attendees > 0),
  at_once_max integer check (at_once_max > 0),
  at_once_min integer check (at_once_min > 0),
  times smallint not null default 1 check (times between 1 and 31),
  period text not null default 'week' check (period in ('horizon', 'week', 'day')),
  same_time boolean not null default false,
  from_on date,
  until_on date,
  weekdays smallint[],
  from_minute smallint,
  until_minute smallint,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, activity_type_id) references activity_types
);
comment on table work_sessions is 'trainings, one-to-ones, meetings and huddles to place inside shifts';
alter table shift_activities
  add column session_id uuid,
  add foreign key (organisation_id, session_id) references work_sessions on delete set null (session_id);
create index shift_activities_session on shift_activities (organisation_id, session_id) where session_id is not null;`;

const ROTATIONS = `
alter table contracts add column rotation jsonb;
alter table agents add column rotation jsonb, add column rotation_offset_weeks smallint not null default 0;
comment on column contracts.rotation is 'cycle of weeks: startsOn and, by week, templates allowed and days off';`;

/** Rules across agents, sessions placed inside shifts, rotations of contracts and agents. */
export class TeamRulesAndSessions1795295421000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TEAM_RULES, SESSIONS, ROTATIONS]) await runner.query(sql);
    for (const table of ['team_rules', 'work_sessions']) await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
