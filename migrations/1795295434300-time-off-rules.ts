import type { MigrationInterface, QueryRunner } from 'typeorm';

const TYPES = `
create table time_off_types (
  organisation_id uuid not null references organisations on delete cascade,
  code text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  title jsonb not null,
  paid boolean not null default true,
  has_balance boolean not null default true,
  yearly_minutes integer not null default 0 check (yearly_minutes >= 0),
  accrual text not null default 'upfront' check (accrual in ('upfront', 'monthly')),
  carry_over_minutes integer not null default 0 check (carry_over_minutes >= 0),
  year_start_month smallint not null default 1 check (year_start_month between 1 and 12),
  min_notice_hours integer not null default 0 check (min_notice_hours >= 0),
  decides text not null default 'rules' check (decides in ('rules', 'review')),
  uses_allowance boolean not null default true,
  primary key (organisation_id, code)
);
comment on table time_off_types is 'kinds of absence people may ask for; time_off.kind names one';
create table time_off_allowances (
  organisation_id uuid not null references organisations on delete cascade,
  id uuid not null default uuid_v7(),
  team_id uuid,
  from_on date not null,
  until_on date not null,
  weekdays smallint[] not null default '{1,2,3,4,5,6,7}',
  from_minute smallint not null default 0 check (from_minute between 0 and 1439),
  until_minute smallint not null default 1440 check (until_minute between 1 and 1440),
  most integer not null check (most >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, team_id) references teams on delete cascade,
  check (until_on > from_on),
  check (until_minute > from_minute)
);
comment on table time_off_allowances is 'most people of a team (null: of each team) away at once in these hours; 0 closes them, no row leaves them open';
create table time_off_adjustments (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  agent_id uuid not null,
  kind text not null,
  on_date date not null,
  minutes integer not null,
  reason text not null check (reason <> ''),
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
create trigger time_off_adjustments_append_only before update on time_off_adjustments for each row execute function refuse_change();
create index time_off_adjustments_of_agent on time_off_adjustments (organisation_id, agent_id, kind);`;

const REQUESTS = `
alter table time_off
  add column note text,
  add column verdict text check (verdict in ('approved', 'declined', 'waiting', 'review')),
  add column decision jsonb,
  add column decided_at timestamptz,
  add column decided_by uuid,
  add column decided_reason text;
comment on column time_off.verdict is 'what the rules said last; a request in state requested waits for a place or for a person';
comment on column time_off.decision is 'why, with the numbers of the sentence';
create index time_off_requested on time_off (organisation_id, created_at) where state = 'requested';`;

/** Kinds of absence with balance and accrual, how many may be away by team and hour, and why a request was answered so. */
export class TimeOffRules1795295434300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TYPES, REQUESTS]) await runner.query(sql);
    for (const table of ['time_off_types', 'time_off_allowances', 'time_off_adjustments'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
