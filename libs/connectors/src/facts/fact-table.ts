import { addDays, isLocalDate, type LocalDate } from '@yotei/time';
import { rowBatches, type Row } from '../table/rows.js';

/** A column of a table of facts: what it is called here, and of how many it is the mean, where it is one. */
export interface FactColumn {
  readonly column: string;
  readonly name: string;
  /** Column that counts what the mean is of; null = the column adds up as it is. */
  readonly weightColumn: string | null;
}

export interface FactTableOptions {
  /** Column of dates; with `firstOn` of day numbers instead, where 1 is that date. */
  readonly dateColumn: string;
  readonly firstOn: LocalDate | null;
  /** Order of the parts of dates such as 04/11/2026. */
  readonly dateOrder: 'ymd' | 'mdy' | 'dmy';
  /** Column that names the queue, team or channel of a row; null = all rows are of the same. */
  readonly placeColumn: string | null;
  readonly columns: readonly FactColumn[];
}

/** A fact as the table tells it. With a weight, `value` is the mean times it. */
export interface TableFact {
  readonly record: number;
  readonly name: string;
  readonly on: LocalDate;
  readonly place: string;
  readonly value: number;
  readonly weight: number | null;
}

export type FactRejectCode = 'missing-value' | 'not-a-date' | 'not-a-number' | 'negative-number' | 'broken-row';

/** A row that was left out, with the column and the reason. */
export interface FactReject {
  readonly record: number;
  readonly column: string;
  readonly code: FactRejectCode;
  readonly raw: string;
  readonly message: string;
}

export type FactTableRead =
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      /** Rows read: those with facts, those that tell none, and rejects. */
      readonly readCount: number;
      readonly facts: readonly TableFact[];
      readonly rejects: readonly FactReject[];
    }
  | { readonly kind: 'no-column'; readonly column: string; readonly header: readonly string[] };

/** The header of a table and its first rows, to choose columns by. */
export async function previewFactTable(
  content: string,
  rows = 5,
): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const found: (readonly string[])[] = [];
  for await (const batch of rowBatches(once(content))) {
    for (const { cells } of batch) if (cells) found.push(cells.map((cell) => cell.trim()));
    if (found.length > rows) break;
  }
  return { header: found[0] ?? [], rows: found.slice(1, rows + 1) };
}

/**
 * Facts of a table with one row a day, or a day and queue: numbers, `94.01%` as 0.9401, times `0:02:14` as seconds,
 * `1,234` as 1234. An empty cell tells nothing. One wrong cell leaves its whole row out, so that accepted and rejected
 * rows add up to those read. Of a row that comes again both are given: the last one stands.
 */
export async function readFactTable(content: string, options: FactTableOptions): Promise<FactTableRead> {
  const facts: TableFact[] = [];
  const rejects: FactReject[] = [];
  let reader: RowReader | null = null;
  let readCount = 0;
  for await (const batch of rowBatches(once(content))) {
    for (const row of batch) {
      if (!reader) {
        const header = (row.cells ?? []).map((cell) => cell.trim());
        const missing = columnsOf(options).find((column) => !header.includes(column));
        if (missing !== undefined) return { kind: 'no-column', column: missing, header };
        reader = new RowReader(header, options);
        continue;
      }
      readCount += 1;
      const read = reader.read(row);
      if (Array.isArray(read)) facts.push(...(read as readonly TableFact[]));
      else rejects.push(read as FactReject);
    }
  }
  return { kind: 'table', header: reader?.header ?? [], readCount, facts, rejects };
}

async function* once(content: string): AsyncGenerator<string> {
  yield content;
}

function columnsOf({ dateColumn, placeColumn, columns }: FactTableOptions): readonly string[] {
  const named = columns.flatMap(({ column, weightColumn }) => [column, weightColumn ?? column]);
  return [dateColumn, ...(placeColumn === null ? [] : [placeColumn]), ...named];
}

/** A cell's number, null for an empty one, or why it is none. */
function numberOf(text: string): number | null | { readonly code: FactRejectCode; readonly message: string } {
  if (text === '') return null;
  const time = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/.exec(text);
  if (time) return Number(time[1] ?? 0) * 3600 + Number(time[2]) * 60 + Number(time[3]);
  const percent = text.endsWith('%') || text.endsWith('％');
  const digits = (percent ? text.slice(0, -1) : text).trim();
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
  const value = plain === '' ? Number.NaN : Number(plain);
  if (!Number.isFinite(value))
    return { code: 'not-a-number', message: 'expected a number, a share such as 94.01% or a time such as 0:02:14' };
  if (value < 0) return { code: 'negative-number', message: 'expected a number that is not negative' };
  return percent ? value / 100 : value;
}

class RowReader {
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    readonly header: readonly string[],
    private readonly options: FactTableOptions,
  ) {
    this.places = new Map([...header].reverse().map((name, index) => [name, header.length - 1 - index]));
  }

  read({ record, cells, raw }: Row): readonly TableFact[] | FactReject {
    if (!cells) return { record, column: '', code: 'broken-row', raw, message: 'a quote is opened and never closed' };
    const cell = (column: string): string => cells[this.places.get(column) ?? -1]?.trim() ?? '';
    const { dateColumn, placeColumn, columns } = this.options;
    const reject = (column: string, code: FactRejectCode, message: string): FactReject => ({
      ...{ record, column, code, message },
      raw: cell(column),
    });
    const on = this.dateOf(cell(dateColumn));
    if (on === null) return reject(dateColumn, 'not-a-date', this.dateWanted());
    const place = placeColumn === null ? '' : cell(placeColumn);
    if (placeColumn !== null && place === '')
      return reject(placeColumn, 'missing-value', 'this column must not be empty');
    const facts: TableFact[] = [];
    for (const { column, name, weightColumn } of columns) {
      const value = numberOf(cell(column));
      const weight = weightColumn === null ? null : numberOf(cell(weightColumn));
      if (typeof value === 'object' && value !== null) return reject(column, value.code, value.message);
      if (typeof weight === 'object' && weight !== null) return reject(weightColumn!, weight.code, weight.message);
      if (value === null || (weightColumn !== null && weight === null)) continue;
      facts.push({ record, name, on, place, value: weight === null ? value : value * weight, weight });
    }
    return facts;
  }

  private dateOf(text: string): LocalDate | null {
    const { firstOn, dateOrder } = this.options;
    if (firstOn !== null) return /^\d{1,6}$/.test(text) ? addDays(firstOn, Number(text) - 1) : null;
    const [, a, b, c] = /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?(?:[T ].*)?$/.exec(text) ?? [];
    if (!a || !b || !c) return null;
    if (a.length !== 4 && dateOrder === 'ymd') return null;
    const [year, month, day] = a.length === 4 ? [a, b, c] : dateOrder === 'dmy' ? [c, b, a] : [c, a, b];
    const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isLocalDate(on) ? on : null;
  }

  private dateWanted(): string {
    return this.options.firstOn === null
      ? 'expected a date such as 2026-11-04'
      : 'expected the number of a day, 1 or more';
  }
}
