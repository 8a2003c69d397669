import type { Instant } from '@yotei/time';
import type { ProblemList } from '../frame/problem-list.js';
import type { CsvRow } from './csv-reader.js';
import { readInstant, readNumber, type InstantOptions, type NumberRange, type Read } from './quantities.js';

/**
 * Typed access to one row. Every wrong cell is added to the problems and read as undefined, so that one pass finds
 * them all; look at `problems.count` before using what was read.
 */
export class RowReader {
  constructor(
    private readonly row: CsvRow,
    private readonly file: string,
    private readonly problems: ProblemList,
  ) {}

  /** The text of an optional cell; undefined when empty or when there is no such column. */
  text(column: string): string | undefined {
    return this.row.cells[column] || undefined;
  }

  number(column: string, range?: NumberRange): number | undefined {
    return this.optional(column, (text) => readNumber(text, range));
  }

  instant(column: string, options: InstantOptions): Instant | undefined {
    return this.optional(column, (text) => readInstant(text, options));
  }

  /** Reads a cell that must not be empty. */
  required<T>(column: string, expected: string, read: (text: string) => Read<T>): T | undefined {
    if (this.text(column) === undefined) {
      this.report(column, `missing value; expected ${expected}`);
      return undefined;
    }
    return this.optional(column, read);
  }

  report(column: string, message: string): void {
    this.problems.add({ file: this.file, line: this.row.line, field: column, message });
  }

  /**
   * What a library makes of the row; a value it refuses (RangeError) becomes a problem of this line, and of the column
   * where `columns` knows it by the name the message starts with.
   */
  orReport<T>(compute: () => T, columns: Readonly<Record<string, string>> = {}): T | undefined {
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const field = columns[/^\w+/.exec(error.message)?.[0] ?? ''];
      this.problems.add({ file: this.file, line: this.row.line, field, message: error.message });
      return undefined;
    }
  }

  /** Reads a cell that may be empty. */
  optional<T>(column: string, read: (text: string) => Read<T>): T | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const result = read(text);
    if (result.kind === 'value') return result.value;
    this.report(column, result.message);
    return undefined;
  }
}
