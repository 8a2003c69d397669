import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatLocal } from '@yotei/time';
import { syntheticContacts } from '../../../../tests/kit/synthetic-contacts.js';
import { runCommandLine } from '../frame/run-for-test.js';

const ZONE = 'Europe/Dublin';
const HEADER = 'arrived_at,queue,outcome,wait_seconds,handle_seconds,agent';
const contacts = syntheticContacts({ seed: 1, days: 15, zone: ZONE, dayCv: 0.1 });

const ROWS = contacts.map(({ arrivedAt, outcome, waitSeconds, handleSeconds }, i) =>
  [
    formatLocal(arrivedAt, ZONE).slice(0, 19),
    i % 3 === 0 ? 'sales' : 'care',
    outcome,
    waitSeconds!.toFixed(1),
    handleSeconds?.toFixed(1) ?? '',
    outcome === 'answered' ? `agent ${i % 5}` : '',
  ].join(','),
);
/** Enough of them where only the reading matters. */
const FEW = ROWS.slice(0, 400);

describe('yotei calibrate', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-calibrate-'));
    await writeFile(join(folder, 'calls.csv'), [HEADER, ...ROWS, ''].join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const calibrate = (file: string, ...extra: string[]) =>
    runCommandLine(['calibrate', '--in', at(file), '--per-contact', '--zone', ZONE, ...extra]);
  const write = (name: string, lines: readonly string[]): Promise<void> => writeFile(at(name), lines.join('\n'));
  const parametersOf = (out: string, queue?: string) => {
    const document = JSON.parse(out);
    return (
      queue === undefined ? document.all : document.queues.find((entry: { queue: string }) => entry.queue === queue)
    ).parameters;
  };

  it('shows handle time, patience, arrivals and agents in tables', async () => {
    const { exitCode, out, error } = await calibrate('calls.csv', '--queue', 'care,sales');
    expect([exitCode, error]).toEqual([0, '']);
    for (const words of [
      'Handle time',
      'Patience',
      'Arrivals',
      'Agents at work',
      'Queue care',
      'Queue sales',
      'lognormal',
    ])
      expect(out).toContain(words);
    expect(out).toMatch(/queue time \/ abandonments +\d+ s {2}\(\d+ s … \d+ s\), [\d,]+ abandonments/);
    expect(out).not.toContain('agent 1');
    expect(out).not.toContain('NaN');
  });

  it('writes parameters by queue as JSON, near the truth the log was drawn from', async () => {
    const { exitCode, out, error } = await calibrate('calls.csv', '--out', at('parameters.json'));
    expect([exitCode, out]).toEqual([0, '']);
    expect(error).toContain('Handle time'); // the report for people goes beside the file
    const text = await readFile(at('parameters.json'), 'utf8');
    expect(text).not.toContain('agent ');
    for (const queue of [undefined, 'care', 'sales']) {
      const parameters = parametersOf(text, queue);
      expect(parameters.handleSeconds / 200).toBeCloseTo(1, 0);
      expect(Math.abs(parameters.handleSeconds - 200)).toBeLessThan(15);
      expect(Math.abs(parameters.handleCv - 1)).toBeLessThan(0.2);
      expect(Math.abs(parameters.patienceSeconds - 240)).toBeLessThan(40);
      expect(parameters.handleSecondsValues).toHaveLength(200);
      expect(parameters.patienceSecondsValues).toHaveLength(200);
    }
    const { rows, all, queues, zone, form } = JSON.parse(text);
    expect({ zone, form }).toEqual({ zone: ZONE, form: 1 });
    expect(rows).toMatchObject({ readCount: ROWS.length, usedCount: ROWS.length, badCount: 0, ignoredCount: 0 });
    expect(all.contacts.offeredCount).toBe(ROWS.length);
    expect(queues.map((entry: { queue: string }) => entry.queue)).toEqual(['care', 'sales']);
    expect(all.activity.agentCount).toBe(5);
  });

  it('reads other names, other codes, tabs and packed files, and instants instead of seconds', async () => {
    const lines = contacts.map(({ arrivedAt, outcome, waitSeconds, handleSeconds }) => {
      const time = (seconds: number): string => new Date(arrivedAt + seconds * 1000).toISOString().slice(0, 19) + 'Z';
      const begun = Math.round(waitSeconds!);
      return outcome === 'answered'
        ? [time(0), 'AGENT', time(begun), '', time(begun + Math.round(handleSeconds!))].join('\t')
        : [time(0), 'HANG', '', time(begun), ''].join('\t');
    });
    const packed = [
      'came\tend\tanswered_at\tabandoned_at\tended_at',
      ...lines,
      `${lines[0]!.replace(/AGENT|HANG/, 'TEST')}`,
    ];
    await writeFile(at('calls.tsv.gz'), gzipSync(packed.join('\r\n')));
    const map = [
      '--columns',
      'arrived_at=came,outcome=end',
      '--outcome',
      'answered=AGENT|VIP,abandoned=HANG,ignored=TEST',
    ];
    const { exitCode, out } = await calibrate('calls.tsv.gz', ...map, '--json');
    expect(exitCode).toBe(0);
    const plain = parametersOf((await calibrate('calls.csv', '--json')).out);
    expect(Math.abs(parametersOf(out).patienceSeconds / plain.patienceSeconds - 1)).toBeLessThan(0.01);
    expect(Math.abs(parametersOf(out).handleSeconds / plain.handleSeconds - 1)).toBeLessThan(0.01);
    expect(JSON.parse(out)).toMatchObject({ rows: { ignoredCount: 1 }, queues: [] });
  });

  it('measures the time between contacts while others wait when asked', async () => {
    // One agent, a contact a minute of 100 s, and 20 s until the next: everybody waits.
    const rows = Array.from({ length: 60 }, (_, i) => {
      const arrived = new Date(Date.UTC(2026, 0, 5, 9, i)).toISOString().slice(0, 19);
      return `${arrived}Z,answered,${i * 60},100,solo`;
    });
    await write('solo.csv', ['arrived_at,outcome,wait_seconds,handle_seconds,agent', ...rows]);
    const { out } = await calibrate('solo.csv', '--turnaround', '15m');
    expect(out).toContain('Between contacts, while others wait');
    expect(out).toMatch(/mean +20\.0 s, 5\d ends of contacts/);
    const { turnaround } = JSON.parse((await calibrate('solo.csv', '--turnaround', '15m', '--json')).out);
    expect(turnaround).toMatchObject({ kind: 'turnaround', meanSeconds: 20, longerFraction: 0 });
    expect(JSON.parse((await calibrate('solo.csv', '--json')).out)).not.toHaveProperty('turnaround');
  });

  it('takes the outcome from what is filled in where no column names it', async () => {
    await write('bare.csv', [
      'arrived_at,answered_at,abandoned_at',
      ...Array.from({ length: 12 }, (_, i) => `2026-01-05T09:00:${10 + i}Z,,2026-01-05T09:01:${10 + i}Z`),
      '2026-01-05T09:05:00Z,2026-01-05T09:07:00Z,',
    ]);
    const { out } = await calibrate('bare.csv', '--json');
    expect(parametersOf(out).patienceSeconds).toBe((12 * 60 + 120) / 12);
  });

  it('keeps to the queues asked for', async () => {
    const { out } = await calibrate('calls.csv', '--queue', 'sales', '--json');
    const { all, queues, rows } = JSON.parse(out);
    expect(queues).toHaveLength(1);
    expect(all.contacts.offeredCount).toBe(Math.ceil(ROWS.length / 3));
    expect(rows.ignoredCount).toBe(ROWS.length - all.contacts.offeredCount);
    const none = await calibrate('calls.csv', '--queue', 'nobody');
    expect(none.exitCode).toBe(2);
    expect(none.error).toContain('can be used: 0 have problems');
  });

  describe('of a broken log', () => {
    it('refuses an empty file and one with a header only', async () => {
      await write('empty.csv', []);
      await write('header.csv', [HEADER, '']);
      for (const [file, words] of [
        ['empty.csv', 'the file is empty; expected a header line'],
        ['header.csv', 'no rows below the header'],
      ] as const) {
        const { exitCode, error } = await calibrate(file);
        expect(exitCode).toBe(2);
        expect(error).toContain(words);
      }
    });

    it('says what one row is too little for', async () => {
      await write('one.csv', [HEADER, FEW[0]!]);
      const { exitCode, out } = await calibrate('one.csv');
      expect(exitCode).toBe(0);
      expect(out).toContain(
        'Handle time: not enough data: 1 answered contacts with a handle time; at least 10 are needed',
      );
      expect(out).toContain('Patience: not enough data: 0 abandoned contacts with a wait; at least 10 are needed');
      expect(out).toContain(
        'Arrivals: not enough data: 1 days, some of them of the same weekday; at least 14 are needed',
      );
    });

    it('has no patience where nobody abandons and no handle time where everybody does', async () => {
      await write('calm.csv', [HEADER, ...FEW.filter((row) => !row.includes('abandoned'))]);
      await write('lost.csv', [HEADER, ...FEW.filter((row) => row.includes('abandoned'))]);
      const calm = await calibrate('calm.csv', '--json');
      expect(parametersOf(calm.out)).toMatchObject({ patienceSeconds: null, patienceSecondsValues: null });
      expect((await calibrate('calm.csv')).out).toContain('Patience: not enough data: 0 abandoned');
      const lost = await calibrate('lost.csv', '--json');
      expect(parametersOf(lost.out)).toMatchObject({ handleSeconds: null, handleCv: null });
      expect(lost.exitCode).toBe(0);
    });

    it('names every bad cell with its line, and leaves such rows out only when told to', async () => {
      await write('bad.csv', [
        HEADER,
        '2026-01-05T09:00:00,care,answered,-5,100,',
        '2026-01-05T09:00:01,care,answered,5,-100,',
        '2026-01-05T09:00:02,care,lost,5,100,',
        'yesterday,care,answered,5,100,',
        ',care,answered,5,100,',
        '2026-01-05T09:00:03,care,,5,,',
        '2026-03-29T01:30:00,care,answered,5,100,',
        '2026-10-25T01:30:00,care,answered,5,100,',
        '2026-01-05T09:00:03,care,answered',
        '2026-01-05T09:00:04,care,answered,1e9,100,',
        ...FEW,
      ]);
      const refused = await calibrate('bad.csv');
      expect(refused.exitCode).toBe(2);
      const lines = [
        'bad.csv:2: wait_seconds: -5 is below 0',
        'bad.csv:3: handle_seconds: -100 is below 0',
        "bad.csv:4: outcome: 'lost' is not a known outcome; say what it means with --outcome",
        "bad.csv:5: arrived_at: 'yesterday' is not a time",
        'bad.csv:6: arrived_at: missing value',
        'bad.csv:7: outcome: neither answered nor abandoned',
        "bad.csv:8: arrived_at: '2026-03-29T01:30:00' does not exist in Europe/Dublin",
        "bad.csv:9: arrived_at: '2026-10-25T01:30:00' exists twice in Europe/Dublin",
        'bad.csv:10: 3 fields; expected 6 as in the header',
        'bad.csv:11: wait_seconds: 1e9 is above 31622400',
      ];
      for (const line of lines) expect(refused.error).toContain(line);
      expect(refused.error.trim().split('\n')).toHaveLength(lines.length);
      const skipped = await calibrate('bad.csv', '--skip-bad-rows', '--json');
      expect(skipped.exitCode).toBe(0);
      expect(skipped.error.trim().split('\n')).toHaveLength(lines.length);
      expect(JSON.parse(skipped.out).rows).toMatchObject({
        readCount: FEW.length + 10,
        usedCount: FEW.length,
        badCount: 10,
      });
    });

    it('refuses ends before their beginnings and contacts with two ends', async () => {
      await write('back.csv', [
        'arrived_at,answered_at,abandoned_at,ended_at',
        '2026-01-05T09:00:10,2026-01-05T09:00:00,,',
        '2026-01-05T09:00:10,2026-01-05T09:00:20,2026-01-05T09:00:30,',
        '2026-01-05T09:00:10,2026-01-05T09:00:20,,2026-01-05T09:00:15',
      ]);
      const { exitCode, error } = await calibrate('back.csv');
      expect(exitCode).toBe(2);
      expect(error).toContain('back.csv:2: answered_at: lies 10 s before its beginning');
      expect(error).toContain('back.csv:3: abandoned_at: the contact is answered and abandoned');
      expect(error).toContain('back.csv:4: ended_at: lies 5 s before its beginning');
    });

    it('says that rows are repeated, counts them, and leaves them out when told to', async () => {
      await write('twice.csv', [HEADER, ...FEW, ...FEW.slice(-100)]);
      const counted = await calibrate('twice.csv', '--json');
      expect(counted.error).toContain('100 rows are the same in every column as a row before; counted');
      expect(JSON.parse(counted.out).rows).toMatchObject({ usedCount: FEW.length + 100, repeatCount: 100 });
      const dropped = await calibrate('twice.csv', '--json', '--drop-repeats');
      expect(JSON.parse(dropped.out).rows).toMatchObject({ usedCount: FEW.length, droppedRepeatCount: 100 });
    });

    it('wonders about a zone in which the work is done at night', async () => {
      await write('zulu.csv', [
        'arrived_at,outcome,wait_seconds,handle_seconds',
        ...contacts
          .slice(0, 400)
          .map((c) => [new Date(c.arrivedAt).toISOString(), c.outcome, c.waitSeconds, c.handleSeconds ?? ''].join(',')),
      ]);
      const { exitCode, error } = await runCommandLine([
        'calibrate',
        '--in',
        at('zulu.csv'),
        '--zone',
        'America/Los_Angeles',
        '--json',
      ]);
      expect(exitCode).toBe(0);
      expect(error).toMatch(/zulu\.csv: \d+ % of the contacts arrive between 23:00 and 05:00 in America\/Los_Angeles/);
    });

    it.each([
      [['--zone', 'Mars/Olympus'], 'is not an IANA time zone'],
      [['--interval', '7m'], 'do not divide a day'],
      [['--outcome', 'fine=A'], 'is not an outcome map'],
      [['--columns', 'arrived_at=nowhere'], 'no such column'],
    ])('refuses %j', async (extra, words) => {
      const { exitCode, out, error } = await calibrate('calls.csv', ...extra);
      expect([exitCode, out]).toEqual([2, '']);
      expect(error).toContain(words);
    });
  });
});
