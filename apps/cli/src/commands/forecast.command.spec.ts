import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { runCommandLine } from '../frame/run-for-test.js';

/** Twelve weeks of an office as CSV lines, local times without offset. */
function officeRows(queue?: string): string[] {
  return officeHistory().days.flatMap(({ on, contacts }) =>
    [...contacts].flatMap((count, hour) =>
      Number.isNaN(count)
        ? []
        : [`${queue === undefined ? '' : `${queue},`}${on} ${String(hour).padStart(2, '0')}:00,${count},180`],
    ),
  );
}

// Every method and the choice among them, on a machine that may be busy.
jest.setTimeout(120_000);

describe('yotei forecast', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-forecast-'));
    await writeFile(join(folder, 'history.csv'), ['start,contacts,handle_seconds', ...officeRows()].join('\n'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const common = (name = 'history.csv'): string[] => [
    'forecast',
    '--history',
    at(name),
    '--interval',
    '1h',
    '--zone',
    'Asia/Tokyo',
    '--horizon',
    '7d',
  ];

  it('writes one row for each open interval of the week after the history, in time order, with bands and handle time', async () => {
    const ran = await runCommandLine([...common(), '--from', '2026-03-30', '--out', at('forecast.csv')]);
    expect(ran).toMatchObject({ exitCode: 0, out: '', error: '' });
    const [header, ...lines] = (await readFile(at('forecast.csv'), 'utf8')).trim().split('\n');
    expect(header).toBe('queue,start,end,contacts,contacts_p05,contacts_p10,contacts_p90,contacts_p95,handle_seconds');
    expect(lines).toHaveLength(50); // five days of ten hours; the weekend is closed
    expect(lines[0]).toMatch(/^,2026-03-30T08:00:00\+09:00,2026-03-30T09:00:00\+09:00,/);
    const [, , , contacts, p05, , , p95, handle] = lines[0]!.split(',').map(Number);
    expect(contacts! / 117).toBeCloseTo(1, 1); // 130 x (1.2 - 180 / 600)
    expect(p05! < contacts! && contacts! < p95!).toBe(true);
    expect(handle).toBe(180);
  });

  it('changes the days of an event by the effect given', async () => {
    await writeFile(at('events.csv'), 'from,kind,title,effect\n2026-03-31,campaign,Sale,0.5\n');
    const tuesday = async (...more: string[]) => {
      const ran = await runCommandLine([...common(), '--from', '2026-03-30', '--method', 'planner-mean', ...more]);
      return Number(
        ran.out
          .split('\n')
          .find((line) => line.startsWith(',2026-03-31T11'))!
          .split(',')[3],
      );
    };
    expect((await tuesday('--events', at('events.csv'))) / (await tuesday())).toBeCloseTo(1.5, 3);
  });

  it('writes what looks odd with its reason, and forecasts without what the planner leaves out', async () => {
    const rows = officeRows().map((line) => (line.startsWith('2026-03-25') ? line.replace(/,(\d+),/, ',$19,') : line));
    await writeFile(at('spoilt.csv'), ['start,contacts,handle_seconds', ...rows].join('\n'));
    const run = (...more: string[]) =>
      runCommandLine([...common('spoilt.csv'), '--method', 'planner-mean', '--out', at('forecast.csv'), ...more]);
    expect(await run('--unusual', at('unusual.csv'))).toMatchObject({ exitCode: 0 });
    const [header, line] = (await readFile(at('unusual.csv'), 'utf8')).trim().split('\n');
    expect(header).toBe('id,queue,kind,from,until,contacts,expected,score,reason,suggested,data,action');
    expect(line).toMatch(/,high-day,2026-03-25T00:00:00\+09:00,2026-03-26T00:00:00\+09:00,.*day-total ratio=.*,event,/);
    const asItWas = await readFile(at('forecast.csv'), 'utf8');
    await writeFile(at('decisions.csv'), [header, `${line!}leave-out`].join('\n'));
    const decided = await run('--decisions', at('decisions.csv'), '--unusual', at('unusual.csv'), '--explain');
    expect(decided.error).toContain('left out 2026-03-25: decided');
    expect(await readFile(at('forecast.csv'), 'utf8')).not.toBe(asItWas);
    expect((await readFile(at('unusual.csv'), 'utf8')).trim().split('\n')).toHaveLength(1);
    await writeFile(at('decisions.csv'), [header, `${line!}forget`].join('\n'));
    expect((await run('--decisions', at('decisions.csv'))).error).toContain(
      "decisions.csv:2: action: 'forget' is not one of",
    );
  });

  it('forecasts the same whatever the history says of later days', async () => {
    const early = officeRows().filter((line) => line < '2026-03-16');
    await writeFile(at('early.csv'), ['start,contacts,handle_seconds', ...early].join('\n'));
    const late = officeRows().filter((line) => line >= '2026-03-16');
    await writeFile(
      at('wild.csv'),
      ['start,contacts,handle_seconds', ...early, ...late.map((line) => line.replace(/,\d+,/, ',9999,'))].join('\n'),
    );
    const [a, b] = await Promise.all(
      ['early.csv', 'wild.csv'].map((name) => runCommandLine([...common(name), '--from', '2026-03-16'])),
    );
    expect(a!.exitCode).toBe(0);
    expect(a!.out).toBe(b!.out);
  });

  it('keeps queues apart and names a queue with too little history', async () => {
    await writeFile(
      at('two.csv'),
      ['queue,start,contacts,handle_seconds', ...officeRows('sales'), 'care,2026-03-27 09:00,5,100'].join('\n'),
    );
    const { exitCode, out, error } = await runCommandLine([...common('two.csv'), '--from', '2026-03-30']);
    expect(exitCode).toBe(0);
    expect(error).toBe(
      `${at('two.csv')}: queue 'care' has 1 day of history, too few to compare methods; its bands are wide and assumed\n`,
    );
    const lines = out.split('\n').slice(1, -1);
    expect(lines.filter((line) => line.startsWith('sales,'))).toHaveLength(50);
    expect(lines.filter((line) => line.startsWith('care,'))).toHaveLength(5); // Friday at nine, and four weekdays like it
  });

  it('closes the day an event closes, and says why the method was taken', async () => {
    await writeFile(at('events.csv'), 'from,kind,title\n2026-04-01,closed,move of the office\n');
    const { out, error } = await runCommandLine([
      ...common(),
      '--from',
      '2026-03-30',
      '--events',
      at('events.csv'),
      '--explain',
    ]);
    expect(out).not.toContain('2026-04-01T09');
    expect(out).toContain('2026-04-02T09');
    expect(error).toContain('forecast: trained until 2026-03-27');
    expect(error).toMatch(/planner-mean +WAPE/);
  });

  it('keeps to the opening hours given, and reports a wrong one', async () => {
    await writeFile(at('hours.csv'), ['weekday,opens,closes', 'mon,09:00,12:00', '2,09:00,10:00'].join('\n'));
    const { out } = await runCommandLine([
      ...common(),
      '--method',
      'planner-mean',
      '--from',
      '2026-03-30',
      '--opening',
      at('hours.csv'),
    ]);
    const starts = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]!.slice(0, 13));
    expect(starts).toEqual(['2026-03-30T09', '2026-03-30T10', '2026-03-30T11', '2026-03-31T09']);
    await writeFile(at('hours.csv'), 'weekday,opens,closes\nsomeday,18:00,09:61\n');
    const refused = await runCommandLine([...common(), '--opening', at('hours.csv')]);
    expect(refused.exitCode).toBe(2);
    expect(refused.error).toContain("hours.csv:2: weekday: 'someday' is not a weekday");
    expect(refused.error).toContain("hours.csv:2: closes: '09:61' is not a time of day");
  });

  it('reports every bad cell with its line, and leaves such rows out only when told to', async () => {
    await writeFile(
      at('bad.csv'),
      ['start,contacts,handle_seconds', 'yesterday,5,100', '2026-01-05 09:00,many,100', ...officeRows()].join('\n'),
    );
    const refused = await runCommandLine(common('bad.csv'));
    expect(refused.exitCode).toBe(2);
    expect(refused.error.split('\n')).toEqual([
      expect.stringContaining("bad.csv:2: start: 'yesterday' is not a time"),
      expect.stringContaining("bad.csv:3: contacts: 'many' is not a number"),
      '',
    ]);
    const skipped = await runCommandLine([...common('bad.csv'), '--method', 'planner-mean', '--skip-bad-rows']);
    expect(skipped.exitCode).toBe(0);
    expect(skipped.error).toContain('left out: ');
  });

  it('forecasts the rest of today from the contacts so far', async () => {
    await writeFile(
      at('today.csv'),
      ['start,contacts', ...[8, 9, 10, 11].map((hour) => `2026-03-30 ${String(hour).padStart(2, '0')}:00,150`)].join(
        '\n',
      ),
    );
    const rest = [...common(), '--method', 'planner-mean', '--actuals-so-far', at('today.csv'), '--explain'];
    const { exitCode, out, error } = await runCommandLine([...rest, '--at', '2026-03-30T12:00']);
    expect(exitCode).toBe(0);
    const starts = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect(starts).toEqual([12, 13, 14, 15, 16, 17].map((hour) => `2026-03-30T${hour}:00:00+09:00`));
    expect(error).toMatch(/^rest of the day: .* 600 contacts so far where \d+ were forecast, learned from \d+ days\n/);
    expect(error).toMatch(/to come: [\d,]+ \(8 of 10 times [\d,]+ to [\d,]+\); whole day: .* this morning [\d,]+\n/);
    expect(await runCommandLine(rest)).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('--at: missing') as string,
    });
  });

  it('counts a file of one row a contact, and takes quiet hours of open days as zero', async () => {
    const contacts = officeHistory().days.flatMap(({ on }) =>
      ['08:10', '08:50', '12:30', '17:59'].map((time) => `${on}T${time},60`),
    );
    await writeFile(at('contacts.csv'), ['arrived_at,handle_seconds', ...contacts].join('\n'));
    const { out } = await runCommandLine([...common('contacts.csv'), '--per-contact', '--method', 'planner-mean']);
    const lines = out
      .trim()
      .split('\n')
      .slice(1, 11)
      .map((line) => line.split(','));
    expect(lines.map((cells) => Number(cells[3]))).toEqual([2, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });

  it.each([
    [['--interval', '7m'], 'do not divide a day'],
    [['--horizon', '36h'], 'whole days'],
    [['--method', 'oracle'], 'Allowed choices'],
    [['--zone', 'Mars/Olympus'], 'is not an IANA time zone'],
  ])('refuses %j', async (extra, words) => {
    const { exitCode, error } = await runCommandLine([...common(), ...extra]);
    expect(exitCode).toBe(2);
    expect(error).toContain(words);
  });
});

describe('yotei backtest', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-backtest-'));
    await writeFile(join(folder, 'history.csv'), ['start,contacts,handle_seconds', ...officeRows()].join('\n'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const backtest = (...extra: string[]) =>
    runCommandLine([
      'backtest',
      '--history',
      join(folder, 'history.csv'),
      '--interval',
      '1h',
      '--zone',
      'UTC',
      '--horizon',
      '7d',
      '--origins',
      '4',
      ...extra,
    ]);

  it('gives each method its measures and the seconds of a fit', async () => {
    const { exitCode, out } = await backtest('--method', 'planner-mean,seasonal-naive,auto', '--json');
    expect(exitCode).toBe(0);
    const { rows } = JSON.parse(out) as { rows: Record<string, number | string>[] };
    expect(rows.map(({ method }) => method)).toEqual(['planner-mean', 'seasonal-naive', 'auto']);
    for (const row of rows) {
      expect(row).toMatchObject({ origins: 4, fits: 4, target_days: 20 });
      expect(row['wape_by_interval']).toBeGreaterThan(0);
      expect(row['wape_by_interval']).toBeLessThan(0.1);
      expect(row['fit_seconds']).toBeGreaterThan(0);
    }
  });

  it('answers 1 when the bar is missed and 0 when it is met', async () => {
    expect((await backtest('--method', 'planner-mean', '--max-wape', '0.001')).exitCode).toBe(1);
    expect((await backtest('--method', 'planner-mean', '--max-wape', '0.2')).exitCode).toBe(0);
  });

  it('refuses a method it does not know and names those it does', async () => {
    const { exitCode, error } = await backtest('--method', 'oracle');
    expect(exitCode).toBe(2);
    expect(error).toContain('expected some of seasonal-naive, planner-mean');
  });
});
