import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../frame/run-for-test.js';

const hour = (index: number): string => new Date(Date.UTC(2026, 10, 2) + index * 3_600_000).toISOString();
/** Monday and Tuesday in UTC: 12 mails of 10 minutes every hour, day and night. */
const FORECAST = [
  'queue,start,end,contacts,handle_seconds',
  ...Array.from({ length: 48 }, (_, index) => `mail,${hour(index)},${hour(index + 1)},12,600`),
].join('\n');
const HOURS = 'weekday,opens,closes\nmon,09:00,17:00\ntue,09:00,17:00\n';
const GOALS =
  'queue,answer_within_hours,answered_within_hours_fraction,answer_within_clock,max_occupancy\nmail,8,1,business,\n';

interface Rows {
  readonly rows: readonly {
    readonly required_agents: number;
    readonly backlog_contacts: number;
    readonly oldest_age_hours: number;
    readonly note: string;
  }[];
  readonly summary: readonly { readonly carried_out: readonly { readonly contacts: number }[] }[];
}

describe('yotei requirement for work that can wait', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-deferred-'));
    await writeFile(at('forecast.csv'), FORECAST);
    await writeFile(at('hours.csv'), HOURS);
    await writeFile(at('goals.csv'), GOALS);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const inputs = (): string[] => ['requirement', '--forecast', at('forecast.csv'), '--opening', at('hours.csv')];

  it('staffs opening hours for the mail of all hours, with the backlog at the end of each', async () => {
    const { out, exitCode } = await runCommandLine([...inputs(), '--goals', at('goals.csv'), '--json']);
    expect(exitCode).toBe(0);
    const { rows, summary } = JSON.parse(out) as Rows;
    // 24 × 12 mails of a sixth of an hour: 48 hours of work a day for 8 open hours.
    expect(rows.slice(8, 18).map((row) => row.required_agents)).toEqual([0, 6, 6, 6, 6, 6, 6, 6, 6, 0]);
    expect([rows[8]!.note, rows[9]!.note]).toEqual(['closed', '']);
    expect(rows[32]!.backlog_contacts - rows[16]!.backlog_contacts).toBeCloseTo(192, 3);
    expect(summary[0]!.carried_out.reduce((sum, { contacts }) => sum + contacts, 0)).toBeCloseTo(
      rows[47]!.backlog_contacts,
      2,
    );
  });

  it('takes the same from options, and a backlog to begin with', async () => {
    await writeFile(at('backlog.csv'), 'queue,contacts,handle_seconds,hours_left\nmail,60,600,1\n');
    const options = ['--answer-within-hours', '8', '--backlog', at('backlog.csv'), '--json'];
    const { rows } = JSON.parse((await runCommandLine([...inputs(), ...options])).out) as Rows;
    // Sixty mails due in the first open hour are ten agents.
    expect(rows[9]!.required_agents).toBe(10);
    expect(rows[0]!.backlog_contacts).toBe(72);
  });

  it('shows the chance of the spread of the forecast, staffs for it, and says why so many', async () => {
    await writeFile(at('goals.csv'), 'queue,answer_within_hours,answered_within_hours_fraction\nmail,2,0.9\n');
    const asked = [...inputs(), '--goals', at('goals.csv'), '--rate-cv', '0.2', '--json'];
    const week = async (...more: string[]) => {
      const { summary } = JSON.parse((await runCommandLine([...asked, ...more])).out) as {
        summary: {
          weeks: { chance_to_meet: number; agent_hours_required: number; expected_service_level: number }[];
        }[];
      };
      return summary[0]!.weeks[0]!;
    };
    const [point, expected, sure] = [
      await week(),
      await week('--staffed-for', 'expected'),
      await week('--risk', '0.9'),
    ];
    expect(point.chance_to_meet).toBeLessThan(0.9);
    expect(expected.expected_service_level).toBeGreaterThanOrEqual(0.9);
    expect(sure.chance_to_meet).toBeGreaterThanOrEqual(0.9);
    expect(sure.agent_hours_required).toBeGreaterThan(expected.agent_hours_required);
    const why = [...asked.slice(0, -1), '--risk', '0.9', '--explain', '2026-11-02T10:00Z'];
    const { out } = await runCommandLine(why);
    expect(out).toMatch(/^mail, 2026-11-02T10:00:00.000Z\nWe expect 12 contacts in 1 h/);
    expect(out).toMatch(/agents {2}service level {2}occupancy {2}chance\n/);
    expect(out).toMatch(/\d+ .*% {2}<- the answer\n/);
    const [document] = JSON.parse((await runCommandLine([...why, '--json'])).out) as { curve: { agents: number[] } }[];
    expect(document!.curve.agents.length).toBeGreaterThan(4);
    const closed = await runCommandLine([...why.slice(0, -1), '2026-11-02T03:00Z']);
    expect([closed.exitCode, closed.error]).toEqual([2, expect.stringContaining('no queue has an open interval')]);
  });

  it('explains inbound queues of the same forecast too', async () => {
    await writeFile(at('goals.csv'), 'queue,service_level,answer_within_seconds\nmail,0.8,20\n');
    const { out } = await runCommandLine([
      ...['requirement', '--forecast', at('forecast.csv'), '--goals', at('goals.csv')],
      ...['--explain', '2026-11-02T10:00Z'],
    ]);
    expect(out).toMatch(/To answer at least 80% within 20 s we need/);
    expect(out).toMatch(/One agent fewer/);
  });

  it('adds its columns behind all others', async () => {
    const { out } = await runCommandLine([...inputs(), '--goals', at('goals.csv')]);
    expect(out.split('\n')[0]).toMatch(/,shrinkage,profile_agents,backlog_contacts,oldest_age_hours,lent_agents,/);
  });

  it('names what is wrong with goals and backlog', async () => {
    await writeFile(at('goals.csv'), 'queue,answer_within_hours,answer_within_clock\nmail,-1,lunar\n');
    const goals = await runCommandLine([...inputs(), '--goals', at('goals.csv')]);
    expect(goals.exitCode).toBe(2);
    expect(goals.error).toContain(":2: answer_within_clock: 'lunar' is not one of business, elapsed");
    expect(goals.error).toContain(':2: answer_within_hours:');
    await writeFile(at('backlog.csv'), 'contacts,handle_seconds,hours_left\n5,600,\n');
    const backlog = await runCommandLine([...inputs(), '--answer-within-hours', '8', '--backlog', at('backlog.csv')]);
    expect([backlog.exitCode, backlog.error]).toEqual([2, expect.stringContaining(':2: hours_left: missing value')]);
  });
});

describe('yotei requirement with inbound agents who do mail in their idle time', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-lent-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const mail = Array.from({ length: 4 }, (_, index) => `mail,${hour(index)},${hour(index + 1)},30,600`);
  const calls = [0, 1, 2, 3].flatMap((index) => [
    `calls,${hour(index)},${hour(index + 0.5)},100,180`,
    `calls,${hour(index + 0.5)},${hour(index + 1)},100,180`,
  ]);

  async function required(goals: string): Promise<{ readonly lent: number; readonly mail: number }> {
    await writeFile(at('forecast.csv'), ['queue,start,end,contacts,handle_seconds', ...mail, ...calls].join('\n'));
    await writeFile(at('goals.csv'), goals);
    const { out } = await runCommandLine([
      'requirement',
      '--forecast',
      at('forecast.csv'),
      '--goals',
      at('goals.csv'),
      '--json',
    ]);
    const { rows } = JSON.parse(out) as { rows: { queue: string; lent_agents: number; profile_agents: number }[] };
    const own = rows.filter(({ queue }) => queue === 'mail');
    return {
      lent: own.reduce((sum, row) => sum + row.lent_agents, 0),
      mail: own.reduce((sum, row) => sum + row.profile_agents, 0),
    };
  }

  const HEADER = 'queue,service_level,answer_within_seconds,patience_seconds,answer_within_hours,lends_to\n';

  it('needs fewer agents of its own by as much as is lent', async () => {
    const alone = await required(`${HEADER}calls,0.8,20,300,,\nmail,,,,4,\n`);
    // 30 mails of a sixth of an hour each hour.
    expect(alone).toEqual({ lent: 0, mail: 20 });
    const helped = await required(`${HEADER}calls,0.8,20,300,,mail\nmail,,,,4,\n`);
    expect(helped.lent).toBeGreaterThan(0.5);
    expect(helped.mail).toBeCloseTo(20 - helped.lent, 3);
  });

  it('lends only to a queue whose work can wait', async () => {
    await required(`${HEADER}calls,0.8,20,300,,\nmail,,,,4,\n`);
    await writeFile(at('goals.csv'), `${HEADER}calls,0.8,20,300,,post\nmail,,,,4,calls\n`);
    const refused = await runCommandLine(['requirement', '--forecast', at('forecast.csv'), '--goals', at('goals.csv')]);
    expect(refused.exitCode).toBe(2);
    expect(refused.error).toContain(":2: lends_to: 'post' is no queue of these goals with answer_within_hours");
    expect(refused.error).toContain(':3: lends_to: goes with the models erlang-a and erlang-c only');
  });
});

describe('yotei requirement with a bot and repeat contacts', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-changes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);

  it('staffs what the bot leaves and what comes back, and says how it came to it', async () => {
    const rows = [0, 1, 2, 3].map((index) => `calls,${hour(index)},${hour(index + 1)},200,180`);
    await writeFile(at('forecast.csv'), ['queue,start,end,contacts,handle_seconds', ...rows].join('\n'));
    const goals =
      'queue,service_level,answer_within_seconds,deflected,handle_factor,repeat,repeat_in_forecast,return_hours';
    const inputs = ['requirement', '--forecast', at('forecast.csv'), '--goals', at('goals.csv'), '--json'];
    const staffed = async (cells: string) => {
      await writeFile(at('goals.csv'), `${goals}\ncalls,0.8,20,${cells}\n`);
      return JSON.parse((await runCommandLine(inputs)).out) as {
        rows: { required_agents: number; contacts_staffed: number | null; handle_seconds_staffed: number | null }[];
        summary: { load_change?: { before: object; steps: { cause: string }[]; after: { contacts: number } } }[];
      };
    };
    const before = await staffed(',,,,');
    expect(before.rows[0]!.contacts_staffed).toBeNull();
    // The easier half leaves: 100 of 200 contacts, each a fifth longer.
    const halved = await staffed('0.5,1.2,,,');
    expect(halved.rows[0]).toMatchObject({ contacts_staffed: 100, handle_seconds_staffed: 216 });
    expect(halved.rows[0]!.required_agents).toBeLessThan(before.rows[0]!.required_agents);
    expect(halved.summary[0]!.load_change!.before).toEqual({ contacts: 800, work_hours: 40 });
    const repeated = await staffed(',,0.2,,2');
    expect(repeated.rows[3]!.contacts_staffed).toBeGreaterThan(200);
    expect(repeated.summary[0]!.load_change!.steps).toMatchObject([{ cause: 'repeats' }]);
    const wrong = await writeFile(at('goals.csv'), `${goals}\ncalls,0.8,20,50,,,,\n`).then(() =>
      runCommandLine(inputs),
    );
    expect([wrong.exitCode, wrong.error]).toEqual([2, expect.stringContaining(':2: deflected:')]);
  });
});
