import type { MigrationInterface, QueryRunner } from 'typeorm';

const TEAM_DAYS = `
create table team_state_days (
  organisation_id uuid not null,
  on_date date not null,
  team_id uuid not null,
  state text not null,
  seconds bigint not null check (seconds > 0),
  primary key (organisation_id, on_date, team_id, state),
  foreign key (organisation_id, team_id) references teams on delete cascade
);
comment on table team_state_days is 'agent_state_days of a team added up, written with them: a year of a thousand agents is millions of those';
insert into team_state_days (organisation_id, on_date, team_id, state, seconds)
select organisation_id, on_date, team_id, state, sum(seconds) from agent_state_days group by 1, 2, 3, 4;
drop index agent_state_days_of_team;`;

/** Days of teams, so that years can be asked for at once. */
export class TeamStateDays1795295441300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEAM_DAYS);
    await runner.query(`call protect_tenant_table('team_state_days')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
