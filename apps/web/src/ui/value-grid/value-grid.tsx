import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type PointerEvent } from 'react';
import { contains, type Cell, type CellRange } from './cell-selection.js';
import type { CellEntry } from './cell-text.js';
import { useCellEditing } from './use-cell-editing.js';
import './value-grid.css';

export interface GridCell {
  readonly text: string;
  /** `closed`: nothing can be there. `sum`: worked out, cannot be typed. */
  readonly state: 'open' | 'closed' | 'sum';
  readonly changed?: boolean;
  /** What is wrong with what was typed. */
  readonly error?: string | undefined;
}

export interface ValueGridProps {
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  /** Rows at the top that stay in sight. */
  readonly stickyRows: number;
  readonly corner: string;
  readonly rowTitle: (row: number) => string;
  readonly columnTitle: (column: number) => string;
  readonly cell: (cell: Cell) => GridCell;
  readonly plainText: (cell: Cell) => string;
  readonly readOnly: boolean;
  readonly onEntries: (entries: readonly CellEntry[]) => void;
  readonly onRange?: (range: CellRange) => void;
  readonly onEscape?: () => void;
  /** Pixels of the column of row titles and of the others, where the usual are too few. */
  readonly titleWidth?: number;
  readonly columnWidth?: number;
}

const ROW = 28;
const COLUMN = 96;
const TITLE = 92;

type Editing = ReturnType<typeof useCellEditing>;

interface CellsProps {
  readonly grid: ValueGridProps;
  readonly row: number;
  readonly columns: readonly VirtualItem[];
  readonly editing: Editing;
  readonly id: string;
}

function TypingBox({ editing, label }: { readonly editing: Editing; readonly label: string }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <input
      ref={box}
      className="y-cell-input"
      aria-label={label}
      inputMode="decimal"
      value={editing.typing ?? ''}
      onChange={(event) => editing.setTyping(event.target.value)}
      onKeyDown={editing.onInputKeyDown}
      onBlur={() => editing.finish(null)}
    />
  );
}

function Cells({ grid, row, columns, editing, id }: CellsProps) {
  return columns.map(({ index: column, start }) => {
    const cell = { row, column };
    const { text, state, changed, error } = grid.cell(cell);
    const { head } = editing.range;
    const active = head.row === row && head.column === column;
    const typing = active && editing.typing !== null;
    return (
      <div
        key={column}
        id={`${id}-${row}-${column}`}
        role="gridcell"
        aria-colindex={column + 2}
        aria-selected={contains(editing.rect, cell)}
        aria-invalid={error ? true : undefined}
        aria-readonly={state !== 'open' || undefined}
        title={error}
        className="y-cell"
        data-state={state}
        data-changed={changed}
        data-active={active}
        data-cell={`${row}:${column}`}
        style={{ left: (grid.titleWidth ?? TITLE) + start, width: grid.columnWidth ?? COLUMN }}
      >
        {typing ? <TypingBox editing={editing} label={`${grid.columnTitle(column)} ${grid.rowTitle(row)}`} /> : text}
      </div>
    );
  });
}

function cellUnder(target: EventTarget): Cell | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (found?.dataset['cell'] ?? '').split(':').map(Number);
  return found && row !== undefined && column !== undefined ? { row, column } : null;
}

/** Press selects, dragging over cells extends, Shift extends from where one was, a second click types. */
function pointerHandlers(editing: Editing, readOnly: boolean, typable: (cell: Cell) => boolean) {
  return {
    onPointerDown: (event: PointerEvent) => {
      const cell = cellUnder(event.target);
      if (!cell || editing.typing !== null || event.button !== 0) return;
      editing.select({ anchor: event.shiftKey ? editing.range.anchor : cell, head: cell });
    },
    onPointerOver: (event: PointerEvent) => {
      const cell = cellUnder(event.target);
      if (!cell || event.buttons !== 1 || event.pointerType === 'touch' || editing.typing !== null) return;
      editing.select({ anchor: editing.range.anchor, head: cell });
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const cell = cellUnder(event.target);
      if (cell && !readOnly && typable(cell)) editing.setTyping('');
    },
  };
}

function useGridVirtualizers(grid: ValueGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: grid.rows - grid.stickyRows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    initialRect: { width: 800, height: 560 },
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: grid.columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => grid.columnWidth ?? COLUMN,
    overscan: 3,
    initialRect: { width: 800, height: 560 },
  });
  return { scroller, rows, columns };
}

function ColumnTitles({ grid, columns }: { readonly grid: ValueGridProps; readonly columns: readonly VirtualItem[] }) {
  return (
    <div role="row" aria-rowindex={1} className="y-grid-row" style={{ top: 0, height: ROW }}>
      <div role="columnheader" className="y-row-title" style={{ width: grid.titleWidth ?? TITLE }}>
        {grid.corner}
      </div>
      {columns.map(({ index, start }) => (
        <div
          key={index}
          role="columnheader"
          aria-colindex={index + 2}
          className="y-column-title"
          style={{ left: (grid.titleWidth ?? TITLE) + start, width: grid.columnWidth ?? COLUMN }}
        >
          {grid.columnTitle(index)}
        </div>
      ))}
    </div>
  );
}

/** Numbers in rows and columns to read and type, as many as there are: only those in sight are in the page. */
export function ValueGrid(grid: ValueGridProps) {
  const id = useId();
  const { scroller, rows, columns } = useGridVirtualizers(grid);
  const editing = useCellEditing({ ...grid, pageRows: 16, takeFocus: () => scroller.current?.focus() });
  const { head } = editing.range;
  const items = columns.getVirtualItems();
  useEffect(() => {
    if (head.row >= grid.stickyRows) rows.scrollToIndex(head.row - grid.stickyRows);
    columns.scrollToIndex(head.column);
  }, [head.row, head.column]);
  const headHeight = (1 + grid.stickyRows) * ROW;
  const line = (row: number, top: number) => (
    <div key={row} role="row" aria-rowindex={row + 2} className="y-grid-row" style={{ top, height: ROW }}>
      <div role="rowheader" className="y-row-title" style={{ width: grid.titleWidth ?? TITLE }}>
        {grid.rowTitle(row)}
      </div>
      <Cells grid={grid} row={row} columns={items} editing={editing} id={id} />
    </div>
  );
  const size = { width: (grid.titleWidth ?? TITLE) + columns.getTotalSize(), height: headHeight + rows.getTotalSize() };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={grid.label}
      aria-rowcount={grid.rows + 1}
      aria-colcount={grid.columns + 1}
      aria-multiselectable
      aria-readonly={grid.readOnly}
      aria-activedescendant={`${id}-${head.row}-${head.column}`}
      className="y-value-grid"
      tabIndex={0}
      onKeyDown={editing.onKeyDown}
      onCopy={editing.onCopy}
      onPaste={editing.onPaste}
      {...pointerHandlers(editing, grid.readOnly, (cell) => grid.cell(cell).state === 'open')}
    >
      <div role="presentation" style={size}>
        <div role="rowgroup" className="y-grid-head" style={{ height: headHeight }}>
          <ColumnTitles grid={grid} columns={items} />
          {Array.from({ length: grid.stickyRows }, (_, row) => line(row, (row + 1) * ROW))}
        </div>
        <div role="rowgroup">
          {rows.getVirtualItems().map(({ index, start }) => line(index + grid.stickyRows, headHeight + start))}
        </div>
      </div>
    </div>
  );
}
