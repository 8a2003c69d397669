import type { StoreApi } from 'zustand';
import { xOf } from '../board/index.js';
import type { ViewState } from './desk-context.js';

/** Scrolls the board so that a span of a row is on the screen, clear of the sticky names. */
export function scrollIntoBoard(
  view: StoreApi<ViewState>,
  at: { readonly row: number; readonly start: number; readonly end: number },
): void {
  const element = document.querySelector<HTMLElement>('.b-scroller');
  if (!element) return;
  const { axis, layout, left, top, width, height } = view.getState();
  const [x, right] = [xOf(axis, at.start), xOf(axis, at.end)];
  if (x < left || right > left + width) element.scrollLeft = Math.max(0, x - Math.max(40, (width - (right - x)) / 3));
  if (at.row < 0) return;
  const [y, bottom] = [layout.tops[at.row]!, layout.tops[at.row + 1]!];
  if (y < top) element.scrollTop = y - 30;
  else if (bottom > top + height) element.scrollTop = bottom - height + 30;
}
