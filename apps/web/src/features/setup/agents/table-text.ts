/** What separates the columns of a pasted block or file: a tab wherever there is one, else what its first line has most of. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const line = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  return line.split(';').length > line.split(',').length ? ';' : ',';
}

/**
 * The cells of a spreadsheet's clipboard or of a CSV file (RFC 4180: quotes around a cell that holds separators, line
 * breaks or quotes, which are doubled). Lines without any text are left out.
 */
export function readTable(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= source.length) {
    const { cell, end } = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at, separator);
    row.push(cell);
    if (source[end] !== separator) {
      if (row.some((each) => each.trim() !== '')) rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

interface CellRead {
  readonly cell: string;
  /** Where the separator or line break behind the cell stands. */
  readonly end: number;
}

function plainCell(source: string, at: number, separator: string): CellRead {
  let end = at;
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end += 1;
  return { cell: source.slice(at, end), end };
}

function quotedCell(source: string, at: number): CellRead {
  let cell = '';
  let end = at + 1;
  for (; end < source.length; end += 1) {
    if (source[end] !== '"') cell += source[end];
    else if (source[end + 1] === '"') {
      cell += '"';
      end += 1;
    } else break;
  }
  return { cell, end: end + 1 };
}

/** The cells as a CSV file that spreadsheets open, and that {@link readTable} reads back as it was. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[",;\t\n\r]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
