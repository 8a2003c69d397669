import type { DemandLayer, EditableSeries, EditedMeasure } from '@yotei/forecast/edits';
import { addDays, startOfLocalDay } from '@yotei/time';
import type { Cell } from '../../../ui/value-grid/cell-selection.js';
import type { CellEntry } from '../../../ui/value-grid/cell-text.js';
import { seriesOf } from '../chart/drag-edit.js';
import { withValues, type CellValue, type Draft } from '../layers/draft.js';
import { readEntry } from './cell-entry.js';
import type { GridLayout } from './grid-layout.js';

export type EntryError = 'unreadable' | 'closed' | 'sum';

export interface GridEditsOf {
  readonly layout: GridLayout;
  readonly series: EditableSeries;
  readonly measure: EditedMeasure;
  readonly zone: string;
}

/** The first row holds the days' totals, the last column the total of all days. */
export const TOTAL_ROW = 0;
export const isTotalColumn = ({ layout }: Pick<GridEditsOf, 'layout'>, column: number) => column === layout.days.length;

/** Interval under a cell; -1 where there is none. */
export function indexOfCell({ layout }: Pick<GridEditsOf, 'layout'>, { row, column }: Cell): number {
  return row === TOTAL_ROW || column >= layout.days.length ? -1 : layout.indexOf(row - 1, column);
}

/** Sum of contacts, or mean handle time weighted by contacts, of open intervals; NaN when there are none. */
function totalOf({ series, measure }: GridEditsOf, indexes: readonly number[]): number {
  let [sum, weight, known] = [0, 0, false];
  for (const index of indexes) {
    const contacts = series.contacts[index]!;
    const value = seriesOf(series, measure)[index]!;
    if (Number.isNaN(contacts) || Number.isNaN(value)) continue;
    known = true;
    sum += measure === 'contacts' ? value : value * contacts;
    weight += contacts;
  }
  if (!known) return Number.NaN;
  return measure === 'contacts' ? sum : sum / weight;
}

function indexesUnder(of: GridEditsOf, { row, column }: Cell): readonly number[] {
  const { days, rows, indexOf } = of.layout;
  const columns = isTotalColumn(of, column) ? [...days.keys()] : [column];
  const lines = row === TOTAL_ROW ? [...rows.keys()] : [row - 1];
  return columns.flatMap((day) => lines.map((line) => indexOf(line, day)).filter((index) => index >= 0));
}

/** The number a cell shows; NaN where closed. */
export function cellValue(of: GridEditsOf, cell: Cell): number {
  const index = indexOfCell(of, cell);
  if (index >= 0)
    return Number.isNaN(of.series.contacts[index]!) ? Number.NaN : seriesOf(of.series, of.measure)[index]!;
  return totalOf(of, indexesUnder(of, cell));
}

/** A total typed for a day, or for all days: kept as a total, so that it stays one over a new forecast. */
function totalLayer(of: GridEditsOf, column: number, text: string): DemandLayer | null {
  const { days } = of.layout;
  const all = isTotalColumn(of, column);
  const read = readEntry(text, cellValue(of, { row: TOTAL_ROW, column }));
  if (read.kind !== 'value' && read.kind !== 'percent') return null;
  const place = {
    measure: of.measure,
    startAt: startOfLocalDay(all ? days[0]! : days[column]!, of.zone),
    endAt: startOfLocalDay(addDays(all ? days.at(-1)! : days[column]!, 1), of.zone),
  };
  return read.kind === 'percent'
    ? { operation: 'percent', value: read.percent, ...place }
    : { operation: 'total', value: read.value, ...place };
}

export interface EnteredCells {
  readonly draft: Draft;
  /** By `row:column`; what was wrong with what was typed there. */
  readonly errors: ReadonlyMap<string, EntryError>;
}

export const cellKey = ({ row, column }: Cell) => `${row}:${column}`;

/** Reads what was typed, pasted or filled: what can be read goes into the draft, the rest is said cell by cell. */
export function enterCells(of: GridEditsOf, draft: Draft, entries: readonly CellEntry[]): EnteredCells {
  const errors = new Map<string, EntryError>();
  const values: CellValue[] = [];
  const totals: DemandLayer[] = [];
  for (const { text, ...cell } of entries) {
    if (readEntry(text, 0).kind === 'nothing') continue;
    const before = cellValue(of, cell);
    const sum = cell.row !== TOTAL_ROW && isTotalColumn(of, cell.column);
    const read = readEntry(text, before);
    if (sum || Number.isNaN(before)) errors.set(cellKey(cell), sum ? 'sum' : 'closed');
    else if (read.kind === 'unreadable') errors.set(cellKey(cell), 'unreadable');
    else if (cell.row === TOTAL_ROW) totals.push(totalLayer(of, cell.column, text)!);
    else if (read.kind !== 'nothing') values.push({ index: indexOfCell(of, cell), value: read.value });
  }
  const withCells = withValues(draft, values, { grid: of.series.grid, measure: of.measure });
  return { draft: [...withCells, ...totals], errors };
}
