import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { badInput, type ProblemList } from '../frame/problem-list.js';
import { NotTextError, textOf } from './text-of-file.js';

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
  /**
   * Other names of columns: `{ start: 'local_time' }` reads `local_time` as `start`, and `{ start: 'date+time' }` the
   * columns `date` and `time` with a blank between, unless a column is called so.
   */
  readonly columns?: Readonly<Record<string, string>>;
  readonly problems: ProblemList;
}

const BYTE_ORDER_MARK = '\uFEFF';
/** Characters of the longest record: longer, and a quote was opened and never closed. */
const LONGEST_RECORD = 1_000_000;
const DELIMITERS = [',', ';', '\t'] as const;

/** `pipeline` hands an error of one stream to the next; whoever reads the last one sees it. */
const passedOn = (): void => {};

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
    if (/\S[^\r\n]*[\r\n]/.test(start) || start.length > LONGEST_RECORD) break;
  }
  if (start.startsWith(BYTE_ORDER_MARK)) start = start.slice(1);
  return {
    headerLine: start.trimStart().split(/[\r\n]/, 1)[0]!,
    all: (async function* () {
      yield start;
      yield* text;
    })(),
  };
}

/** A column this program reads, and where in a record it stands; several places are joined by a blank. */
interface Column {
  readonly name: string;
  readonly places: readonly number[];
}

/** Where the columns of that name stand: one, those of `a+b`, or none. */
function placesOf(theirs: string, names: readonly string[]): readonly number[] | null {
  if (names.includes(theirs)) return [names.indexOf(theirs)];
  const parts = theirs.split('+').map((part) => names.indexOf(part.trim()));
  return parts.length > 1 && !parts.includes(-1) ? parts : null;
}

function mappedColumns(given: readonly string[], file: string, options: ReadTableOptions): readonly Column[] {
  const { columns: mapping = {}, required, problems } = options;
  const names = given.map((name) => name.trim());
  const renamed = new Map<number, string>();
  const joined: Column[] = [];
  for (const [our, theirs] of Object.entries(mapping)) {
    const places = placesOf(theirs, names);
    if (!places)
      problems.add({ file, line: 1, field: theirs, message: `no such column, so ${our} cannot be read from it` });
    else if (places.length === 1) renamed.set(places[0]!, our);
    else joined.push({ name: our, places });
  }
  const columns = [...names.map((name, place) => ({ name: renamed.get(place) ?? name, places: [place] })), ...joined];
  const header = columns.map(({ name }) => name);
  for (const name of required) {
    if (!header.includes(name))
      problems.add({ file, line: 1, field: name, message: `missing column; the file has ${header.join(', ')}` });
  }
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined)
    problems.add({ file, line: 1, field: twice, message: 'the column stands there twice; rename one' });
  return columns;
}

/** What the parser calls a fault of the quotes, in words with a remedy. */
const QUOTE_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed; close it, or double a quote that is text',
  CSV_MAX_RECORD_SIZE: 'a row of more than a million characters; is a quote opened and never closed?',
  INVALID_OPENING_QUOTE: 'a quote inside a field; quote the whole field and double quotes that are text',
  CSV_INVALID_CLOSING_QUOTE: 'text after a closing quote; double quotes that are text',
};

interface ParserError {
  readonly code?: string;
  readonly message?: string;
  /** Lines and whole records read before the fault. */
  readonly lines?: number;
  readonly records?: number;
  readonly empty_lines?: number;
}

/** Where the faulty record starts, as far as no record before it spans lines; the parser itself names where it ends. */
function firstLine(records?: number, blankLines = 0): number | undefined {
  return records === undefined ? undefined : records + blankLines + 1;
}

export function asBadInput(error: unknown, file: string): unknown {
  const { code = '', message, lines, records, empty_lines: blank } = error as ParserError;
  if (error instanceof NotTextError) return badInput({ file, message: error.message });
  if (code === 'ENOENT') return badInput({ file, message: 'no such file' });
  if (code === 'EACCES' || code === 'EISDIR') return badInput({ file, message: `cannot be read (${code})` });
  if (code in QUOTE_FAULTS)
    return badInput({
      file,
      line: firstLine(records, blank) ?? lines,
      message: `not readable as CSV: ${QUOTE_FAULTS[code]}`,
    });
  if (code.startsWith('CSV_')) return badInput({ file, line: lines, message: `not readable as CSV: ${message}` });
  if (code.startsWith('Z_')) return badInput({ file, message: 'the packed file is damaged' });
  return error;
}

type Parsed = readonly string[];

const isBlank = (record: Parsed): boolean => record.length === 1 && record[0]!.trim() === '';

/** Counts lines itself: the parser can, at three times the work. */
class LineCounter {
  private next = 1;

  /** The line on which the record starts, which is told in order. */
  lineOf(record: Parsed): number {
    const line = this.next++;
    for (const cell of record) if (cell.includes('\n')) this.next += cell.split('\n').length - 1;
    return line;
  }
}

interface Rows {
  readonly parsed: AsyncIterator<Parsed>;
  readonly lines: LineCounter;
  readonly width: number;
  readonly columns: readonly Column[];
  readonly file: string;
  readonly problems: ProblemList;
}

function cellsOf(record: Parsed, columns: readonly Column[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const { name, places } of columns) {
    let text = record[places[0]!]!.trim();
    for (let index = 1; index < places.length; index++) text = `${text} ${record[places[index]!]!.trim()}`.trim();
    cells[name] = text;
  }
  return cells;
}

async function* rowsOf({ parsed, lines, width, columns, file, problems }: Rows): AsyncGenerator<CsvRow> {
  try {
    for (let next = await parsed.next(); !next.done; next = await parsed.next()) {
      const record = next.value;
      const line = lines.lineOf(record);
      if (record.length === width) yield { line, cells: cellsOf(record, columns) };
      else if (!isBlank(record))
        problems.add({ file, line, message: `${record.length} fields; expected ${width} as in the header` });
    }
  } catch (error) {
    throw asBadInput(error, file);
  }
}

/** The first record that is not blank. */
async function headerOf(parsed: AsyncIterator<Parsed>, lines: LineCounter): Promise<Parsed | null> {
  for (let next = await parsed.next(); !next.done; next = await parsed.next()) {
    lines.lineOf(next.value);
    if (!isBlank(next.value)) return next.value;
  }
  return null;
}

/**
 * Opens a CSV file: UTF-8 with or without byte-order mark, comma, semicolon or tab, RFC 4180 quotes, CRLF or LF,
 * packed or not, columns by name in any order. Rows stream, so that the file's size does not matter. Missing
 * columns and rows of a wrong length go to `problems`; a file that cannot be read at all throws.
 */
export async function readTable(path: string, options: ReadTableOptions): Promise<CsvTable> {
  const file = path === '-' ? 'standard input' : path;
  const { problems } = options;
  try {
    const { headerLine, all } = await peekHeader(textOf(path));
    const parser = parse({
      delimiter: recogniseDelimiter(headerLine),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    });
    pipeline(Readable.from(all), parser, passedOn);
    const parsed = (parser as AsyncIterable<Parsed>)[Symbol.asyncIterator]();
    const lines = new LineCounter();
    const names = await headerOf(parsed, lines);
    if (!names) throw badInput({ file, message: 'the file is empty; expected a header line' });
    const columns = mappedColumns(names, file, options);
    const rows = rowsOf({ parsed, lines, width: names.length, columns, file, problems });
    return { file, header: columns.map(({ name }) => name), rows };
  } catch (error) {
    throw asBadInput(error, file);
  }
}
