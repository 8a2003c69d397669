import { intervalIndex, intervalStart } from '@yotei/time';
import { rangeBetween, type GestureContext } from './gesture-context.js';
import { showing, zoomed } from './window.js';

export interface KeyTarget extends GestureContext {
  readonly onNudge: (percent: number) => void;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
}

export interface ChartKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The end of the selection that moves; the other one stays. */
export interface Caret {
  readonly anchor: number;
  readonly head: number;
}

/** Where the keys stand: at the selection, else at the start of what is shown. */
export function caretOf({ selection, window, grid }: KeyTarget, caret: Caret | null): Caret {
  if (selection && caret) {
    const own = rangeBetween(grid, caret.anchor, caret.head);
    if (own.fromAt === selection.fromAt && own.untilAt === selection.untilAt) return caret;
  }
  const at = selection ? selection.fromAt : window.fromAt;
  const anchor = Math.max(0, Math.min(grid.count - 1, intervalIndex(grid, at)));
  const head = selection ? Math.min(grid.count - 1, intervalIndex(grid, selection.untilAt - 1)) : anchor;
  return { anchor, head };
}

/** How many intervals a key moves; null for keys that do not. */
function stepOf({ key, ctrlKey, metaKey }: ChartKey, target: KeyTarget): number | null {
  const day = (24 * 60) / target.grid.stepMinutes;
  const unit = ctrlKey || metaKey ? day : 1;
  if (key === 'ArrowLeft') return -unit;
  if (key === 'ArrowRight') return unit;
  if (key === 'PageUp') return -7 * day;
  if (key === 'PageDown') return 7 * day;
  if (key === 'Home') return -target.grid.count;
  if (key === 'End') return target.grid.count;
  return null;
}

function moveCaret(target: KeyTarget, caret: Caret, step: { by: number; extend: boolean }): Caret {
  const { grid, bounds, window } = target;
  const head = Math.max(0, Math.min(grid.count - 1, caret.head + step.by));
  const next = { anchor: step.extend ? caret.anchor : head, head };
  target.onSelect(rangeBetween(grid, next.anchor, next.head));
  target.onHover(head);
  target.onWindow(showing(window, intervalStart(grid, head), bounds));
  return next;
}

function zoomBy(target: KeyTarget, caret: Caret, factor: number): Caret {
  const { window, bounds, grid, onWindow } = target;
  const at = intervalStart(grid, caret.head);
  const inside = at >= window.fromAt && at < window.untilAt;
  onWindow(zoomed(window, { at: inside ? at : (window.fromAt + window.untilAt) / 2, factor, bounds }));
  return caret;
}

/** What a key does on the chart; the caret afterwards, or null when the key means nothing here. */
export function chartKey(event: ChartKey, target: KeyTarget, last: Caret | null): Caret | null {
  const caret = caretOf(target, last);
  const by = stepOf(event, target);
  if (by !== null) return moveCaret(target, caret, { by, extend: event.shiftKey });
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown':
      if (!target.mayEdit || !target.selection) return null;
      target.onNudge((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 5 : 1));
      return caret;
    case '+':
    case '=':
      return zoomBy(target, caret, 0.5);
    case '-':
      return zoomBy(target, caret, 2);
    case 'Enter':
      target.onCommit();
      return caret;
    case 'Escape':
      target.onCancel();
      return caret;
    default:
      return null;
  }
}
