export type Cell = string | number | boolean | null | undefined;

/** One field by RFC 4180: quoted where it holds a comma, a quote or a line end. Missing (null, NaN) is empty. */
function field(cell: Cell): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\n`;
}

/** A CSV file, line by line, header first. */
export function* csvLines(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield csvLine(header);
  for (const row of rows) yield csvLine(row);
}

/** {@link csvLines} of records: each row has the cells the header names. */
export function recordLines(
  header: readonly string[],
  records: readonly Readonly<Record<string, Cell>>[],
): Generator<string> {
  return csvLines(
    header,
    records.map((record) => header.map((column) => record[column])),
  );
}

/** A number with so many significant digits and no trailing zeros; NaN gives null, an empty field. */
export function significant(value: number, digits: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toPrecision(digits));
}

/** A record whose named cells, read as text, are numbers; empty cells are null. For JSON documents. */
export function withNumbers(
  record: Readonly<Record<string, Cell>>,
  columns: readonly string[],
): Readonly<Record<string, Cell>> {
  const numbers = columns
    .filter((column) => typeof record[column] === 'string')
    .map((column) => [column, record[column] === '' ? null : Number(record[column])] as const);
  return { ...record, ...Object.fromEntries(numbers) };
}
