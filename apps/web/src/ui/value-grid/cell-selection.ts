export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: the anchor stays, the head moves and is the active cell's opposite corner. */
export interface CellRange {
  readonly anchor: Cell;
  readonly head: Cell;
}

export interface CellRect {
  readonly top: number;
  readonly left: number;
  /** The last row and column, inside the rectangle. */
  readonly bottom: number;
  readonly right: number;
}

export function rectOf({ anchor, head }: CellRange): CellRect {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export const contains = ({ top, left, bottom, right }: CellRect, { row, column }: Cell): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** All cells of a rectangle, row by row. */
export function cellsOf({ top, left, bottom, right }: CellRect): readonly Cell[] {
  const width = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * width }, (_, index) => ({
    row: top + Math.floor(index / width),
    column: left + (index % width),
  }));
}

export interface GridKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves. */
  readonly pageRows: number;
}

function destination({ row, column }: Cell, { key, ctrlKey, metaKey }: GridKey, size: GridSize): Cell | null {
  const far = ctrlKey || metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? last.row : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? last.column : column + 1 };
    case 'PageUp':
      return { row: row - size.pageRows, column };
    case 'PageDown':
      return { row: row + size.pageRows, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? last.row : row, column: last.column };
    default:
      return null;
  }
}

/** The range after a key that moves, with Shift extending it; null for other keys. */
export function movedRange(range: CellRange, key: GridKey, size: GridSize): CellRange | null {
  const to = destination(range.head, key, size);
  if (!to) return null;
  const head = {
    row: Math.min(size.rows - 1, Math.max(0, to.row)),
    column: Math.min(size.columns - 1, Math.max(0, to.column)),
  };
  return { anchor: key.shiftKey ? range.anchor : head, head };
}
