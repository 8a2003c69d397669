import pg from 'pg';
import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import type { Shift } from '@yotei/scheduling/roster';
import { startBenchProgram, timings, type BenchProgram } from '../../../../../tests/kit/bench-program.js';

const WEEK_ON = '2026-11-23';
const AGENTS = 500;
const DAYS = 7;

const BOARD = `query ($weekOf: LocalDate) { scheduleBoard(weekOf: $weekOf) { schedule { id version state } startAt endAt slotMinutes historyFromAt
  agents { id name nameReading siteId teamId contractId zone skillIds seniority availability { weekday fromMinute untilMinute } }
  shifts { ids versions agentIndex startMinute lengthMinutes templateIndex flags activityOffset activityType activityStartMinute activityLengthMinutes templateIds activityTypeIds }
  history { ids agentIndex startMinute lengthMinutes activityOffset activityType activityStartMinute activityLengthMinutes } timeOff { agentId startAt endAt } } }`;

/** The same week as one JSON document, made by Postgres alone: nothing on top of it can be faster. */
const FLOOR = `select json_agg(json_build_object('id', s.id, 'agent', s.agent_id, 'start', extract(epoch from lower(s.span)), 'end', extract(epoch from upper(s.span)),
    'activities', (select json_agg(json_build_array(a.activity_type_id, extract(epoch from a.start_at), extract(epoch from a.end_at)) order by a.start_at)
      from shift_activities a where a.organisation_id = s.organisation_id and a.shift_id = s.id)))::text as board
  from shifts s where s.organisation_id = $1`;

/** An invented week: everybody works every day, with lunch and two breaks. */
function shiftsOf({ centre, ids }: BenchProgram): Shift[] {
  return centre.agents.flatMap((agent, index) =>
    Array.from({ length: DAYS }, (_, day): Shift => {
      const startAt = instantOfLocal(addDays(WEEK_ON, day), 480 + (index % 9) * 30, agent.zone);
      const parts: [type: string, minutes: number][] = [
        ['contact', 105],
        ['break', 15],
        ['contact', 120],
        ['lunch', 60],
        ['contact', 120],
        ['break', 15],
        ['contact', 105],
      ];
      let at = startAt;
      const activities = parts.map(([activityTypeId, minutes]) => ({
        activityTypeId,
        startAt: at,
        endAt: (at += minutes * MINUTE_MILLIS),
      }));
      return {
        agentId: ids.of('agent', agent.id),
        startAt,
        endAt: at,
        templateId: ids.of('template', 'tokyo-8h'),
        activities,
      };
    }),
  );
}

async function fillWeek(program: BenchProgram): Promise<void> {
  const { TenantDatabase } = await program.load<typeof import('../../platform/database/tenant-database.js')>(
    'platform/database/tenant-database.js',
  );
  const { ScheduleService } = await program.load<typeof import('./schedule.service.js')>(
    'features/rosters/schedule.service.js',
  );
  const { insertShifts } = await program.load<typeof import('./shift-writer.js')>('features/rosters/shift-writer.js');
  await program.app.get(TenantDatabase).withTenant(program.context, async (tx) => {
    const created = await program.app
      .get(ScheduleService, { strict: false })
      .create(program.context, { weekStartOn: WEEK_ON, weeks: 1 });
    if (created.kind !== 'created') throw new Error(created.message);
    await insertShifts(tx, created.schedule.id, shiftsOf(program));
  });
}

/** The board of 500 agents and a week as the browser gets it, against one SQL statement that returns JSON. */
export async function bench({ root, quick }: { root: string; quick: boolean }) {
  const program = await startBenchProgram(root, { agents: AGENTS, weeks: 4 });
  const client = new pg.Client({ connectionString: program.runtimeUrl });
  try {
    await fillWeek(program);
    await client.connect();
    await client.query(`select set_config('app.organisation', $1, false)`, [program.context.organisationId]);
    const times = quick ? 10 : 60;
    const floor = await timings(times, () => client.query(FLOOR, [program.context.organisationId]));
    const body = JSON.stringify({ query: BOARD, variables: { weekOf: WEEK_ON } });
    const headers = { 'content-type': 'application/json', cookie: program.cookie };
    let bytes = 0;
    const cpuBefore = process.cpuUsage();
    const board = await timings(times, async () => {
      const text = await (await fetch(`${program.url}/graphql`, { method: 'POST', headers, body })).text();
      if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
      bytes = text.length;
    });
    const cpu = process.cpuUsage(cpuBefore);
    const against = 'one SQL statement returning JSON';
    return [
      {
        name: `board of ${AGENTS} agents x ${DAYS} days, p50`,
        value: board.p50,
        unit: 'ms',
        ratio: board.p50 / floor.p50,
        against,
      },
      { name: 'the same, p99', value: board.p99, unit: 'ms', ratio: board.p99 / floor.p99, against },
      {
        name: 'the same, CPU of the process with its client',
        value: (cpu.user + cpu.system) / 1000 / (times + 2),
        unit: 'ms',
      },
      { name: 'the same, size of the answer', value: Math.round(bytes / 1024), unit: 'kB' },
      { name: 'floor: one SQL statement returning JSON, p50', value: floor.p50, unit: 'ms' },
    ];
  } finally {
    await client.end();
    await program.close();
  }
}
