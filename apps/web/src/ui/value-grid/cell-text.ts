import { cellsOf, type Cell, type CellRect } from './cell-selection.js';

/** What was typed, pasted or filled into a cell, not read yet. */
export interface CellEntry extends Cell {
  readonly text: string;
}

/** Cells as a spreadsheet takes them: tabs between columns, a line a row. */
export function toClipboard(rect: CellRect, textOf: (cell: Cell) => string): string {
  const lines: string[] = [];
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    const width = rect.right - rect.left + 1;
    lines.push(Array.from({ length: width }, (_, offset) => textOf({ row, column: rect.left + offset })).join('\t'));
  }
  return lines.join('\n');
}

/** Lines and tabs of a spreadsheet's clipboard; the line break that ends it is no further row. */
export function fromClipboard(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
}

/**
 * What a paste puts where: one value fills the whole selection; a block that fits into the selection a whole number of
 * times is repeated over it; any other block goes in once, from the selection's corner, cut at the grid's edge.
 */
export function pasted(
  block: readonly (readonly string[])[],
  rect: CellRect,
  size: { readonly rows: number; readonly columns: number },
): readonly CellEntry[] {
  const height = block.length;
  const width = Math.max(...block.map((line) => line.length));
  const [rows, columns] = [rect.bottom - rect.top + 1, rect.right - rect.left + 1];
  const repeats = rows % height === 0 && columns % width === 0;
  const target = repeats
    ? rect
    : {
        ...rect,
        bottom: Math.min(size.rows, rect.top + height) - 1,
        right: Math.min(size.columns, rect.left + width) - 1,
      };
  return cellsOf(target).map((cell) => ({
    ...cell,
    text: block[(cell.row - rect.top) % height]?.[(cell.column - rect.left) % width] ?? '',
  }));
}

/** The first row of the selection into the rows below it, or the first column into the columns beside it. */
export function filled(rect: CellRect, along: 'down' | 'right', textOf: (cell: Cell) => string): readonly CellEntry[] {
  const rest = along === 'down' ? { ...rect, top: rect.top + 1 } : { ...rect, left: rect.left + 1 };
  if (rest.top > rest.bottom || rest.left > rest.right) return [];
  return cellsOf(rest).map((cell) => ({
    ...cell,
    text: textOf(along === 'down' ? { ...cell, row: rect.top } : { ...cell, column: rect.left }),
  }));
}
