import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACES = `
create table sites (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  name text not null,
  zone text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  week_start smallint not null default 1 check (week_start between 1 and 7),
  opening_hours jsonb not null default '{}',
  law_pack_id text,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);
create table teams (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  site_id uuid not null,
  name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, site_id, name),
  foreign key (organisation_id, site_id) references sites on delete cascade
);
create table skills (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  code text not null,
  name text not null,
  primary key (organisation_id, id),
  unique (organisation_id, code)
);`;

const PATTERNS = `
create table activity_types (
  organisation_id uuid not null references organisations on delete cascade,
  id text not null check (id ~ '^[a-z0-9-]+$'),
  title_en text not null,
  title_ja text not null,
  letter_en text not null default '',
  letter_ja text not null default '',
  paid boolean not null,
  contact_work boolean not null,
  colour_token text not null,
  position smallint not null default 0,
  adhering_states text[] not null default '{}',
  primary key (organisation_id, id)
);
comment on column activity_types.id is 'permanent word such as contact, break, lunch: stored in every shift';
create table shift_templates (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null,
  earliest_start_minute integer not null check (earliest_start_minute between 0 and 1439),
  latest_start_minute integer not null,
  start_step_minutes integer not null check (start_step_minutes > 0),
  length_minutes integer not null check (length_minutes between 1 and 1440),
  activities jsonb not null default '[]',
  weekdays smallint[] check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, title),
  check (latest_start_minute >= earliest_start_minute)
);
create table contracts (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  title text not null,
  weekly_minutes_min integer not null check (weekly_minutes_min >= 0),
  weekly_minutes_max integer not null,
  days_per_week_max smallint not null check (days_per_week_max between 1 and 7),
  overtime_consent boolean not null default false,
  rule_overrides jsonb not null default '{}',
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, title),
  check (weekly_minutes_max >= weekly_minutes_min)
);
create table contract_templates (
  organisation_id uuid not null,
  contract_id uuid not null,
  template_id uuid not null,
  primary key (organisation_id, contract_id, template_id),
  foreign key (organisation_id, contract_id) references contracts on delete cascade,
  foreign key (organisation_id, template_id) references shift_templates on delete cascade
);`;

const AGENTS = `
create table agents (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  user_id uuid,
  name text not null,
  name_reading text not null default '',
  site_id uuid not null,
  team_id uuid not null,
  contract_id uuid not null,
  seniority text not null default 'entry' check (seniority in ('entry', 'senior', 'lead')),
  hired_on date not null,
  left_on date,
  availability jsonb not null default '[]',
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, user_id),
  foreign key (organisation_id, user_id) references memberships on delete set null (user_id),
  foreign key (organisation_id, site_id) references sites,
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, contract_id) references contracts
);
create index agents_by_name on agents (organisation_id, name, id);
create index agents_by_site on agents (organisation_id, site_id, team_id);
create table agent_skills (
  organisation_id uuid not null,
  agent_id uuid not null,
  skill_id uuid not null,
  speed_factor double precision not null default 1 check (speed_factor > 0),
  priority smallint not null default 1 check (priority > 0),
  primary key (organisation_id, agent_id, skill_id),
  foreign key (organisation_id, agent_id) references agents on delete cascade,
  foreign key (organisation_id, skill_id) references skills on delete cascade
);
create index agent_skills_by_skill on agent_skills (organisation_id, skill_id);
create table rule_settings (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  rule_id text not null,
  level text not null check (level in ('must', 'prefer')),
  parameters jsonb not null default '{}',
  weight integer check (weight >= 0),
  contract_ids uuid[],
  site_ids uuid[],
  version integer not null default 1,
  primary key (organisation_id, id)
);`;

const TABLES = [
  'sites',
  'teams',
  'skills',
  'activity_types',
  'shift_templates',
  'contracts',
  'contract_templates',
  'agents',
  'agent_skills',
  'rule_settings',
];

/** Sites, teams, skills, agents and the patterns of their work. */
export class Organisation1795295402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PLACES, PATTERNS, AGENTS]) await runner.query(sql);
    for (const table of TABLES) await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
