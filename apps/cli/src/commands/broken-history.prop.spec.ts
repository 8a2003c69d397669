import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { runCommandLine } from '../frame/run-for-test.js';

/** Seven weeks of an office, one row an hour: queue, start, contacts, handle_seconds. */
const ROWS: readonly (readonly string[])[] = officeHistory({ days: 49 }).days.flatMap(({ on, contacts }) =>
  [...contacts].flatMap((count, hour) =>
    Number.isNaN(count) ? [] : [['sales', `${on} ${String(hour).padStart(2, '0')}:00`, String(count), '180']],
  ),
);
const HEADER = ['queue', 'start', 'contacts', 'handle_seconds'];

type Table = readonly (readonly string[])[];
type Damage = (rows: Table) => Table;

/** The row with another text in that cell, where it has one. */
const put = (row: readonly string[], column: number, text: string): readonly string[] =>
  row.map((cell, index) => (index === column ? text : cell));

const place = fc.nat({ max: ROWS.length - 1 });
const setCell = (column: number, text: fc.Arbitrary<string>): fc.Arbitrary<Damage> =>
  fc.tuple(place, text).map(
    ([at, value]) =>
      (rows) =>
        rows.map((row, index) => (index === at ? put(row, column, value) : row)),
  );

const BAD_NUMBERS = [
  '-3',
  'abc',
  'NaN',
  'inf',
  '-Infinity',
  '1,5',
  '1e9',
  '1e300',
  '',
  ' ',
  '0.25',
  '١٢',
  '0x10',
  '"',
  '5 calls',
];
const BAD_TIMES = [
  '',
  'never',
  '2026-02-30 08:00',
  '2026-01-05',
  '05/01/2026 08:00',
  '9999-12-31 23:00',
  '2026-01-06 08:07',
  '2026-01-06T08:00+25:00',
  '2025-10-26 02:30',
  '2026-03-29 02:30',
  '1970-01-01T00:00Z',
];

const damage: fc.Arbitrary<Damage> = fc.oneof(
  setCell(2, fc.constantFrom(...BAD_NUMBERS)),
  setCell(3, fc.constantFrom(...BAD_NUMBERS)),
  setCell(1, fc.constantFrom(...BAD_TIMES)),
  setCell(0, fc.string({ unit: 'binary', maxLength: 12 })),
  setCell(0, fc.constantFrom('', 'care', 'a "quoted" name', 'line\nend', 'sales;north', '窓口', 'x'.repeat(5000))),
  place.map((at): Damage => (rows) => [...rows, rows[Math.min(at, rows.length - 1)] ?? HEADER]),
  fc.tuple(place, fc.integer({ min: 1, max: 200 })).map(
    ([at, count]): Damage =>
      (rows) =>
        rows.filter((_row, index) => index < at || index >= at + count),
  ),
  fc.nat({ max: 12 }).map(
    (count): Damage =>
      (rows) =>
        rows.slice(0, count),
  ),
  place.map(
    (at): Damage =>
      (rows) =>
        rows.map((row, index) => (index === at ? row.slice(0, 2) : row)),
  ),
  place.map(
    (at): Damage =>
      (rows) =>
        rows.map((row, index) => (index === at ? [...row, 'more'] : row)),
  ),
  fc.constant<Damage>((rows) => [...rows].reverse()),
  fc.constant<Damage>((rows) => rows.map((row) => put(row, 2, '0'))),
  fc.constant<Damage>((rows) => rows.map((row) => put(row, 3, ''))),
  fc.constantFrom('Z', '+09:00', '-03:30').map(
    (offset): Damage =>
      (rows) =>
        rows.map((row, index) => (index % 5 === 0 ? put(row, 1, `${row[1]}${offset}`) : row)),
  ),
);

interface Form {
  readonly delimiter: ',' | ';' | '\t';
  readonly lineEnd: '\n' | '\r\n';
  readonly encoding: 'utf8' | 'utf16le';
  readonly mark: boolean;
  readonly packed: boolean;
  readonly quoted: boolean;
}

function bytesOf(rows: Table, { delimiter, lineEnd, encoding, mark, packed, quoted }: Form): Buffer {
  const field = (text: string): string =>
    quoted || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = [HEADER, ...rows].map((row) => row.map(field).join(delimiter)).join(lineEnd);
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, encoding);
  return packed ? gzipSync(bytes) : bytes;
}

const form: fc.Arbitrary<Form> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'utf16le'),
  mark: fc.boolean(),
  packed: fc.boolean(),
  quoted: fc.boolean(),
});

const options = fc
  .tuple(
    fc.constantFrom('UTC', 'Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    fc.constantFrom('1h', '2h', '30m', '1d'),
    fc.constantFrom(
      'auto',
      'planner-mean',
      'planner-mean-8',
      'seasonal-naive',
      'low-rank-profile',
      'day-regression-profile',
    ),
    fc.subarray(['--skip-bad-rows', '--absent-rows=zero', '--ambiguous=earlier', '--explain']),
  )
  .map(([zone, interval, method, more]) => ['--zone', zone, '--interval', interval, '--method', method, ...more]);

/** `place: problem`, the count of the problems not shown, or a line of the explanation. */
const REMARK = /^(\S.*: .+|… and \d+ more problems| {2}\S.*)$/;

/** Rows of the answer as columns of text. */
function expectWholeAnswer(out: string): void {
  const [header, ...lines] = out.trimEnd().split('\n');
  expect(header).toBe('queue,start,end,contacts,contacts_p05,contacts_p10,contacts_p90,contacts_p95,handle_seconds');
  const endOf = new Map<string, number>();
  for (const line of lines) {
    const cells = line.split(',').slice(-8);
    const queue = line.slice(0, -cells.join(',').length);
    const [start, end] = [Date.parse(cells[0]!), Date.parse(cells[1]!)];
    expect(end).toBeGreaterThan(start);
    expect(start).toBeGreaterThanOrEqual(endOf.get(queue) ?? -Infinity);
    endOf.set(queue, end);
    const [contacts, p05, p10, p90, p95] = cells.slice(2, 7).map((cell) => (cell === '' ? Number.NaN : Number(cell)));
    for (const value of [contacts, p05, p10, p90, p95]) expect(value).toBeGreaterThanOrEqual(0);
    expect([p05, p10, p90, p95]).toEqual([p05!, p10!, p90!, p95!].toSorted((a, b) => a - b));
    expect(Number(cells[7])).toBeGreaterThanOrEqual(0);
    expect(line).not.toMatch(/NaN|Infinity/);
  }
}

describe('forecasting a broken history file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-broken-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(command: string, bytes: Buffer, extra: readonly string[]) {
    const path = join(folder, 'history.csv');
    await writeFile(path, bytes);
    return runCommandLine([command, '--history', path, '--horizon', '7d', ...extra]);
  }

  it(
    'gives a whole answer or says in one line each what is wrong, never a fault of ours',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(damage, { maxLength: 4 }), form, options, async (damages, as, extra) => {
          const rows = damages.reduce((table, damaged) => damaged(table), ROWS as Table);
          const { exitCode, out, error } = await run('forecast', bytesOf(rows, as), extra);
          expect([0, 2]).toContain(exitCode);
          const remarks = error.split('\n').slice(0, -1);
          for (const line of remarks) expect(line).toMatch(REMARK);
          if (exitCode === 0) expectWholeAnswer(out);
          else {
            expect(out).toBe('');
            expect(remarks.length).toBeGreaterThan(0);
            expect(remarks.length).toBeLessThanOrEqual(42); // 20 and a count of rows left out, 20 and a count of queues
          }
        }),
        { numRuns: 80 },
      ),
    180_000,
  );

  it(
    'never ends on random bytes in anything but a plain refusal',
    () =>
      fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, hasHeader) => {
          const content = Buffer.concat([Buffer.from(hasHeader ? 'start,contacts\n' : ''), bytes]);
          const { exitCode, out, error } = await run('backtest', content, ['--zone', 'UTC', '--skip-bad-rows']);
          expect([exitCode, out]).toEqual([2, '']);
          for (const line of error.split('\n').slice(0, -1)) expect(line).toMatch(REMARK);
        }),
        { numRuns: 100 },
      ),
    90_000,
  );

  it(
    'answers the same for the same rows in any order and any form',
    () =>
      fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([...ROWS], { minLength: ROWS.length }), form, async (rows, as) => {
          const extra = ['--zone', 'UTC', '--interval', '1h', '--method', 'low-rank-profile'];
          const plain = await run('forecast', bytesOf(ROWS, { ...as, encoding: 'utf8', packed: false }), extra);
          const other = await run('forecast', bytesOf(rows, { ...as, encoding: 'utf8' }), extra);
          expect(other).toEqual(plain);
          expect(plain.exitCode).toBe(0);
        }),
        { numRuns: 6 },
      ),
    90_000,
  );
});
