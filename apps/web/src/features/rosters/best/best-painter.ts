import { rowOfAgent, SEGMENT_INSET, xOf, type BoardPicture, type Surface } from '../board/index.js';
import type { OtherDay } from '../board/other-roster.js';

const DASH = [4, 3];
/** How far a ghost stands out above and below the shift it would replace. */
const OUT = 3;

/** Draws what another roster would change over the board: where shifts would lie, and which would go. */
export function paintOtherDays(surface: Surface, picture: BoardPicture, days: readonly OtherDay[]): void {
  const { palette } = picture;
  surface.lineWidth = 1.5;
  for (const { agent, before, after } of days) {
    const row = rowRect(picture, agent);
    if (!row) continue;
    surface.strokeStyle = palette.textQuiet;
    for (const shift of before)
      if (!after.some(({ start }) => start === shift.start)) strike(surface, picture, { shift, row });
    surface.strokeStyle = palette.accent;
    surface.fillStyle = palette.accent;
    for (const shift of after) ghost(surface, picture, { shift, row });
  }
}

interface Row {
  readonly top: number;
  readonly height: number;
}

interface Placed {
  readonly shift: OtherDay['after'][number];
  readonly row: Row;
}

/** The row's place in the viewport; null when it is not on the screen. */
function rowRect({ layout, viewport }: BoardPicture, agent: number): Row | null {
  const index = rowOfAgent(layout, agent);
  if (index < 0) return null;
  const top = layout.tops[index]! - viewport.top;
  const height = layout.tops[index + 1]! - layout.tops[index]!;
  return top > viewport.height || top + height < 0 ? null : { top, height };
}

function spanOf({ axis, viewport }: BoardPicture, from: number, length: number): { x: number; width: number } {
  const x = xOf(axis, from) - viewport.left;
  return { x, width: Math.max(2, xOf(axis, from + length) - viewport.left - x - 1) };
}

function strike(surface: Surface, picture: BoardPicture, { shift, row }: Placed): void {
  const { x, width } = spanOf(picture, shift.start, shift.length);
  surface.beginPath();
  surface.moveTo(x, row.top + row.height / 2);
  surface.lineTo(x + width, row.top + row.height / 2);
  surface.stroke();
}

/** A dashed frame around the shift, with a bar at its foot for each activity that is not contact work. */
function ghost(surface: Surface, picture: BoardPicture, { shift, row }: Placed): void {
  const { x, width } = spanOf(picture, shift.start, shift.length);
  const top = row.top + SEGMENT_INSET - OUT;
  const height = row.height - 2 * (SEGMENT_INSET - OUT);
  surface.globalAlpha = 0.12;
  surface.fillRect(x, top, width, height);
  surface.globalAlpha = 1;
  surface.setLineDash(DASH);
  surface.strokeRect(x + 0.5, top + 0.5, width, height - 1);
  surface.setLineDash([]);
  for (let k = 0; k < shift.activities.length; k += 3) {
    if (shift.activities[k] === picture.model.baseType) continue;
    const bar = spanOf(picture, shift.activities[k + 1]!, shift.activities[k + 2]!);
    surface.fillRect(bar.x, top + height - 3, bar.width, 3);
  }
}
