import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../frame/run-for-test.js';

const even = (mean: number): number[] => Array.from({ length: 200 }, (_, i) => (mean * 2 * (i + 0.5)) / 200);
const parameters = (handleSeconds: number | null, patienceSeconds: number | null) => ({
  parameters: {
    handleSeconds,
    handleCv: handleSeconds && 0.58,
    patienceSeconds,
    intervalRateCv: 0.2,
    rateCv: { day: 0.1, interval: 0.17 },
    handleSecondsValues: handleSeconds && even(handleSeconds),
    patienceSecondsValues: patienceSeconds && even(patienceSeconds),
  },
});

describe('--parameters', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-parameters-'));
    await writeFile(
      at('parameters.json'),
      JSON.stringify({
        form: 1,
        all: parameters(180, 300),
        queues: [
          { queue: 'care', ...parameters(240, null) },
          { queue: 'sales', ...parameters(120, 60) },
        ],
      }),
    );
    await writeFile(
      at('forecast.csv'),
      [
        'queue,start,end,contacts',
        ...['care', 'sales', 'other'].map((queue) => `${queue},2026-11-02T09:00Z,2026-11-02T09:30Z,100`),
      ].join('\n'),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));
  const agentsOf = async (...args: string[]): Promise<Record<string, number>> => {
    const { out, error } = await runCommandLine([...args, '--json']);
    if (out === '') throw new Error(error);
    const { rows } = JSON.parse(out) as { rows: Record<string, string | number>[] };
    return Object.fromEntries(rows.map((row) => [row['queue'], row['required_agents'] ?? row['agents']]));
  };
  const given = (): readonly string[] => ['--parameters', at('parameters.json'), '--goal', '80/20'];

  it('fills handle time and patience of a single load from all contacts', async () => {
    const load = ['staff', '--contacts', '100', '--interval', '30m', '--goal', '80/20', '--json'];
    const [filled, spelt] = await Promise.all([
      runCommandLine([...load, '--parameters', at('parameters.json')]),
      runCommandLine([...load, '--handle-time', '180s', '--patience', '300s']),
    ]);
    expect(filled.out).toBe(spelt.out);
    expect(JSON.parse(filled.out)).toMatchObject({ model: 'erlang-a', agents: 13 });
    const other = await runCommandLine([...load, '--parameters', at('parameters.json'), '--handle-time', '360s']);
    expect(JSON.parse(other.out)).toMatchObject({ load_erlangs: 20 });
  });

  it('staffs each queue of a forecast or a file of loads by its own figures, and by those of all where it has none', async () => {
    const agents = await agentsOf(
      'requirement',
      '--forecast',
      at('forecast.csv'),
      '--load-method',
      'interval',
      ...given(),
    );
    const alone = async (handle: number, patience: number): Promise<number> => {
      const load = ['staff', '--contacts', '100', '--interval', '30m', '--goal', '80/20', '--json'];
      const { out } = await runCommandLine([...load, '--handle-time', `${handle}`, '--patience', `${patience}`]);
      return (JSON.parse(out) as { agents: number }).agents;
    };
    const wanted = { care: await alone(240, 300), sales: await alone(120, 60), other: await alone(180, 300) };
    expect(agents).toEqual(wanted);
    await writeFile(
      at('loads.csv'),
      ['queue,contacts,interval_seconds', ...['care', 'sales', 'other'].map((queue) => `${queue},100,1800`)].join('\n'),
    );
    expect(await agentsOf('staff', '--in', at('loads.csv'), ...given())).toEqual(wanted);
  });

  it('lets the forecast’s quantiles win over the spread of the log', async () => {
    await writeFile(
      at('banded.csv'),
      'queue,start,end,contacts,contacts_p05,contacts_p95\nother,2026-11-02T09:00Z,2026-11-02T09:30Z,100,83,117\n',
    );
    const staffed = ['--staffed-for', '0.9', '--load-method', 'interval', ...given()];
    const banded = await agentsOf('requirement', '--forecast', at('banded.csv'), ...staffed);
    const spread = await agentsOf('requirement', '--forecast', at('forecast.csv'), ...staffed);
    expect(banded['other']!).toBeLessThan(spread['other']!);
  });

  it('simulates with the log’s own handle times and patience', async () => {
    await writeFile(
      at('requirement.csv'),
      'queue,start,end,contacts,required_agents\nsales,2026-11-02T09:00Z,2026-11-02T13:00Z,800,5\n',
    );
    const simulate = ['simulate', '--requirement', at('requirement.csv'), '--replications', '20', ...given()];
    const { out } = await runCommandLine(simulate);
    expect(out).toContain('handle times drawn from the log; patience drawn from the log');
    const narrow = await runCommandLine([...simulate, '--handle-cv', '0.5']);
    expect(narrow.out).toContain('handle times lognormal, cv 0.5; patience drawn from the log');
    const { rows } = JSON.parse((await runCommandLine([...simulate, '--json'])).out) as {
      rows: Record<string, number | string>[];
    };
    const whole = rows.find(({ span }) => span === 'all')!;
    // 800 x 120 s in 4 h are 6.7 erlangs for 5 agents: a quarter at least must leave, and nobody waits beyond 120 s.
    expect(whole['abandonment']).toBeGreaterThan(0.22);
    expect(whole['abandonment']).toBeLessThan(0.45);
    expect(whole['asa_seconds']).toBeLessThan(120);
  });

  it.each([
    ['{', 'is not JSON'],
    ['{"form":2}', 'form: must be 1'],
    ['{"form":1}', 'all: has no parameters'],
    [
      '{"form":1,"all":{"parameters":{"handleSeconds":-1}}}',
      'all.parameters.handleSeconds: must be a number, 0 or more',
    ],
    [
      '{"form":1,"all":{"parameters":{"patienceSecondsValues":[3,2]}}}',
      'all.parameters.patienceSecondsValues: must be a list of ascending',
    ],
  ])('refuses %s', async (text, words) => {
    await writeFile(at('bad.json'), text);
    const { exitCode, error } = await runCommandLine([
      'staff',
      '--contacts',
      '1',
      '--interval',
      '30m',
      '--goal',
      '80/20',
      '--parameters',
      at('bad.json'),
    ]);
    expect(exitCode).toBe(2);
    expect(error).toContain(words);
  });

  it('names a file that is not there', async () => {
    const { exitCode, error } = await runCommandLine(['staff', '--contacts', '1', '--parameters', at('none.json')]);
    expect([exitCode, error]).toEqual([2, `${at('none.json')}: no such file\n`]);
  });
});
