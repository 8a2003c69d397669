import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A row of a golden file by column; `id` names it, numbers are as printed, "Infinity" is read as such. */
export interface GoldenRow {
  readonly id: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Rows of `libs/scheduling/src/staffing/golden/<name>.json`. */
export function staffingGolden(name: string): readonly GoldenRow[] {
  const path = resolve(import.meta.dirname, '../../libs/scheduling/src/staffing/golden', `${name}.json`);
  const { columns, rows } = JSON.parse(readFileSync(path, 'utf8')) as {
    columns: string[];
    rows: (string | number | null)[][];
  };
  return rows.map(([id, ...cells]) => ({
    id: String(id),
    values: Object.fromEntries(
      cells.map((cell, index) => [columns[index + 1]!, cell === null ? Number.NaN : Number(cell)]),
    ),
  }));
}

/**
 * Whether a computed value differs from a reference value: relative 1e-9; below 1e-3 an absolute 1e-12 passes too
 * (1e-9 for service levels, which lose digits in deep overload in any double computation).
 */
export function differsFromReference(got: number, want: number, column: string): boolean {
  if (got === want || Number.isNaN(want)) return false;
  if (Math.abs(got / want - 1) <= 1e-9) return false;
  const absolute = column.startsWith('sl') ? 1e-9 : 1e-12;
  return !(Math.abs(want) < 1e-3 && Math.abs(got - want) <= absolute);
}

/** One line for each measure that differs from its row. */
export function goldenMismatches(
  rows: readonly GoldenRow[],
  measuresOf: (values: GoldenRow['values']) => Record<string, number>,
): string[] {
  return rows.flatMap(({ id, values }) =>
    Object.entries(measuresOf(values))
      .filter(([column, got]) => differsFromReference(got, values[column]!, column))
      .map(([column, got]) => `${id} ${column}: ${got}, reference ${values[column]}`),
  );
}
