import pg from 'pg';
import { startBenchProgram, timings } from '../../../../../../tests/kit/bench-program.js';

const AGENTS = 1000;
const DAYS = 365;
const FROM_ON = '2026-01-01';
const DAY_ON = '2026-06-17';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** A year of every agent's days, seven states each, as the upkeep would have summed them up. */
const DAY_SUMS = `
insert into agent_state_days (organisation_id, on_date, agent_id, state, team_id, seconds)
select a.organisation_id, day::date, a.id, s.state, a.team_id, 600 + (extract(doy from day)::int * 37 + s.place * 911) % 5000
from generate_series($1::date, $1::date + $2::int - 1, interval '1 day') as day
cross join agents a
cross join unnest(array['available', 'handling', 'after-contact', 'on-break', 'at-lunch', 'in-meeting', 'offline']) with ordinality as s(state, place)`;

const TEAM_SUMS = `
insert into team_state_days (organisation_id, on_date, team_id, state, seconds)
select organisation_id, on_date, team_id, state, sum(seconds) from agent_state_days group by 1, 2, 3, 4`;

/** A day of states one by one: each agent changes about every two minutes for nine hours. */
const ONE_DAY = `
insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
select organisation_id, id, at, 'bench', id || '/' || at, case extract(minute from at)::int % 3 when 0 then 'available' when 1 then 'handling' else 'after-contact' end, 'x'
from agents, generate_series($1::date + interval '8 hours', $1::date + interval '17 hours', interval '2 minutes') as at`;

/** The built program over a durable database: a year of 1,000 agents by day and team (goal of issue 8: a second). */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4 });
  try {
    const days = quick ? 60 : DAYS;
    const rows = await fill(program.runtimeUrl, program.context.organisationId, days);
    const { StateDayRepository } = await program.load<typeof import('./state-days.repository.js')>(
      'features/intraday/ingest/state-days.repository.js',
    );
    const { AgentStatesService } = await program.load<typeof import('./agent-states.service.js')>(
      'features/intraday/ingest/agent-states.service.js',
    );
    const sums = program.app.get(StateDayRepository, { strict: false });
    const states = program.app.get(AgentStatesService, { strict: false });
    const teamId = program.ids.of('team', program.centre.agents[0]!.teamId);
    const year = { fromOn: FROM_ON, untilOn: quick ? '2026-03-02' : '2027-01-01' };
    const day = { fromOn: quick ? '2026-02-17' : DAY_ON, untilOn: quick ? '2026-02-18' : '2026-06-18' };
    const span = { startAt: Date.parse(`${DAY_ON}T08:00:00Z`), endAt: Date.parse(`${DAY_ON}T17:00:00Z`) };
    const times = quick ? 5 : 20;
    const measured = async (name: string, call: () => Promise<unknown>): Promise<Row> => ({
      name,
      value: (await timings(times, call)).p99,
      unit: 'ms',
    });
    return [
      { name: `sums of ${AGENTS} agents and ${days} days`, value: rows, unit: 'rows' },
      await measured('all teams of one day, p99', () => sums.byDayAndTeam(program.context, { ...day, teamId: null })),
      await measured('one team, every day, p99', () => sums.byDayAndTeam(program.context, { ...year, teamId })),
      await measured('all teams, every day, p99 (goal 1,000)', () =>
        sums.byDayAndTeam(program.context, { ...year, teamId: null }),
      ),
      await measured('states of all agents one by one, a day, p99', () =>
        states.statesOf(program.context, { agentIds: null, span }),
      ),
    ];
  } finally {
    await program.close();
  }
}

async function fill(url: string, organisationId: string, days: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('app.organisation', $1, false)`, [organisationId]);
    const { rowCount } = await client.query(DAY_SUMS, [FROM_ON, days]);
    await client.query(TEAM_SUMS);
    await client.query(`select ensure_agent_state_partitions($1, $1)`, [DAY_ON]);
    await client.query(ONE_DAY, [DAY_ON]);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
