import type { MigrationInterface, QueryRunner } from 'typeorm';

const PUBLICATIONS = `
create table schedule_publications (
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  schedule_id uuid not null,
  team_ids uuid[] check (cardinality(team_ids) > 0),
  from_on date not null,
  until_on date not null check (until_on > from_on),
  published_at timestamptz not null default now(),
  published_by uuid,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, schedule_id) references schedules on delete cascade
);
comment on table schedule_publications is 'parts of a draft that agents have been told of: some teams (null: all), from a day until another, half-open';
create index schedule_publications_of_schedule on schedule_publications (organisation_id, schedule_id) where withdrawn_at is null;`;

/** A shift is out when its schedule is, or when a part is that holds its agent and the day it starts on. */
const STATE_OF_SHIFT = `
create or replace function shift_takes_state_of_schedule() returns trigger language plpgsql as $$
begin
  select s.state = 'published' or exists (
      select 1 from schedule_publications p
      where p.organisation_id = s.organisation_id and p.schedule_id = s.id and p.withdrawn_at is null
        and (lower(new.span) at time zone s.zone)::date >= p.from_on and (lower(new.span) at time zone s.zone)::date < p.until_on
        and (p.team_ids is null or exists (
          select 1 from agents a where a.organisation_id = s.organisation_id and a.id = new.agent_id and a.team_id = any (p.team_ids))))
    into strict new.published from schedules s
    where s.organisation_id = new.organisation_id and s.id = new.schedule_id;
  return new;
end $$;
drop trigger shift_state on shifts;
create trigger shift_state before insert or update of schedule_id, published, agent_id, span on shifts
  for each row execute function shift_takes_state_of_schedule();`;

/** A schedule can be published by team and by day. */
export class PartialPublishing1795295432100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PUBLICATIONS, STATE_OF_SHIFT]) await runner.query(sql);
    await runner.query(`call protect_tenant_table('schedule_publications')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
