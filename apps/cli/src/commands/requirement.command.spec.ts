import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../frame/run-for-test.js';

const FORECAST = [
  'queue,start,end,contacts,contacts_p05,contacts_p10,contacts_p90,contacts_p95,handle_seconds',
  'sales,2026-11-04T09:00:00Z,2026-11-04T09:30:00Z,100,80,85,115,120,180',
  'sales,2026-11-04T09:30:00Z,2026-11-04T10:00:00Z,0,0,0,0,0,180',
  'care,2026-11-04T09:00:00Z,2026-11-04T09:30:00Z,100,80,85,115,120,180',
].join('\n');
const GOALS =
  'queue,service_level,answer_within_seconds,patience_seconds,shrinkage\nsales,0.8,20,,0.3\ncare,0.8,20,300,0\n';

describe('yotei requirement', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-requirement-'));
    await writeFile(join(folder, 'forecast.csv'), FORECAST);
    await writeFile(join(folder, 'goals.csv'), GOALS);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const inputs = (): string[] => ['requirement', '--forecast', at('forecast.csv'), '--goals', at('goals.csv')];

  it('staffs each queue by its own goal, model and shrinkage', async () => {
    const ran = await runCommandLine([...inputs(), '--load-method', 'interval', '--out', at('requirement.csv')]);
    expect(ran).toEqual({ exitCode: 0, out: '', error: '' });
    const lines = (await readFile(at('requirement.csv'), 'utf8')).split('\n');
    expect(lines[0]).toMatch(
      /^queue,start,end,contacts,handle_seconds,required_agents,agents_to_roster,service_level,occupancy,/,
    );
    expect(lines[1]).toMatch(/^sales,2026-11-04T09:00:00Z,2026-11-04T09:30:00Z,100,180,14,20,0\.88835,0\.714286,/);
    expect(lines[2]).toMatch(/^sales,2026-11-04T09:30:00Z,2026-11-04T10:00:00Z,0,180,0,0,1,0,/);
    expect(lines[3]).toMatch(/^care,.*,100,180,13,13,0\.858178,/);
  });

  it('staffs the 90 % quantile of the rate for a risk of 0.9, the chance of single contacts taken out', async () => {
    await writeFile(at('forecast.csv'), FORECAST.replaceAll('80,85,115,120', '60,70,130,140'));
    const { out } = await runCommandLine([...inputs(), '--load-method', 'interval', '--risk', '0.9', '--json']);
    // Standard deviation of the counts (80/3.2897 + 60/2.5631)/2 = 23.86; of the rate sqrt(23.86² - 100) = 21.67, so
    // that its 90 % quantile is 100 + 1.2816 x 21.67 + (1.2816² - 1)/6 x 2 x 0.2167 x 21.67 = 128.8.
    const direct = ['staff', '--contacts', '128.8', '--interval', '30m', '--handle-time', '180s', '--goal', '80/20'];
    const { agents } = JSON.parse((await runCommandLine([...direct, '--json'])).out) as { agents: number };
    const { rows, summary } = JSON.parse(out) as { rows: object[]; summary: object[] };
    expect(rows[0]).toMatchObject({ queue: 'sales', contacts: 100, required_agents: agents, staffed_for: 0.9 });
    expect((rows[0] as { chance_to_meet: number }).chance_to_meet).toBeGreaterThanOrEqual(0.9);
    expect(agents).toBeGreaterThan(14);
    expect(summary).toMatchObject([{ queue: 'sales', days: [{ from_on: '2026-11-04', contacts: 100 }] }, {}]);
  });

  it('meets the goal on average over the uncertainty when told to, and needs to know how wide it is', async () => {
    await writeFile(
      at('plain.csv'),
      'start,end,contacts,handle_seconds\n2026-11-04T09:00Z,2026-11-04T09:30Z,400,300\n',
    );
    const plain = ['requirement', '--forecast', at('plain.csv'), '--goal', '80/20', '--patience', '300s', '--json'];
    const refused = await runCommandLine([...plain, '--staffed-for', 'expected']);
    expect([refused.exitCode, refused.error]).toEqual([2, expect.stringContaining(':2: rate_cv: missing value')]);
    const agents = async (staffedFor: string): Promise<unknown> => {
      const { out } = await runCommandLine([...plain, '--staffed-for', staffedFor, '--rate-cv', '0.2']);
      return (JSON.parse(out) as { rows: { required_agents: number }[] }).rows[0]!.required_agents;
    };
    // shared/design: 70 for the point forecast, 78 on average, 87 with 90 % confidence
    expect(await Promise.all([agents('point'), agents('expected'), agents('0.9')])).toEqual([70, 78, 87]);
  });

  it('grosses up by causes of shrinkage at their time of day, planned ones left to the roster', async () => {
    await writeFile(
      at('shrinkage.csv'),
      'reason,fraction,kind,weekdays,from,until,queue\nsickness,0.1,unplanned,,,,\nlateness,0.2,unplanned,mon-fri,08:00,09:30,sales\nmeeting,0.5,planned,,,,\n',
    );
    const { out } = await runCommandLine([
      ...inputs(),
      '--load-method',
      'interval',
      '--shrinkage-file',
      at('shrinkage.csv'),
      '--json',
    ]);
    const { rows } = JSON.parse(out) as { rows: { shrinkage: number; agents_to_roster: number }[] };
    // 1 - 0.9 x 0.8; 14 / 0.72 = 19.4
    expect(rows.map(({ shrinkage }) => shrinkage)).toEqual([0.28, 0.1, 0.1]);
    expect(rows[0]!.agents_to_roster).toBe(20);
    await writeFile(at('shrinkage.csv'), 'reason,fraction,kind,from,until\nnight,0.1,unplanned,22:00,06:00\n');
    const refused = await runCommandLine([...inputs(), '--shrinkage-file', at('shrinkage.csv')]);
    expect(refused.error).toContain(':2: fromMinute (1320) of night must be below untilMinute (360)');
  });

  it('refuses rows of one queue that lie on no common grid', async () => {
    const rows = [
      '09:00Z,2026-11-04T09:30Z',
      '09:30Z,2026-11-04T10:30Z',
      '11:10Z,2026-11-04T11:40Z',
      '09:00Z,2026-11-04T09:30Z',
    ];
    await writeFile(
      at('odd.csv'),
      `start,end,contacts,handle_seconds\n${rows.map((row) => `2026-11-04T${row},5,60\n`).join('')}`,
    );
    const { exitCode, error } = await runCommandLine(['requirement', '--forecast', at('odd.csv'), '--goal', '80/20']);
    expect(exitCode).toBe(2);
    expect(error).toContain("odd.csv:3: end: the interval is not as long as the queue's first one, 1800 s");
    expect(error).toContain('odd.csv:4: start: is not a whole number of intervals');
    expect(error).toContain('odd.csv:5: start: stands there twice');
  });

  it('leaves out rows with problems when told to, and writes numbers as numbers', async () => {
    await writeFile(at('forecast.csv'), FORECAST.replace(',0,0,0,0,0,180', ',none,0,0,0,0,180'));
    const refused = await runCommandLine([...inputs(), '--json']);
    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    const ran = await runCommandLine([...inputs(), '--json', '--skip-bad-rows']);
    expect(ran.error).toContain("forecast.csv:3: contacts: 'none' is not a number");
    const { rows } = JSON.parse(ran.out) as { rows: object[] };
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ queue: 'sales', contacts: 100, contacts_p90: 115, handle_seconds: 180 });
  });

  it('names a queue without a goal', async () => {
    await writeFile(at('goals.csv'), 'queue,service_level,answer_within_seconds\nsales,0.8,20\n');
    const { exitCode, error } = await runCommandLine(inputs());
    expect(exitCode).toBe(2);
    expect(error).toBe(`${at('forecast.csv')}:4: queue: 'care' has no row in ${at('goals.csv')}\n`);
  });

  it('reports a local time that exists twice unless told which', async () => {
    await writeFile(at('night.csv'), 'start,end,contacts,handle_seconds\n2025-10-26T02:00,2025-10-26T02:30,100,180\n');
    const night = ['requirement', '--forecast', at('night.csv'), '--goal', '80/20', '--zone', 'Europe/Berlin'];
    const unsure = await runCommandLine(night);
    expect(unsure.exitCode).toBe(2);
    expect(unsure.error).toContain(':2: start:');
    expect(unsure.error).toContain('exists twice in Europe/Berlin');
    const { out } = await runCommandLine([...night, '--ambiguous', 'later', '--json']);
    expect(JSON.parse(out)).toMatchObject({ rows: [{ start: '2025-10-26T01:00:00Z', required_agents: 14 }] });
  });

  it('asks for a goal when there is none', async () => {
    const { exitCode, error } = await runCommandLine(['requirement', '--forecast', at('forecast.csv')]);
    expect([exitCode, error]).toEqual([
      2,
      'goal: missing; give a service level such as 80/20, or another goal; or give --goals\n',
    ]);
  });

  it('counts contacts still in hand, across a pause and in any order of rows, when told to', async () => {
    const rows = [
      '11:00:00Z,2026-11-04T11:30:00Z,0,1800',
      '09:00:00Z,2026-11-04T09:30:00Z,20,1800',
      '09:30:00Z,2026-11-04T10:00:00Z,20,1800',
    ];
    await writeFile(
      at('long.csv'),
      `start,end,contacts,handle_seconds\n${rows.map((row) => `2026-11-04T${row}\n`).join('')}`,
    );
    const long = ['requirement', '--forecast', at('long.csv'), '--model', 'workload', '--json'];
    const agents = async (...more: string[]): Promise<unknown> => {
      const { out } = await runCommandLine([...long, ...more]);
      return (JSON.parse(out) as { rows: { required_agents: number }[] }).rows.map(
        ({ required_agents: required }) => required,
      );
    };
    expect(await agents('--load-method', 'interval')).toEqual([0, 20, 20]);
    // 20/e = 7.4; 20 - 20 (1 - 1/e)/e = 15.3; after an hour's pause 20 (1 - 1/e²) (1 - 1/e)/e² = 1.5
    expect(await agents('--load-start', 'empty')).toEqual([2, 8, 16]);
    expect(await agents('--load-start', 'running')).toEqual([2, 20, 20]);
    // A handle time earlier: nothing at 10:30, nothing before the opening, 20 contacts at 9:00.
    expect(await agents('--load-method', 'lagged', '--load-start', 'empty')).toEqual([0, 0, 20]);
  });
});
