import pg from 'pg';
import { startBenchProgram, timings, type BenchProgram } from '../../../../../../tests/kit/bench-program.js';

const AGENTS = 1000;
const DAYS = 365;
const FROM_ON = '2026-01-01';
const DAY_ON = '2026-06-17';
const MONTH_ON = '2026-06-01';
/** A month before all that are kept. */
const OLD_MONTH_ON = '2020-03-01';

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

/** A month of states that is too old, 40 of each agent a day, with the ids that keep each from counting twice. */
const OLD_STATES = `
insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
select organisation_id, id, at, 'bench', id || '/' || at, 'available', 'x'
from generate_series($1::timestamptz, $1::timestamptz + interval '30 days' - interval '36 minutes', interval '36 minutes') as at, agents`;
const OLD_IDS = `
insert into agent_state_events (organisation_id, source, event_id, agent_id, at)
select organisation_id, source, event_id, agent_id, at from agent_states where at < $1::timestamptz + interval '1 month' order by at`;

/** The built program over a durable database: a year of 1,000 agents by day and team (goal of issue 8: a second). */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4 });
  try {
    const { kept, old } = await fill(program.runtimeUrl, program.context.organisationId);
    const { StateDayRepository } = await program.load<typeof import('./state-days.repository.js')>(
      'features/intraday/ingest/state-days.repository.js',
    );
    const { AgentStatesService } = await program.load<typeof import('./agent-states.service.js')>(
      'features/intraday/ingest/agent-states.service.js',
    );
    const sums = program.app.get(StateDayRepository, { strict: false });
    const states = program.app.get(AgentStatesService, { strict: false });
    const teamId = program.ids.of('team', program.centre.agents[0]!.teamId);
    const year = { fromOn: FROM_ON, untilOn: '2027-01-01' };
    const month = { fromOn: MONTH_ON, untilOn: '2026-07-01' };
    const day = { fromOn: DAY_ON, untilOn: '2026-06-18' };
    const span = { startAt: Date.parse(`${DAY_ON}T08:00:00Z`), endAt: Date.parse(`${DAY_ON}T17:00:00Z`) };
    const times = quick ? 5 : 20;
    const measured = async (name: string, call: () => Promise<unknown>): Promise<Row> => ({
      name,
      value: (await timings(times, call)).p99,
      unit: 'ms',
    });
    return [
      { name: `sums of ${AGENTS} agents and ${DAYS} days`, value: kept, unit: 'rows' },
      await measured('all teams of one day, p99', () => sums.byDayAndTeam(program.context, { ...day, teamId: null })),
      await measured('all teams, every day of a month, p99', () =>
        sums.byDayAndTeam(program.context, { ...month, teamId: null }),
      ),
      await measured('one team, every day, p99', () => sums.byDayAndTeam(program.context, { ...year, teamId })),
      await measured('all teams, every day, p99 (goal 1,000)', () =>
        sums.byDayAndTeam(program.context, { ...year, teamId: null }),
      ),
      await measured('states of all agents one by one, a day, p99', () =>
        states.statesOf(program.context, { agentIds: null, span }),
      ),
      { name: 'states of a month that is too old', value: old, unit: 'rows' },
      ...(await retention(program)),
    ];
  } finally {
    await program.close();
  }
}

/** What the upkeep does when a month has become too old: the partition goes at once, ids in batches. */
async function retention(program: BenchProgram): Promise<Row[]> {
  const { StateRetentionRepository } = await program.load<typeof import('./state-retention.repository.js')>(
    'features/intraday/ingest/state-retention.repository.js',
  );
  const old = program.app.get(StateRetentionRepository, { strict: false });
  const oldest = Date.parse('2025-10-01T00:00:00Z');
  const timed = async (name: string, call: () => Promise<unknown>): Promise<Row> => {
    const startedAt = performance.now();
    await call();
    return { name, value: performance.now() - startedAt, unit: 'ms' };
  };
  const { signal } = new AbortController();
  return [
    await timed('its partition dropped', () => old.turnMonths(Date.now(), oldest)),
    await timed('its event ids deleted, in batches', () => old.deleteOld(program.context, oldest, signal)),
    await timed('nothing left to delete', () => old.deleteOld(program.context, oldest, signal)),
  ];
}

async function fill(url: string, organisationId: string): Promise<{ readonly kept: number; readonly old: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('app.organisation', $1, false)`, [organisationId]);
    const { rowCount: kept } = await client.query(DAY_SUMS, [FROM_ON, DAYS]);
    await client.query(TEAM_SUMS);
    await client.query(`select ensure_agent_state_partitions($1, $1)`, [DAY_ON]);
    await client.query(ONE_DAY, [DAY_ON]);
    await client.query(`select ensure_agent_state_partitions($1, $1)`, [OLD_MONTH_ON]);
    const { rowCount: old } = await client.query(OLD_STATES, [OLD_MONTH_ON]);
    await client.query(OLD_IDS, [OLD_MONTH_ON]);
    return { kept: kept ?? 0, old: old ?? 0 };
  } finally {
    await client.end();
  }
}
