import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { badInput, type ProblemList } from '../frame/problem-list.js';

/** A row with the line it starts on. Cells are by column name after mapping, and trimmed. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  /** The file's name as given, for messages. */
  readonly file: string;
  /** Column names after mapping, in the file's order. */
  readonly header: readonly string[];
  readonly rows: AsyncIterable<CsvRow>;
}

export interface ReadTableOptions {
  /** Columns the file must have, by the names this program uses. */
  readonly required: readonly string[];
  /** Other names of columns: `{ start: 'local_time' }` reads `local_time` as `start`. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly problems: ProblemList;
}

const BYTE_ORDER_MARK = '\uFEFF';
const DELIMITERS = [',', ';', '\t'] as const;

/** `pipeline` hands an error of one stream to the next; whoever reads the last one sees it. */
const passedOn = (): void => {};

/** Text of the file or of standard input (`-`), unpacked when packed whatever its name. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const source: Readable = path === '-' ? process.stdin : createReadStream(path);
  let packed: boolean | null = null;
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      packed ??= (chunk as Buffer)[0] === 0x1f && (chunk as Buffer)[1] === 0x8b;
      yield chunk as Buffer;
    }
  }
  const bytes = watched();
  const first = await bytes.next();
  if (first.done) return;
  const all = Readable.from(
    (async function* () {
      yield first.value;
      yield* bytes;
    })(),
  );
  const plain: Readable = packed ? pipeline(all, createGunzip(), passedOn) : all;
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of plain) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** The delimiter that occurs most often in the header line outside quotes; comma when none does. */
export function recogniseDelimiter(headerLine: string): string {
  const bare = headerLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length - 1;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0]!;
}

/** Reads far enough to see the whole header line, and gives the text back unread. */
async function peekHeader(text: AsyncGenerator<string>): Promise<{ headerLine: string; all: AsyncGenerator<string> }> {
  let start = '';
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (/[\r\n]/.test(start)) break;
  }
  if (start.startsWith(BYTE_ORDER_MARK)) start = start.slice(1);
  return {
    headerLine: start.split(/\r\n|\n|\r/, 1)[0]!,
    all: (async function* () {
      yield start;
      yield* text;
    })(),
  };
}

function mappedHeader(names: readonly string[], file: string, options: ReadTableOptions): readonly string[] {
  const { columns = {}, required, problems } = options;
  const ours = new Map(Object.entries(columns).map(([our, theirs]) => [theirs, our]));
  const header = names.map((name) => ours.get(name.trim()) ?? name.trim());
  for (const [our, theirs] of Object.entries(columns)) {
    if (!names.some((name) => name.trim() === theirs))
      problems.add({ file, line: 1, field: theirs, message: `no such column, so ${our} cannot be read from it` });
  }
  for (const name of required) {
    if (!header.includes(name))
      problems.add({ file, line: 1, field: name, message: `missing column; the file has ${header.join(', ')}` });
  }
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined)
    problems.add({ file, line: 1, field: twice, message: 'the column stands there twice; rename one' });
  return header;
}

export function asBadInput(error: unknown, file: string): unknown {
  const { code, message, lines } = error as { code?: string; message?: string; lines?: number };
  if (code === 'ENOENT') return badInput({ file, message: 'no such file' });
  if (code === 'EACCES' || code === 'EISDIR') return badInput({ file, message: `cannot be read (${code})` });
  if (code?.startsWith('CSV_')) return badInput({ file, line: lines, message: `not readable as CSV: ${message}` });
  if (code?.startsWith('Z_')) return badInput({ file, message: 'the packed file is damaged' });
  return error;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* rowsOf(
  parsed: AsyncIterator<Parsed>,
  header: readonly string[],
  context: { file: string; problems: ProblemList },
): AsyncGenerator<CsvRow> {
  const { file, problems } = context;
  try {
    for (let next = await parsed.next(); !next.done; next = await parsed.next()) {
      const { record, info } = next.value;
      if (record.length !== header.length) {
        problems.add({
          file,
          line: info.lines,
          message: `${record.length} fields; expected ${header.length} as in the header`,
        });
        continue;
      }
      yield { line: info.lines, cells: Object.fromEntries(header.map((name, index) => [name, record[index]!.trim()])) };
    }
  } catch (error) {
    throw asBadInput(error, file);
  }
}

/**
 * Opens a CSV file: UTF-8 with or without byte-order mark, comma, semicolon or tab, RFC 4180 quotes, CRLF or LF,
 * packed or not, columns by name in any order. Rows stream, so that the file's size does not matter. Missing
 * columns and rows of a wrong length go to `problems`; a file that cannot be read at all throws.
 */
export async function readTable(path: string, options: ReadTableOptions): Promise<CsvTable> {
  const file = path === '-' ? 'standard input' : path;
  try {
    const { headerLine, all } = await peekHeader(textOf(path));
    const parser = parse({
      delimiter: recogniseDelimiter(headerLine),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    pipeline(Readable.from(all), parser, passedOn);
    const parsed = (parser as AsyncIterable<Parsed>)[Symbol.asyncIterator]();
    const first = await parsed.next();
    if (first.done) throw badInput({ file, message: 'the file is empty; expected a header line' });
    const header = mappedHeader(first.value.record, file, options);
    return { file, header, rows: rowsOf(parsed, header, { file, problems: options.problems }) };
  } catch (error) {
    throw asBadInput(error, file);
  }
}
