import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeHistory } from '../../../../../tests/kit/queue-history-builder.js';
import { runCommandLine } from '../../frame/run-for-test.js';

// Two queues are backtested by every method; a busy machine needs its time for that.
jest.setTimeout(60_000);

/** Weeks of an office as CSV lines of one queue. */
const officeRows = (queue: string, days = 84): string[] =>
  officeHistory({ days }).days.flatMap(({ on, contacts }) =>
    [...contacts].flatMap((count, hour) =>
      Number.isNaN(count) ? [] : [`${queue},${on} ${String(hour).padStart(2, '0')}:00,${count},180`],
    ),
  );

describe('yotei forecast for young queues and far weeks', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-horizons-'));
    await writeFile(at('history.csv'), ['queue,start,contacts,handle_seconds', ...officeRows('voice')].join('\n'));
    await writeFile(
      at('curve.csv'),
      [
        'weekday,opens,closes,contacts,handle_seconds',
        'mon,08:00,18:00,300,240',
        'tue,08:00,10:00,80,240',
        'tue,10:00,18:00,160,240',
      ].join('\n'),
    );
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const common = ['forecast', '--interval', '1h', '--zone', 'Asia/Tokyo', '--from', '2026-03-30'];
  const past = () => ['--history', at('history.csv')];
  const rowsOf = (out: string) => {
    const [header, ...lines] = out
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    return lines.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index]!])));
  };

  it('needs no history for a queue with a typed curve', async () => {
    const { exitCode, out, error } = await runCommandLine([...common, '--curve', at('curve.csv'), '--horizon', '7d']);
    expect(exitCode).toBe(0);
    const rows = rowsOf(out);
    expect(rows).toHaveLength(20); // ten hours on Monday and on Tuesday
    expect(rows[0]).toMatchObject({ start: '2026-03-30T08:00:00+09:00', contacts: '30', handle_seconds: '240' });
    expect(rows[10]!['contacts']).toBe('40'); // 80 over two hours
    expect(Number(rows[0]!['contacts_p90'])).toBeGreaterThan(30 * (1 + 1.2 * 0.3));
    expect(error).toContain('0 days of history, too few to compare methods');
  });

  it('forecasts a queue like another, at its share, and says which days were borrowed', async () => {
    const { out, error } = await runCommandLine([...common, ...past(), '--like', 'chat=voice@0.5', '--horizon', '7d']);
    const rows = rowsOf(out);
    const [chat, voice] = ['chat', 'voice'].map((queue) => rows.filter((row) => row['queue'] === queue));
    expect(chat).toHaveLength(50);
    expect(Number(chat![0]!['contacts']) / Number(voice![0]!['contacts'])).toBeCloseTo(0.5, 1);
    expect(error).toContain(
      "queue 'chat': 60 days from 2026-01-05 to 2026-03-27 are borrowed from 'voice': share 50.0 %, as given",
    );
  });

  it('splits a queue by a lineage file, and says what share it cannot learn', async () => {
    await writeFile(
      at('lineage.csv'),
      'queue,kind,from,share,since\nvip,split,voice,0.2,2026-03-30\nnew,like,voice,,2026-03-30\n',
    );
    const { out, error } = await runCommandLine([
      ...common,
      ...past(),
      '--lineage',
      at('lineage.csv'),
      '--horizon',
      '7d',
    ]);
    const total = (queue: string) =>
      rowsOf(out)
        .filter((row) => row['queue'] === queue)
        .reduce((sum, row) => sum + Number(row['contacts']), 0);
    expect(total('vip') / (total('vip') + total('voice'))).toBeCloseTo(0.2, 2);
    expect(error).toContain(
      "queue 'new': the share of 'new' in 'voice' cannot be learned, no day has both; write it down; not forecast",
    );
    await writeFile(at('lineage.csv'), 'queue,kind,from,share,since\nvip,halved,voice,2,soon\n');
    const bad = await runCommandLine([...common, ...past(), '--lineage', at('lineage.csv')]);
    expect(bad.exitCode).toBe(2);
    expect(bad.error).toContain(`${at('lineage.csv')}:2: kind: 'halved' is not one of split, moved, merged, like`);
    expect(bad.error).toContain(`${at('lineage.csv')}:2: since: 'soon' is not a date`);
  });

  it('forecasts by week with its components, and is honest about the missing year', async () => {
    await writeFile(at('growth.csv'), 'kind,from,value,queue\nstep-percent,2026-06-01,10,voice\n');
    const { exitCode, out, error } = await runCommandLine([
      ...common,
      ...past(),
      '--by',
      'week',
      '--horizon',
      '78w',
      '--growth',
      at('growth.csv'),
    ]);
    expect(exitCode).toBe(0);
    const rows = rowsOf(out);
    expect(rows).toHaveLength(78);
    expect(rows[0]).toMatchObject({
      queue: 'voice',
      start: '2026-03-30T00:00:00+09:00',
      end: '2026-04-06T00:00:00+09:00',
      growth: '0',
    });
    for (const row of rows) {
      const parts = ['base', 'trend', 'season', 'calendar', 'growth'].reduce((sum, name) => sum + Number(row[name]), 0);
      expect(parts / Number(row['contacts'])).toBeCloseTo(1, 3);
    }
    expect(Number(rows[20]!['growth']) / Number(rows[20]!['contacts'])).toBeCloseTo(0.1 / 1.1, 3);
    expect(error).toBe(
      'queue voice: 12 weeks of history; no yearly shape: under a year of history, so the bands allow for a season nobody has seen\n',
    );
  });

  it('writes the weeks by interval as well, adding up to each week', async () => {
    const { exitCode, out } = await runCommandLine([
      ...common,
      ...past(),
      '--by',
      'week',
      '--horizon',
      '2w',
      '--intervals-out',
      at('intervals.csv'),
    ]);
    expect(exitCode).toBe(0);
    const intervals = rowsOf(await readFile(at('intervals.csv'), 'utf8'));
    expect(intervals).toHaveLength(2 * 5 * 10); // five days of ten hours a week
    expect(intervals[0]).toMatchObject({ queue: 'voice', start: '2026-03-30T08:00:00+09:00' });
    const sumOf = (week: number) =>
      intervals.slice(50 * week, 50 * week + 50).reduce((sum, row) => sum + Number(row['contacts']), 0);
    for (const [week, row] of rowsOf(out).entries()) expect(sumOf(week) / Number(row['contacts'])).toBeCloseTo(1, 3);
  });

  it('backtests the past that a lineage makes', async () => {
    await writeFile(at('lineage.csv'), 'queue,kind,from,share,since\nvip,split,voice,0.2,2026-03-01\n');
    const { exitCode, out, error } = await runCommandLine([
      ...['backtest', '--interval', '1h', '--zone', 'Asia/Tokyo', '--method', 'planner-mean', '--origins', '2'],
      ...past(),
      '--lineage',
      at('lineage.csv'),
    ]);
    expect(exitCode).toBe(0);
    expect(rowsOf(out).map((row) => row['queue'])).toEqual(['vip', 'voice']);
    expect(error).toContain("queue 'vip': ");
    expect(error).toContain('days are made from another queue’s');
  });

  it('asks for what is missing', async () => {
    const nothing = await runCommandLine(common);
    expect(nothing).toMatchObject({
      exitCode: 2,
      error: '--history: missing; expected a CSV file, or --curve for a queue without a past\n',
    });
    const odd = await runCommandLine([...common, ...past(), '--by', 'week', '--horizon', '30d']);
    expect(odd).toMatchObject({
      exitCode: 2,
      error: '--horizon: 30 days are not 1 to 160 whole weeks; expected for example 78w\n',
    });
    const self = await runCommandLine([...common, ...past(), '--like', 'voice=voice']);
    expect(self.exitCode).toBe(2);
    await writeFile(at('curve.csv'), 'weekday,opens,closes,contacts\nmon,08:00,18:00,0\n');
    const flat = await runCommandLine([...common, '--curve', at('curve.csv')]);
    expect(flat.error).toContain('weekdays must hold contacts in some interval; type at least one');
  });
});
