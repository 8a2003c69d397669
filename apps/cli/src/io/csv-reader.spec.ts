import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ProblemList } from '../frame/problem-list.js';
import { readTable, recogniseDelimiter, type CsvRow } from './csv-reader.js';

describe('reading CSV', () => {
  let path: string;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-csv-'));
    path = join(folder, 'a.csv');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(
    content: string | Buffer,
    required: string[] = [],
    columns = {},
  ): Promise<{ header: readonly string[]; rows: CsvRow[]; problems: readonly string[] }> {
    await writeFile(path, content);
    const problems = new ProblemList();
    const table = await readTable(path, { required, columns, problems });
    const rows: CsvRow[] = [];
    for await (const row of table.rows) rows.push(row);
    return { header: table.header, rows, problems: problems.lines().map((line) => line.replace(path, 'a.csv')) };
  }

  it.each([
    ['a,b', ','],
    ['a;b;"x,y,z"', ';'],
    ['a\tb', '\t'],
    ['a', ','],
  ])('recognises the delimiter of %j', (line, delimiter) => {
    expect(recogniseDelimiter(line)).toBe(delimiter);
  });

  it.each([
    ['comma, LF', 'a,b\n1,2\n3,4\n'],
    ['semicolon, CRLF, no end', 'a;b\r\n1;2\r\n3;4'],
    ['tab, byte-order mark', '\uFEFFa\tb\n1\t2\n3\t4\n'],
    ['packed', gzipSync('a,b\n1,2\n3,4\n')],
    ['quotes and blanks', '"a", b\n"1", 2\n\n3,"4"\n'.replace(', b', ',b').replace(', 2', ',2')],
  ])('reads %s', async (_name, content) => {
    const { header, rows, problems } = await read(content);
    expect([header, rows.map(({ cells }) => cells), problems]).toEqual([
      ['a', 'b'],
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
      [],
    ]);
  });

  it('keeps line numbers after a quoted line end', async () => {
    const { rows } = await read('a,b\n"x\ny",2\n3,4\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(rows[0]!.cells['a']).toBe('x\ny');
  });

  it('reads UTF-16 by its mark, and refuses bytes that are no text', async () => {
    const { rows } = await read(Buffer.from('\uFEFFa\tb\n1\t窓口\n', 'utf16le'));
    expect(rows[0]!.cells).toEqual({ a: '1', b: '窓口' });
    await expect(read(Buffer.from('a,b\n1,\xe9\n', 'latin1'))).rejects.toThrow(' not UTF-8 text; save the file');
    await expect(read(Buffer.from('a,b\n1,\0\n'))).rejects.toThrow('not UTF-8 text');
  });

  it('joins two columns where the map says so, unless a column has that name', async () => {
    const { header, rows } = await read('date,time,a+b\n2026-01-05,08:00,7\n', ['start'], {
      start: 'date+time',
      contacts: 'a+b',
    });
    expect(header).toEqual(['date', 'time', 'contacts', 'start']);
    expect(rows[0]!.cells).toMatchObject({ start: '2026-01-05 08:00', contacts: '7' });
    expect((await read('date,time\n', [], { start: 'date+clock' })).problems).toEqual([
      'a.csv:1: date+clock: no such column, so start cannot be read from it',
    ]);
  });

  it('names the line on which a quote is opened and never closed', async () => {
    await expect(read('a,b\n1,2\n"x,2\n3,4\n')).rejects.toThrow('a.csv:3: not readable as CSV: a quote is opened');
  });

  it('maps names, and misses columns and fields aloud', async () => {
    const { header, rows, problems } = await read('when,n\nx,1\ny\n', ['start', 'end'], { start: 'when' });
    expect(header).toEqual(['start', 'n']);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      'a.csv:1: end: missing column; the file has start, n',
      'a.csv:3: 1 fields; expected 2 as in the header',
    ]);
  });

  it('refuses an empty file, a missing one, damaged quotes and a damaged pack', async () => {
    await expect(read('')).rejects.toThrow('the file is empty');
    await expect(readTable(join(folder, 'none.csv'), { required: [], problems: new ProblemList() })).rejects.toThrow(
      'no such file',
    );
    await expect(read('a,b\n"x,2\n')).rejects.toThrow('not readable as CSV');
    await expect(read(gzipSync('a,b\n1,2\n'.repeat(50)).subarray(0, -10))).rejects.toThrow('damaged');
  });
});
