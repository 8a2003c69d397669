import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { cellsOf, movedRange, rectOf, type Cell, type CellRange } from './cell-selection.js';
import { filled, fromClipboard, pasted, toClipboard, type CellEntry } from './cell-text.js';

export interface CellEditingOf {
  readonly rows: number;
  readonly columns: number;
  readonly pageRows: number;
  readonly readOnly: boolean;
  /** Plain number of a cell, as a spreadsheet takes it. */
  readonly plainText: (cell: Cell) => string;
  readonly onEntries: (entries: readonly CellEntry[]) => void;
  readonly onRange?: ((range: CellRange) => void) | undefined;
  readonly onEscape?: (() => void) | undefined;
  /** Gives the keys back to the grid when the box typed into goes. */
  readonly takeFocus: () => void;
}

/** What is selected, and the text being typed (null while nothing is). */
function useTyping(grid: CellEditingOf) {
  const [range, setRange] = useState<CellRange>({ anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } });
  const [typing, setText] = useState<string | null>(null);
  /** The box says goodbye twice, by its key and by losing the focus: the second time is not heard. */
  const open = useRef(false);
  const rect = rectOf(range);
  const select = (next: CellRange) => {
    setRange(next);
    grid.onRange?.(next);
  };
  const setTyping = (text: string | null) => {
    open.current = text !== null;
    setText(text);
  };
  const finish = (then: string | null) => {
    if (!open.current) return;
    if (typing !== null && typing.trim() !== '')
      grid.onEntries(cellsOf(rect).map((cell) => ({ ...cell, text: typing })));
    setTyping(null);
    const key = { key: then ?? '', shiftKey: false, ctrlKey: false, metaKey: false };
    const next = movedRange(range, key, grid);
    if (next) select(next);
  };
  return { range, rect, typing, select, setTyping, finish };
}

type Typing = ReturnType<typeof useTyping>;

const AT_ORIGIN = { row: 0, column: 0 };

/** Keys that are no movement: select all, fill, begin to type. False for those that mean nothing here. */
function command(grid: CellEditingOf, { range, rect, select, setTyping }: Typing, event: KeyboardEvent): boolean {
  const { key } = event;
  const held = event.ctrlKey || event.metaKey;
  if (held && key.toLowerCase() === 'a') {
    select({ anchor: AT_ORIGIN, head: { row: grid.rows - 1, column: grid.columns - 1 } });
    return true;
  }
  if (grid.readOnly) return false;
  if (held && (key === 'd' || key === 'r')) {
    grid.onEntries(filled(rect, key === 'd' ? 'down' : 'right', grid.plainText));
    return true;
  }
  if (key === 'Enter' || key === 'F2') setTyping(grid.plainText(range.head));
  else if (key.length === 1 && !held && /[\d０-９+\-−=.]/.test(key)) setTyping(key);
  else return false;
  return true;
}

function clipboardOf(grid: CellEditingOf, { rect, typing }: Typing) {
  return {
    onCopy: (event: ClipboardEvent) => {
      if (typing !== null) return;
      event.clipboardData.setData('text/plain', toClipboard(rect, grid.plainText));
      event.preventDefault();
    },
    onPaste: (event: ClipboardEvent) => {
      if (typing !== null || grid.readOnly) return;
      grid.onEntries(pasted(fromClipboard(event.clipboardData.getData('text/plain')), rect, grid));
      event.preventDefault();
    },
  };
}

/** Keys, clipboard and the cell being typed into, of a grid that holds no numbers itself. */
export function useCellEditing(grid: CellEditingOf) {
  const state = useTyping(grid);
  const { range, typing, select, setTyping, finish } = state;
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== null || event.nativeEvent.isComposing || event.altKey) return;
    const next = movedRange(range, event, grid);
    if (next) select(next);
    else if (event.key === 'Escape') grid.onEscape?.();
    else if (!command(grid, state, event)) return;
    event.preventDefault();
  };
  const onInputKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Enter' || key === 'Tab') finish(key === 'Enter' ? 'ArrowDown' : 'ArrowRight');
    else if (key === 'Escape') setTyping(null);
    else if (key === 'ArrowUp' || key === 'ArrowDown') finish(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
    grid.takeFocus();
  };
  return { ...state, ...clipboardOf(grid, state), onKeyDown, onInputKeyDown };
}
