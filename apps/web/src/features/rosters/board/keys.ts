/** A key press as the board sees it; a subset of the browser's event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing?: boolean;
}

export type BoardCommand =
  | 'activity-before'
  | 'activity-after'
  | 'row-above'
  | 'row-below'
  | 'day-before'
  | 'day-after'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down'
  | 'extend-before'
  | 'extend-after'
  | 'extend-above'
  | 'extend-below'
  | 'toggle-selection'
  | 'edit'
  | 'move'
  | 'resize'
  | 'remove'
  | 'lock'
  | 'undo'
  | 'redo'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'why-short'
  | 'breach-next'
  | 'breach-previous'
  | 'zoom'
  | 'today'
  | 'filter'
  | 'all-keys'
  | 'select-all'
  | 'type'
  | 'swap'
  | 'assign'
  | 'insert'
  | 'fill-week'
  | 'fill-down'
  | 'fill-right'
  | 'pin'
  | 'confirm'
  | 'cancel'
  | 'paint';

interface Binding {
  readonly key: string;
  readonly ctrl?: true;
  readonly shift?: boolean;
  readonly command: BoardCommand;
}

/** Every key of the board, in the order of the help list. The first match counts. */
export const BOARD_KEYS: readonly Binding[] = [
  { key: 'ArrowLeft', ctrl: true, command: 'day-before' },
  { key: 'ArrowRight', ctrl: true, command: 'day-after' },
  { key: 'ArrowUp', ctrl: true, command: 'first' },
  { key: 'ArrowDown', ctrl: true, command: 'last' },
  { key: 'ArrowLeft', shift: true, command: 'extend-before' },
  { key: 'ArrowRight', shift: true, command: 'extend-after' },
  { key: 'ArrowUp', shift: true, command: 'extend-above' },
  { key: 'ArrowDown', shift: true, command: 'extend-below' },
  { key: 'ArrowLeft', command: 'activity-before' },
  { key: 'ArrowRight', command: 'activity-after' },
  { key: 'ArrowUp', command: 'row-above' },
  { key: 'ArrowDown', command: 'row-below' },
  { key: 'Home', command: 'first' },
  { key: 'End', command: 'last' },
  { key: 'PageUp', command: 'page-up' },
  { key: 'PageDown', command: 'page-down' },
  { key: ' ', command: 'toggle-selection' },
  { key: 'Enter', command: 'edit' },
  { key: 'F2', command: 'edit' },
  { key: 'm', command: 'move' },
  { key: 'r', command: 'resize' },
  { key: 'Delete', command: 'remove' },
  { key: 'Backspace', command: 'remove' },
  { key: 'l', command: 'lock' },
  { key: 'z', ctrl: true, shift: true, command: 'redo' },
  { key: 'z', ctrl: true, command: 'undo' },
  { key: 'y', ctrl: true, command: 'redo' },
  { key: 'c', ctrl: true, command: 'copy' },
  { key: 'x', ctrl: true, command: 'cut' },
  { key: 'v', ctrl: true, command: 'paste' },
  { key: 'a', ctrl: true, command: 'select-all' },
  { key: 'd', ctrl: true, command: 'fill-down' },
  { key: 'r', ctrl: true, command: 'fill-right' },
  { key: 'e', command: 'type' },
  { key: 's', command: 'swap' },
  { key: 'a', command: 'assign' },
  { key: 'i', command: 'insert' },
  { key: 'w', command: 'fill-week' },
  { key: 'k', command: 'pin' },
  { key: 'v', command: 'why-short' },
  { key: 'n', command: 'breach-next' },
  { key: 'p', command: 'breach-previous' },
  { key: '[', command: 'day-before' },
  { key: ']', command: 'day-after' },
  { key: 'z', command: 'zoom' },
  { key: 't', command: 'today' },
  { key: '/', command: 'filter' },
  { key: '?', shift: true, command: 'all-keys' },
  { key: '?', command: 'all-keys' },
  { key: 'Escape', command: 'cancel' },
];

/** The command of a key press, or null; nothing while an input method is composing. */
export function commandOf(press: KeyPress): BoardCommand | null {
  if (press.isComposing || press.altKey) return null;
  const ctrl = press.ctrlKey || press.metaKey;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (!ctrl && /^[1-9]$/.test(key)) return 'paint';
  const found = BOARD_KEYS.find(
    (b) => b.key === key && (b.ctrl ?? false) === ctrl && (b.shift === undefined || b.shift === press.shiftKey),
  );
  return found?.command ?? null;
}

/** Step of a held move or resize: arrow keys only; Shift in a resize takes the start. */
export function stepOf(press: KeyPress): -1 | 0 | 1 {
  if (press.key === 'ArrowLeft') return -1;
  return press.key === 'ArrowRight' ? 1 : 0;
}
