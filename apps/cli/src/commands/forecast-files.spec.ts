import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedDay, inventedQueue } from '../../../../tests/kit/invented-queues.js';
import { runCommandLine } from '../frame/run-for-test.js';

const queue = inventedQueue({ seed: 4, weeks: 12, level: 40, daySpread: 0.15, stepMinutes: 60 });
const rows = queue.days.flatMap(({ on, contacts }) =>
  [...contacts].flatMap((count, hour) =>
    Number.isNaN(count) ? [] : [`phone,${on} ${String(hour).padStart(2, '0')}:00,${count},180`],
  ),
);

describe('the files forecast writes beside its rows', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const cells = async (name: string) =>
    (await readFile(at(name), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split(','));
  const forecast = (...more: string[]) =>
    runCommandLine([
      ...['forecast', '--history', at('history.csv'), '--interval', '1h', '--zone', 'UTC', '--horizon', '14d'],
      ...['--from', inventedDay(12), '--method', 'planner-mean', '--out', at('forecast.csv'), ...more],
    ]);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-forecast-files-'));
    await writeFile(at('history.csv'), ['queue,start,contacts,handle_seconds', ...rows].join('\n'));
    const ran = await forecast(
      ...['--paths', '50', '--paths-out', at('paths.csv'), '--totals-out', at('totals.csv')],
      ...['--distribution-out', at('distribution.json')],
    );
    expect(ran).toMatchObject({ exitCode: 0, error: '' });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('hold whole contacts of each path for each open interval of the forecast', async () => {
    const [header, ...lines] = await cells('paths.csv');
    expect(header!.slice(0, 5)).toEqual(['queue', 'start', 'end', 'path_1', 'path_2']);
    expect(header).toHaveLength(53);
    expect(lines).toHaveLength((await cells('forecast.csv')).length - 1);
    expect(lines.every((line) => line.slice(3).every((count) => /^\d+$/.test(count)))).toBe(true);
  });

  it('hold day and week totals with bands narrower than the sum of the intervals’ bands', async () => {
    const [header, ...lines] = await cells('totals.csv');
    expect(header!.join()).toBe(
      'queue,span,start,days,contacts,contacts_p05,contacts_p10,contacts_p50,contacts_p90,contacts_p95',
    );
    expect(lines.map(([, span]) => span)).toEqual([...Array<string>(10).fill('day'), 'week', 'week']);
    const monday = lines[0]!;
    const intervals = (await cells('forecast.csv')).slice(1, 11);
    const sum = (column: number) => intervals.reduce((total, line) => total + Number(line[column]), 0);
    expect(Number(monday[4])).toBeCloseTo(sum(3), 1);
    expect(Number(monday[8]) - Number(monday[6])).toBeLessThan(sum(6) - sum(5) + sum(7) - sum(6));
    expect(lines[10]!.slice(1, 4)).toEqual(['week', inventedDay(12), '5']);
  });

  it('tell requirement and simulate how days and intervals go together', async () => {
    const staff = (...more: string[]) =>
      runCommandLine([
        ...['requirement', '--forecast', at('forecast.csv'), '--goal', '80/20', '--risk', '0.8', '--json', ...more],
      ]);
    const chance = async (...more: string[]): Promise<number> => {
      const ran = await staff(...more);
      expect(ran).toMatchObject({ exitCode: 0, error: '' });
      return (JSON.parse(ran.out) as { summary: { days: { chance_to_meet: number }[] }[] }).summary[0]!.days[0]!
        .chance_to_meet;
    };
    const loose = JSON.parse(await readFile(at('distribution.json'), 'utf8')) as {
      queues: { components: { withinDay: object } }[];
    };
    loose.queues[0]!.components.withinDay = { common: 0, neighbours: 0, decayPerHour: 0 };
    await writeFile(at('loose.json'), JSON.stringify(loose));
    // Where the intervals of a day go wrong together, a day is less sure to be met.
    expect(await chance('--distribution', at('distribution.json'))).toBeLessThan(
      await chance('--distribution', at('loose.json')),
    );
    await runCommandLine(['requirement', '--forecast', at('forecast.csv'), '--goal', '80/20', '--out', at('req.csv')]);
    const played = await runCommandLine([
      ...['simulate', '--requirement', at('req.csv'), '--goal', '80/20', '--replications', '5'],
      ...['--distribution', at('distribution.json')],
    ]);
    expect(played.out).toMatch(
      /arrival rates uncertain, \d+ % of it common to a day \(by the forecast’s past errors\)/,
    );
  });

  it('are refused before the work begins: a missing folder, paths without a file, a distribution that is none', async () => {
    expect((await forecast('--paths', '5')).error).toContain('--paths: needs --paths-out');
    expect((await forecast('--totals-out', at('nowhere/totals.csv'))).error).toContain('is not a folder');
    await writeFile(at('wrong.json'), '{"form":1,"queues":[{"queue":"phone","components":{}}]}');
    const ran = await runCommandLine([
      ...['requirement', '--forecast', at('forecast.csv'), '--goal', '80/20', '--distribution', at('wrong.json')],
    ]);
    expect(ran.exitCode).toBe(2);
    expect(ran.error).toContain('queues[0]');
  });
});
