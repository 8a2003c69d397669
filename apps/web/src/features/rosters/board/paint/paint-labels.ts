import { clockLabel, xOf } from '../axis.js';
import { sessionTitleOf } from '../session-title.js';
import { activityAt, activityCount } from '../tiling.js';
import { activityColour } from '../palette.js';
import type { BoardLabels, BoardPicture } from './board-picture.js';
import type { PixelRect } from './paint-hatch.js';
import { SEGMENT_INSET, type ShownShift } from './segments.js';
import { BOARD_FONT, type Surface } from './surface.js';

export const SEGMENT_FONT = `11px ${BOARD_FONT}`;
const PADDING = 4;

/** Writes one line into the rectangle; nothing when it does not fit, because half a word misleads. */
export function clippedTextPainter(widthOf: (text: string) => number): BoardLabels['paintClipped'] {
  return (surface, rect, { text, ink, align, plate }) => {
    const width = widthOf(text);
    if (text === '' || width + (align === 'left' ? PADDING : 1) > rect.width) return;
    surface.font = SEGMENT_FONT;
    surface.textBaseline = 'middle';
    const x = align === 'left' ? rect.x + PADDING : rect.x + Math.round((rect.width - width) / 2);
    if (plate) {
      surface.fillStyle = plate;
      surface.fillRect(x - 2, rect.y + 2, Math.ceil(width) + 4, rect.height - 4);
    }
    surface.fillStyle = ink;
    surface.fillText(text, x, rect.y + Math.round(rect.height / 2) + 0.5);
  };
}

/** Start and end in the first segment; in the others the title, or the letter where the title has no room. */
export function paintLabels(surface: Surface, picture: BoardPicture, shown: readonly ShownShift[]): void {
  const { axis, viewport } = picture;
  for (const { shift, top, height } of shown) {
    const y = top + SEGMENT_INSET;
    for (let index = 0; index < activityCount(shift); index++) {
      const activity = activityAt(shift, index)!;
      const x = xOf(axis, activity.start) - viewport.left;
      const right = xOf(axis, activity.start + activity.length) - viewport.left;
      if (right < 0 || x > viewport.width || right - x < 10) continue;
      const rect = { x, y, width: right - x - 1, height: height - 2 * SEGMENT_INSET };
      if (index === 0 && activity.type === picture.model.baseType) paintTimes(surface, picture, { shift, rect });
      else if (activity.type !== picture.model.baseType)
        paintTitle(surface, picture, { type: activity.type, session: sessionTitleOf(shift, index), rect });
    }
  }
}

function paintTimes(
  surface: Surface,
  { axis, labels, palette }: BoardPicture,
  { shift, rect }: { shift: ShownShift['shift']; rect: PixelRect },
): void {
  const start = clockLabel(axis.startAt, shift.start, axis.displayZone);
  const both = `${start}–${clockLabel(axis.startAt, shift.start + shift.length, axis.displayZone)}`;
  const text = labels.widthOf(both) + PADDING <= rect.width ? both : start;
  labels.paintClipped(surface, rect, { text, ink: palette.ink, align: 'left' });
}

function paintTitle(
  surface: Surface,
  { model, labels, palette }: BoardPicture,
  { type, session, rect }: { type: number; session: string | null; rect: PixelRect },
): void {
  const fits = (text: string) => labels.widthOf(text) + 2 * PADDING <= rect.width;
  const title = session !== null && fits(session) ? session : labels.title(type);
  const text = fits(title) ? title : labels.letter(type);
  const colour = activityColour(palette, model.activityTypes[type]!);
  labels.paintClipped(surface, rect, {
    text,
    ink: palette.ink,
    align: 'centre',
    ...(colour.hatch && { plate: colour.fill }),
  });
}
