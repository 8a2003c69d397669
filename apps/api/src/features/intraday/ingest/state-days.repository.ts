import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface StateDayRow {
  readonly agentId: string;
  readonly on: LocalDate;
  readonly state: string;
  readonly seconds: number;
}

export interface TeamStateDay {
  readonly on: LocalDate;
  readonly teamId: string;
  readonly state: string;
  readonly seconds: number;
}

export interface Upkeep {
  readonly changesCursor: string | null;
  /** The first day that is not summed up yet. */
  readonly summedUntil: LocalDate;
}

/** States the day had before and has no more go; the others are written over. */
const PUT = `
with told as (
  select * from unnest($3::uuid[], $4::text[], $5::integer[]) as t(agent_id, state, seconds)
), gone as (
  delete from agent_state_days d where d.organisation_id = app_organisation_id() and d.on_date = $1::date and d.agent_id = any($2::uuid[])
    and not exists (select 1 from told t where t.agent_id = d.agent_id and t.state = d.state)
)
insert into agent_state_days (organisation_id, on_date, agent_id, state, team_id, seconds)
select app_organisation_id(), $1::date, t.agent_id, t.state, a.team_id, t.seconds
from told t join agents a on a.organisation_id = app_organisation_id() and a.id = t.agent_id
order by t.agent_id, t.state
on conflict (organisation_id, on_date, agent_id, state) do update set seconds = excluded.seconds`;

const ADD_UP_TEAMS = `
with told as (
  select team_id, state, sum(seconds) as seconds from agent_state_days
  where organisation_id = app_organisation_id() and on_date = $1::date group by team_id, state
), gone as (
  delete from team_state_days d where d.organisation_id = app_organisation_id() and d.on_date = $1::date
    and not exists (select 1 from told t where t.team_id = d.team_id and t.state = d.state)
)
insert into team_state_days (organisation_id, on_date, team_id, state, seconds)
select app_organisation_id(), $1::date, team_id, state, seconds from told order by team_id, state
on conflict (organisation_id, on_date, team_id, state) do update set seconds = excluded.seconds`;

const BY_DAY_AND_TEAM = `
select on_date::text as on, team_id as "teamId", state, seconds::float8 as seconds from team_state_days
where organisation_id = app_organisation_id() and on_date >= $1::date and on_date < $2::date and ($3::uuid is null or team_id = $3)
order by on_date, team_id, state`;

/** Agent states summed up by day. */
@Injectable()
export class StateDayRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** What these agents did on the day, instead of what was stored of it. */
  async put(
    context: RequestContext,
    on: LocalDate,
    { agentIds, rows }: { readonly agentIds: readonly string[]; readonly rows: readonly Omit<StateDayRow, 'on'>[] },
  ): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(PUT, [
        on,
        agentIds,
        rows.map(({ agentId }) => agentId),
        rows.map(({ state }) => state),
        rows.map(({ seconds }) => seconds),
      ]),
    );
  }

  /** After {@link put} of the day's agents: what their teams did together. */
  async addUpTeams(context: RequestContext, on: LocalDate): Promise<void> {
    await this.database.withTenant(context, (tx) => tx.query(ADD_UP_TEAMS, [on]));
  }

  /** From the first day up to before the last, of one team or of all. */
  async byDayAndTeam(
    context: RequestContext,
    range: { readonly fromOn: LocalDate; readonly untilOn: LocalDate; readonly teamId: string | null },
  ): Promise<TeamStateDay[]> {
    return this.database.read(context, BY_DAY_AND_TEAM, [range.fromOn, range.untilOn, range.teamId]);
  }

  /** How far summing up has come; begins with `firstOn`. */
  async upkeep(context: RequestContext, firstOn: LocalDate): Promise<Upkeep> {
    return this.database.withTenant(context, async (tx) => {
      await tx.query(
        'insert into agent_state_upkeep (organisation_id, summed_until) values (app_organisation_id(), $1) on conflict do nothing',
        [firstOn],
      );
      const [row] = await readRows<Upkeep>(
        tx,
        'select changes_cursor as "changesCursor", summed_until::text as "summedUntil" from agent_state_upkeep where organisation_id = app_organisation_id()',
      );
      return row!;
    });
  }

  async remember(context: RequestContext, { changesCursor, summedUntil }: Upkeep): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        'update agent_state_upkeep set changes_cursor = $1, summed_until = $2 where organisation_id = app_organisation_id()',
        [changesCursor, summedUntil],
      ),
    );
  }
}
