import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { startBenchProgram, timings, type BenchProgram } from '../../../../../../tests/kit/bench-program.js';

const AGENTS = 1000;
const DAYS = 365;
/** Teams of twenty; a day's row names its team, whatever became of the team. */
const TEAMS = 50;
const FROM_ON = '2025-11-01';
const YEAR = { fromOn: FROM_ON, untilOn: '2026-11-01' };
const MONTH = { fromOn: '2026-06-01', untilOn: '2026-07-01' };
const DAY = { fromOn: '2026-06-17', untilOn: '2026-06-18' };

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Days of eight hours, seven of them contact work, a quarter of an hour or so out; written day after day, as they are judged. */
const JUDGED_DAYS = `
insert into adherence_days (organisation_id, agent_id, on_date, team_id, span, judged_until, final, scheduled_seconds, out_seconds,
  explained_seconds, ignored_seconds, unknown_seconds, outside_seconds, contact_scheduled_seconds, contact_worked_seconds,
  adherence_fraction, settings, input_hash)
select a.organisation_id, a.id, day::date, ('00000000-0000-7000-8000-' || lpad((a.place % $3::int)::text, 12, '0'))::uuid, tstzrange(day, day + interval '1 day'), day + interval '1 day', true, 28800, drawn.out,
  300, 0, 120, 60, 25200, 25200 - drawn.out, 1 - drawn.out / 28800.0,
  '{"graceSeconds":60,"bootSeconds":300,"ignoredActivityTypeIds":[],"ignoredStates":[],"countsOutsideShift":false}', 'bench'
from generate_series($1::date, $1::date + $2::int - 1, interval '1 day') as day
cross join (select organisation_id, id, row_number() over (order by id) as place from agents) a
cross join lateral (select (extract(doy from day)::int * 37 + ascii(right(a.id::text, 1)) * 53) % 1800 as out) as drawn`;

const PAGE = `query ($fromOn: LocalDate!, $days: Int!) { adherenceHistory(fromOn: $fromOn, days: $days) { ... on AdherenceHistory {
  on teamId agents seconds { scheduledSeconds outSeconds explainedSeconds ignoredSeconds unknownSeconds outsideSeconds contactScheduledSeconds contactWorkedSeconds } } } }`;

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function fill({ runtimeUrl, context }: BenchProgram): Promise<number> {
  const client = new pg.Client({ connectionString: runtimeUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.organisation', $1, false)`, [context.organisationId]);
    return (await client.query(JUDGED_DAYS, [FROM_ON, DAYS, TEAMS])).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** A Linux clock tick, the unit of /proc/<pid>/stat. */
const TICK_MILLIS = 10;

function statOf(pid: string): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** CPU that this process and all of its database have taken so far: what a busy machine does not stretch. */
async function cpuClock({ ownerUrl }: BenchProgram): Promise<() => number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = statOf(`${rows[0]!.pid}`)[1]!;
  await client.end();
  return () => {
    const children = readdirSync('/proc').map((pid) => (/^\d+$/u.test(pid) ? statOf(pid) : []));
    const running = children.filter(([, parent]) => parent === server);
    const ended = statOf(`${server}`);
    // utime, stime of those running; cutime, cstime of those that have ended, such as parallel workers.
    const ticks = running.reduce((sum, stat) => sum + stat[11]! + stat[12]!, ended[13]! + ended[14]!);
    const { user, system } = process.cpuUsage();
    return ticks * TICK_MILLIS + (user + system) / 1000;
  };
}

/** The year as `/live/history` asks for it, over HTTP. */
async function page({ url, cookie }: BenchProgram): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: url },
    body: JSON.stringify({ query: PAGE, variables: { fromOn: FROM_ON, days: DAYS } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { adherenceHistory: { on: string[] } };
    errors?: object;
  };
  if (!data || data.adherenceHistory.on.length < DAYS)
    throw new Error(`a year of days must be answered; ${JSON.stringify(errors)}`);
}

/** The built program over a durable database: a year of 1,000 agents' judged days by day, team and person (goal of issue 8: a second). */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4 });
  try {
    const rows = await fill(program);
    const { AdherenceSumsRepository } = await program.load<typeof import('./adherence-sums.repository.js')>(
      'features/intraday/history/adherence-sums.repository.js',
    );
    const sums = program.app.get(AdherenceSumsRepository, { strict: false });
    const teamId = '00000000-0000-7000-8000-000000000000';
    const { context } = program;
    const cpu = await cpuClock(program);
    const times = quick ? 5 : 20;
    const measured = async (name: string, call: () => Promise<unknown>): Promise<Row[]> => {
      const before = cpu();
      const { p99 } = await timings(times, call);
      // Two calls more warm up.
      const used = (cpu() - before) / (times + 2);
      return [
        { name: `${name}, p99`, value: p99, unit: 'ms' },
        { name: `${name}, CPU of api and database`, value: used, unit: 'ms' },
      ];
    };
    const byDay = (span: typeof YEAR, of: string | null) => () => sums.byTeamAndDay(context, { ...span, teamId: of });
    const fresh = await measured(
      'all teams, every day of the year, nothing vacuumed yet (goal 1,000)',
      byDay(YEAR, null),
    );
    await asOwner(program.ownerUrl, 'vacuum (analyze) adherence_days');
    return [
      { name: `judged days of ${AGENTS} agents kept`, value: rows, unit: 'rows' },
      { name: 'teams', value: TEAMS, unit: 'teams' },
      ...fresh,
      ...(await measured('all teams, every day of the year (goal 1,000)', byDay(YEAR, null))),
      ...(await measured('all teams, every day of a month', byDay(MONTH, null))),
      ...(await measured('all teams, one day', byDay(DAY, null))),
      ...(await measured('one team, every day of the year', byDay(YEAR, teamId))),
      ...(await measured('people of one team over the year', () => sums.byAgent(context, { ...YEAR, teamId }))),
      ...(await measured('all people over the year (goal 1,000)', () =>
        sums.byAgent(context, { ...YEAR, teamId: null }),
      )),
      ...(await measured('the page of a year over HTTP (goal 1,000)', () => page(program))),
    ];
  } finally {
    await program.close();
  }
}
