import { HOUR_MILLIS, type Instant } from '@yotei/time';
import pg from 'pg';
import type { BenchProgram } from './bench-program.js';

/** How long the day has been going on. */
export const DAY_BEGAN_MILLIS = 6 * HOUR_MILLIS;

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
/** Each agent changes about every four minutes, one in six is away where contacts are planned. */
const STATES = `
insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
select organisation_id, id, at, 'bench', id || '/' || at, case place when 0 then 'away' when 1 then 'handling' when 2 then 'after-contact' else 'available' end, 'x'
from agents, generate_series($2::timestamptz, $2::timestamptz + interval '6 hours', interval '4 minutes') as at,
  lateral (select (extract(epoch from at)::bigint / 240 + ascii(right(id::text, 1))) % 6 as place) as turn where organisation_id = $1`;
const CURRENT = `
insert into agent_current_states (organisation_id, agent_id, state, source_state, source, event_id, since, received_at)
select distinct on (agent_id) organisation_id, agent_id, state, source_state, source, event_id, at, received_at
from agent_states where organisation_id = $1 order by agent_id, at desc`;

/** Everybody of the program's centre on a published shift that began at `at`, with all their states until now. */
export async function fillMiddleOfDay(
  { runtimeUrl, context }: Pick<BenchProgram, 'runtimeUrl' | 'context'>,
  at: Instant,
): Promise<void> {
  const startAt = new Date(at).toISOString();
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
