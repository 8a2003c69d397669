import pg from 'pg';
import { startBenchProgram, timings, type BenchProgram } from '../../../../../../tests/kit/bench-program.js';

const AGENTS = 5000;
const HOUR = 3_600_000;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Eight hours for everybody, six of them over: contacts, lunch, contacts. */
const SCHEDULE = `
insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values ($1, 'UTC', ($2::timestamptz)::date - 7, 3, 'published', now()) returning id`;
const SHIFTS = `
with made as (
  insert into shifts (organisation_id, schedule_id, agent_id, span)
  select organisation_id, $2, id, tstzrange($3::timestamptz, $3::timestamptz + interval '8 hours') from agents where organisation_id = $1
  returning organisation_id, id
)
insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
select organisation_id, id, $3::timestamptz + part.starts, $3::timestamptz + part.ends, part.type
from made, (values (interval '0', interval '4 hours', 'contact'), (interval '4 hours', interval '5 hours', 'lunch'), (interval '5 hours', interval '8 hours', 'contact')) as part(starts, ends, type)`;
/** Each agent changes about every four minutes. */
const STATES = `
insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
select organisation_id, id, at, 'bench', id || '/' || at, case extract(minute from at)::int % 12 when 0 then 'away' when 4 then 'handling' else 'available' end, 'x'
from agents, generate_series($2::timestamptz, $2::timestamptz + interval '6 hours', interval '4 minutes') as at where organisation_id = $1`;
const CURRENT = `
insert into agent_current_states (organisation_id, agent_id, state, source_state, source, event_id, since, received_at)
select distinct on (agent_id) organisation_id, agent_id, state, source_state, source, event_id, at, received_at
from agent_states where organisation_id = $1 order by agent_id, at desc`;

async function fill({ runtimeUrl, context }: BenchProgram, startAt: string): Promise<void> {
  const client = new pg.Client({ connectionString: runtimeUrl });
  await client.connect();
  const { organisationId } = context;
  try {
    await client.query(`select set_config('app.organisation', $1, false)`, [organisationId]);
    await client.query('select ensure_agent_state_partitions(($1::timestamptz)::date, ($1::timestamptz)::date)', [
      startAt,
    ]);
    await client.query(
      `insert into state_sources (organisation_id, id, title, last_received_at) values ($1, 'bench', 'Bench', now())`,
      [organisationId],
    );
    const { rows } = await client.query<{ id: string }>(SCHEDULE, [organisationId, startAt]);
    await client.query(SHIFTS, [organisationId, rows[0]!.id, startAt]);
    await client.query(STATES, [organisationId, startAt]);
    await client.query(CURRENT, [organisationId]);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** The built program over a durable database: 5,000 agents in the middle of their day. Seconds of the clock, one request at a time. */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4 });
  try {
    const startAt = Date.now() - 6 * HOUR;
    await fill(program, new Date(startAt).toISOString());
    const room = 'features/intraday';
    const { LiveService } = await program.load<typeof import('./live.service.js')>(`${room}/adherence/live.service.js`);
    const { AdherenceDaysTask } = await program.load<typeof import('./adherence-days.task.js')>(
      `${room}/adherence/adherence-days.task.js`,
    );
    const { AdherenceHistoryService } = await program.load<typeof import('./adherence-history.service.js')>(
      `${room}/adherence/adherence-history.service.js`,
    );
    const { AgentStatesService } = await program.load<typeof import('../ingest/agent-states.service.js')>(
      `${room}/ingest/agent-states.service.js`,
    );
    const live = program.app.get(LiveService, { strict: false });
    const task = program.app.get(AdherenceDaysTask, { strict: false });
    const history = program.app.get(AdherenceHistoryService, { strict: false });
    const states = program.app.get(AgentStatesService, { strict: false });
    const { context } = program;
    const measured = async (name: string, times: number, call: () => Promise<unknown>): Promise<Row> => ({
      name: `${AGENTS} agents: ${name}`,
      value: (await timings(times, call)).p99,
      unit: 'ms',
    });
    const agentIds = program.centre.agents.map(({ id }) => program.ids.of('agent', id));
    const span = { startAt: startAt + HOUR, endAt: startAt + 2 * HOUR };
    return [
      await measured('board opened, nothing judged yet', 1, () => live.board(context)),
      await measured('running days judged', 1, () => task.run(context, new AbortController().signal)),
      await measured('board opened, judged before, slowest', quick ? 3 : 10, () => live.board(context)),
      await measured('states of all, six hours, slowest', quick ? 2 : 5, () =>
        states.statesOf(context, { agentIds: null, span: { startAt, endAt: Date.now() } }),
      ),
      await measured('effect of an excuse for everybody', 1, () => history.effect(context, span, { agentIds })),
    ];
  } finally {
    await program.close();
  }
}
