import type { MigrationInterface, QueryRunner } from 'typeorm';

const DAYS = `
create table agent_state_days (
  organisation_id uuid not null,
  on_date date not null,
  agent_id uuid not null,
  state text not null,
  team_id uuid not null,
  seconds integer not null check (seconds > 0 and seconds <= 100800),
  primary key (organisation_id, on_date, agent_id, state),
  foreign key (organisation_id, agent_id) references agents on delete cascade
);
comment on table agent_state_days is 'seconds of an agent in each state by local day of the agent''s site; kept when the states themselves are not any more';
comment on column agent_state_days.team_id is 'the team when the day was summed up';
create index agent_state_days_of_team on agent_state_days (organisation_id, team_id, on_date, state) include (seconds);
create table agent_state_upkeep (
  organisation_id uuid primary key references organisations on delete cascade,
  changes_cursor text,
  summed_until date not null
);
comment on column agent_state_upkeep.summed_until is 'the first day that is not summed up yet';`;

/** Agent states by day, and how far that has come. */
export class AgentStateDays1795295441200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DAYS);
    for (const table of ['agent_state_days', 'agent_state_upkeep'])
      await runner.query(`call protect_tenant_table('${table}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
