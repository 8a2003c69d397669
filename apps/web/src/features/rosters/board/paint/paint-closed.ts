import { xOf } from '../axis.js';
import { rowsBetween } from '../layout.js';
import type { BoardMinute } from '../model.js';
import type { BoardPicture } from './board-picture.js';
import type { Surface } from './surface.js';

/** When nobody is expected, by site. */
export type ClosedTimes = ReadonlyMap<string, readonly { readonly start: BoardMinute; readonly end: BoardMinute }[]>;

/** Shades the closed time of each agent's site, under lines and shifts. */
export function paintClosed(surface: Surface, { closed, model, layout, axis, viewport, palette }: BoardPicture): void {
  if (!closed || closed.size === 0) return;
  surface.fillStyle = palette.groupRow;
  const { first, last } = rowsBetween(layout, viewport.top, viewport.top + viewport.height);
  for (let index = first; index < last; index++) {
    const row = layout.rows[index]!;
    if (row.kind !== 'agent') continue;
    const top = layout.tops[index]! - viewport.top;
    const height = layout.tops[index + 1]! - layout.tops[index]!;
    for (const { start, end } of closed.get(model.agents[row.agent]!.siteId) ?? []) {
      const x = Math.max(0, xOf(axis, start) - viewport.left);
      const right = Math.min(viewport.width, xOf(axis, end) - viewport.left);
      if (right > x) surface.fillRect(x, top, right - x, height);
    }
  }
}
