import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { runCommandLine } from '../frame/run-for-test.js';

/** Twelve weeks of an office from Monday 2026-01-05, hourly, local times without offset. */
const ROWS = officeHistory().days.flatMap(({ on, contacts }) =>
  [...contacts].flatMap((count, hour) =>
    Number.isNaN(count) ? [] : [`${on} ${String(hour).padStart(2, '0')}:00,${count},180`],
  ),
);

// Every method and the choice among them, on a machine that may be busy.
jest.setTimeout(120_000);

describe('yotei backtest, origin by origin', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-origins-'));
    await write('history.csv', ROWS);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const write = (name: string, rows: readonly string[]): Promise<void> =>
    writeFile(join(folder, name), ['start,contacts,handle_seconds', ...rows].join('\n'));
  const common = (name: string, ...extra: string[]): string[] => [
    'backtest',
    '--history',
    join(folder, name),
    '--interval',
    '1h',
    '--zone',
    'UTC',
    '--horizon',
    '7d',
    ...extra,
  ];
  const measured = async (name: string, ...extra: string[]): Promise<Record<string, number | null>[]> => {
    const { out } = await runCommandLine(common(name, ...extra, '--method', 'planner-mean,auto', '--json'));
    return (JSON.parse(out) as { rows: Record<string, number | null>[] }).rows;
  };

  it('forecasts every week from --from to --until, and what comes later changes nothing', async () => {
    const span = ['--from', '2026-03-02', '--until', '2026-03-22'];
    const rows = await measured('history.csv', ...span);
    expect(rows.map(({ origins }) => origins)).toEqual([3, 3]); // Mondays 2, 9 and 16 March
    await write(
      'wild.csv',
      ROWS.map((line) => (line < '2026-03-23' ? line : line.replace(/,\d+,/, ',9999,'))),
    );
    const timeless = (found: typeof rows) => found.map(({ fit_seconds: _, ...row }) => row);
    expect(timeless(await measured('wild.csv', ...span))).toEqual(timeless(rows));
  });

  it('puts each error beside that of the mean of the last four same weekdays', async () => {
    const [habit, auto] = await measured('history.csv', '--origins', '3');
    expect(habit!['ratio_to_mean_of_4']).toBe(1);
    expect(auto!['ratio_to_mean_of_4']).toBeCloseTo(auto!['wape_by_interval']! / habit!['wape_by_interval']!, 4);
  });

  it('ends with 3 after Ctrl-C and writes the methods finished by then', async () => {
    const controller = new AbortController();
    const running = runCommandLine(common('history.csv', '--origins', '8'), { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    const { exitCode, out, error } = await running;
    expect([exitCode, error]).toEqual([3, '']);
    const lines = out.trim().split('\n');
    expect(lines[0]).toMatch(/^queue,method,origins,/);
    expect(lines.some((line) => line.startsWith(',auto,'))).toBe(false);
  });

  it('leaves measures empty where nothing came, and never writes NaN', async () => {
    await write(
      'zeros.csv',
      ROWS.map((line) => line.replace(/,\d+,/, ',0,')),
    );
    const { exitCode, out } = await runCommandLine(common('zeros.csv', '--method', 'planner-mean,auto'));
    expect(exitCode).toBe(0);
    expect(out).toContain('planner-mean,8,40,,,'); // no contacts to divide the error by
    expect(out).not.toMatch(/NaN|Infinity/);
  });

  it('says that there is too little history when no origin has any', async () => {
    await write('short.csv', ROWS.slice(0, 100));
    const { exitCode, out, error } = await runCommandLine(common('short.csv', '--quiet'));
    expect([exitCode, out]).toEqual([2, '']);
    expect(error).toContain('too little history to backtest');
  });
});
