import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInputError } from '../../frame/problem-list.js';
import { readHistories, type HistoryFileOptions } from './history-file.js';

describe('reading a history file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-history-'));
    path = join(folder, 'h.csv');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(lines: readonly string[], options: Partial<HistoryFileOptions> = {}) {
    await writeFile(path, lines.join('\n'));
    const notes: string[] = [];
    const note = (line: string): void => void notes.push(line.replaceAll(path, 'h.csv'));
    const histories = await readHistories(path, { zone: 'UTC', stepMinutes: 30, note, ...options });
    return { histories, notes, days: histories.get('')?.days ?? [] };
  }

  async function problems(lines: readonly string[], options: Partial<HistoryFileOptions> = {}): Promise<string[]> {
    const error: unknown = await read(lines, options).catch((thrown: unknown) => thrown);
    if (!(error instanceof BadInputError)) throw new Error(`expected bad input, not ${String(error)}`);
    return error.message.replaceAll(path, 'h.csv').split('\n');
  }

  /** Two weeks of half hours from 08:00 to 10:00, each with so many contacts. */
  const rows = (contacts = 10, stepMinutes = 30): string[] =>
    Array.from({ length: 14 }, (_, day) =>
      Array.from({ length: 120 / stepMinutes }, (_unused, index) => {
        const minute = 480 + index * stepMinutes;
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        return `2026-01-${String(5 + day).padStart(2, '0')} ${clock},${contacts}`;
      }),
    ).flat();
  const HEADER = 'start,contacts';

  it('names each row that repeats an interval, lies off the step or far from all others, or holds a count nobody can mean', async () => {
    const bad = ['2026-01-05 08:00,3', '2026-01-06 08:10,3', '2099-01-05 08:00,3', '2026-01-30 08:00,1000000000'];
    const remedy = 'or leave it out with --skip-bad-rows';
    expect(await problems([HEADER, ...rows(), ...bad])).toEqual([
      `h.csv:58: start: stands there twice, first on line 2; keep one row for each queue and interval, ${remedy}`,
      `h.csv:59: start: not on a step of 30 minutes as the other rows are; give every interval the same length, ${remedy}`,
      `h.csv:61: contacts: 1000000000 where 99 % of the queue's counts are at most 10; correct it, ${remedy}`,
      `h.csv:60: start: 2099-01-05 lies more than 400 days from the rest; correct the date, ${remedy}`,
    ]);
    const { days, notes } = await read([HEADER, ...rows(), ...bad], { skipBadRows: true });
    expect(days).toEqual((await read([HEADER, ...rows()])).days);
    expect(notes).toHaveLength(4);
  });

  it('judges and uses no row from the day on before which it is asked for', async () => {
    const later = ['2026-01-19 08:00,1000000000', '2026-01-19 08:30,7'];
    const before = { beforeOn: '2026-01-19' };
    expect((await read([HEADER, ...rows(), ...later], before)).days).toEqual((await read([HEADER, ...rows()])).days);
  });

  it.each([
    [60, 'rows are 60 minutes apart, longer than --interval (30 minutes), and cannot be split; use --interval 60m'],
    [20, 'rows are 20 minutes apart, which does not divide --interval (30 minutes); use --interval 60m'],
  ])('refuses rows of %i minutes for half hours, and says which interval they add up to', async (step, message) => {
    expect(await problems([HEADER, ...rows(10, step)])).toEqual([`h.csv: start: ${message}`]);
  });

  it('reads the two rows of an hour that an autumn night repeats as two, in the order of the file', async () => {
    const night = ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '02:00', '02:30', '03:00'];
    const lines = [HEADER, ...night.map((clock, index) => `2025-10-26 ${clock},${index}`)];
    const berlin = { zone: 'Europe/Berlin', ambiguous: 'earlier' as const };
    expect([...(await read(lines, berlin)).days[0]!.contacts.subarray(0, 9)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await problems(lines, { zone: 'Europe/Berlin' }))[0]).toContain('give --ambiguous earlier|later');
  });

  it('counts contacts of any outcome, and takes handle time from those that were not abandoned', async () => {
    const lines = [
      'arrived_at,handle_seconds,answered_at,abandoned_at',
      '2026-01-05 08:01,100,2026-01-05 08:02,',
      '2026-01-05 08:03,900,,2026-01-05 08:04',
    ];
    const [day] = (await read(lines, { perContact: true })).days;
    expect([day!.contacts[16], day!.handleSeconds![16]]).toEqual([2, 200]);
    expect(await problems([...lines, '2026-01-05 08:05,1,2026-01-05 08:00,'], { perContact: true })).toEqual([
      'h.csv:4: answered_at: lies 300 s before arrived_at; correct one of the two',
    ]);
  });
});
