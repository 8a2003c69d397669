import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { runCommandLine } from '../frame/run-for-test.js';

/** Twelve weeks of half hours, weekdays 08:00 to 18:00. */
const LINES = queueHistory({
  fromOn: '2026-01-05',
  days: 84,
  stepMinutes: 30,
  contacts: ({ weekday, minuteOfDay, dayIndex }) =>
    weekday > 5 || minuteOfDay < 480 || minuteOfDay >= 1080
      ? Number.NaN
      : 20 + weekday + ((minuteOfDay / 30 + dayIndex) % 5),
}).days.flatMap(({ on, contacts }) =>
  [...contacts].flatMap((count, index) => {
    const clock = `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;
    return Number.isNaN(count) ? [] : [`${on} ${clock},${count},${150 + index}`];
  }),
);

// Every method and the choice among them, on a machine that may be busy.
jest.setTimeout(120_000);

describe('the commands on a history file', () => {
  let folder: string;
  const before = process.cwd();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-commands-'));
    await writeFile(join(folder, 'history.csv'), ['start,contacts,handle_seconds', ...LINES].join('\n'));
    process.chdir(folder);
  });
  afterEach(async () => {
    process.chdir(before);
    await rm(folder, { recursive: true });
  });
  const common = ['--history', 'history.csv', '--zone', 'America/New_York'];

  it.each(['forecast', 'backtest'])(
    'runs the example of yotei %s --help as it stands',
    async (command) => {
      const { out: help } = await runCommandLine([command, '--help']);
      const [, example] = /^ {2}npx yotei (.+)$/m.exec(help)!;
      const ran = await runCommandLine(example!.split(' '));
      expect(ran).toMatchObject({ exitCode: 0, error: '' });
      const text = command === 'forecast' ? await readFile('forecast.csv', 'utf8') : ran.out;
      expect(text.length).toBeGreaterThan(1000);
    },
    120_000,
  ); // all methods and the choice among them

  it('writes nothing but the result to standard output, and the same to a file, packed when its name says so', async () => {
    const command = ['forecast', ...common, '--horizon', '7d', '--method', 'planner-mean'];
    const plain = await runCommandLine([...command, '--out', '-']);
    expect(plain).toMatchObject({ exitCode: 0, error: '' });
    expect((await runCommandLine([...command, '--out', 'a.csv.gz'])).out).toBe('');
    expect((await readFile('a.csv.gz')).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const again = await runCommandLine([
      'forecast',
      ...common,
      '--method',
      'planner-mean',
      '--horizon',
      '1w',
      '--quiet',
    ]);
    expect(again.out).toBe(plain.out);
  });

  it('tells the progress as JSON lines when asked, and is silent with --quiet', async () => {
    const command = ['backtest', ...common, '--origins', '2', '--method', 'planner-mean,planner-mean-8'];
    const { error } = await runCommandLine([...command, '--progress', 'json']);
    const told = error
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { fraction: number | null }).fraction ?? 0);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect((await runCommandLine([...command, '--progress', 'json', '--quiet'])).error).toBe('');
  });

  it('gives day totals that are the sums of the intervals, and the error of handle time, in one document', async () => {
    const { out } = await runCommandLine([
      'forecast',
      ...common,
      '--horizon',
      '14d',
      '--method',
      'planner-mean',
      '--json',
    ]);
    const { days, rows } = JSON.parse(out) as {
      days: { on: string; contacts: number; handle_seconds: number }[];
      rows: { start: string; contacts: number; handle_seconds: number; handle_standard_error_seconds: number }[];
    };
    expect(days).toHaveLength(10);
    for (const { on, contacts } of days) {
      const sum = rows.filter(({ start }) => start.startsWith(on)).reduce((total, row) => total + row.contacts, 0);
      expect(Math.abs(sum / contacts - 1)).toBeLessThan(1e-5); // rows have six digits
    }
    for (const row of rows) {
      expect(row.handle_standard_error_seconds).toBeGreaterThanOrEqual(0);
      expect(row.handle_standard_error_seconds).toBeLessThan(row.handle_seconds);
    }
  });

  it('sums the file to whole days, which may have 23 hours', async () => {
    const { out } = await runCommandLine([
      'forecast',
      ...common,
      '--interval',
      '1d',
      '--from',
      '2026-03-06',
      '--horizon',
      '7d',
      '--method',
      'seasonal-naive',
    ]);
    const rows = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows.map(([, start, end]) => [start, end])).toEqual([
      ['2026-03-06T00:00:00-05:00', '2026-03-07T00:00:00-05:00'],
      ['2026-03-09T00:00:00-04:00', '2026-03-10T00:00:00-04:00'],
      ['2026-03-10T00:00:00-04:00', '2026-03-11T00:00:00-04:00'],
      ['2026-03-11T00:00:00-04:00', '2026-03-12T00:00:00-04:00'],
      ['2026-03-12T00:00:00-04:00', '2026-03-13T00:00:00-04:00'],
    ]);
    const lastFriday = LINES.filter((line) => line.startsWith('2026-02-27')).reduce(
      (sum, line) => sum + Number(line.split(',')[1]),
      0,
    );
    expect(Number(rows[0]![3])).toBe(lastFriday);
  });

  it('judges handle time when asked, beside the plain mean', async () => {
    const { exitCode, out } = await runCommandLine([
      'backtest',
      ...common,
      '--measure',
      'handle-time',
      '--origins',
      '3',
      '--max-wape',
      '0.02',
    ]);
    expect(exitCode).toBe(0);
    const [model, plain] = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect([model![1], plain![1], model![3]]).toEqual(['handle-time', 'plain-mean', '15']);
    expect(Number(plain![5])).toBeGreaterThan(0.02);
  });

  it('says so when nothing of the horizon is open', async () => {
    const ran = await runCommandLine([
      'forecast',
      ...common,
      '--from',
      '2026-03-28',
      '--horizon',
      '2d',
      '--method',
      'planner-mean',
    ]);
    expect(ran).toMatchObject({ exitCode: 0, error: 'no interval of the horizon is open; nothing to forecast\n' });
    expect(ran.out.trim().split('\n')).toHaveLength(1);
  });
});
