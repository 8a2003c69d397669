import { axisTicks, minuteAt, xOf } from '../axis.js';
import { rowsBetween } from '../layout.js';
import { activityColour } from '../palette.js';
import type { BoardPicture } from './board-picture.js';
import { paintClosed } from './paint-closed.js';
import { paintHatch } from './paint-hatch.js';
import { paintLabels } from './paint-labels.js';
import { paintMarks } from './paint-marks.js';
import { collectSegments, SEGMENT_INSET, type SegmentBuckets } from './segments.js';
import type { Surface } from './surface.js';

/** Paints the whole body once: ground, lines, absences, one pass per activity type, then texts and marks. */
export function paintBoard(surface: Surface, picture: BoardPicture, buckets: SegmentBuckets): void {
  paintGround(surface, picture);
  paintTimeOff(surface, picture);
  const shown = collectSegments(picture, buckets);
  paintSegments(surface, picture, buckets);
  roundCorners(surface, picture, buckets);
  paintLabels(surface, picture, shown);
  paintMarks(surface, picture, shown);
  picture.marks.over?.(surface, picture);
}

function paintGround(surface: Surface, picture: BoardPicture): void {
  const { palette, layout, axis, viewport } = picture;
  surface.fillStyle = palette.row;
  surface.fillRect(0, 0, viewport.width, viewport.height);
  paintClosed(surface, picture);
  const { first, last } = rowsBetween(layout, viewport.top, viewport.top + viewport.height);
  const from = minuteAt(axis, viewport.left);
  const until = minuteAt(axis, viewport.left + viewport.width);
  surface.fillStyle = palette.hourLine;
  for (const tick of axisTicks(axis, from, until))
    surface.fillRect(tick.x - viewport.left, 0, tick.day ? 2 : 1, viewport.height);
  for (let index = first; index < last; index++) {
    const top = layout.tops[index]! - viewport.top;
    const height = layout.tops[index + 1]! - layout.tops[index]!;
    if (layout.rows[index]!.kind === 'group') {
      surface.fillStyle = palette.groupRow;
      surface.fillRect(0, top, viewport.width, height);
    }
    surface.fillStyle = palette.line;
    surface.fillRect(0, top + height - 1, viewport.width, 1);
  }
  paintEdgeOfHorizon(surface, { palette, axis, viewport });
}

function paintEdgeOfHorizon(
  surface: Surface,
  { palette, axis, viewport }: Pick<BoardPicture, 'palette' | 'axis' | 'viewport'>,
): void {
  const right = xOf(axis, axis.lengthMinutes) - viewport.left;
  if (right >= viewport.width) return;
  surface.fillStyle = palette.groupRow;
  surface.fillRect(right, 0, viewport.width - right, viewport.height);
}

function paintSegments(surface: Surface, { model, palette }: BoardPicture, buckets: SegmentBuckets): void {
  model.activityTypes.forEach((type, index) => {
    const colour = activityColour(palette, type);
    const rects = buckets.rects[index]!;
    const end = buckets.counts[index]! * 4;
    if (colour.edge) {
      surface.fillStyle = colour.edge;
      for (let k = 0; k < end; k += 4)
        surface.fillRect(rects[k]!, rects[k + 1]!, Math.max(1, rects[k + 2]! - 1), rects[k + 3]!);
    }
    const inset = colour.edge ? 1 : 0;
    surface.fillStyle = colour.fill;
    // One pixel stays free at the right of every segment, so that neighbours of one colour stay apart.
    for (let k = 0; k < end; k += 4)
      surface.fillRect(
        rects[k]! + inset,
        rects[k + 1]! + inset,
        Math.max(1, rects[k + 2]! - 1 - 2 * inset),
        rects[k + 3]! - 2 * inset,
      );
    if (!colour.hatch) return;
    for (let k = 0; k < end; k += 4)
      paintHatch(
        surface,
        { x: rects[k]!, y: rects[k + 1]!, width: rects[k + 2]! - 1, height: rects[k + 3]! },
        colour.edge ?? palette.ink,
      );
  });
}

/** Takes the corner pixels away again: softer than square, and still whole pixels. */
function roundCorners(surface: Surface, { palette }: BoardPicture, buckets: SegmentBuckets): void {
  surface.fillStyle = palette.row;
  buckets.counts.forEach((count, type) => {
    const rects = buckets.rects[type]!;
    for (let k = 0; k < count * 4; k += 4) {
      const [x, y, right, bottom] = [
        rects[k]!,
        rects[k + 1]!,
        rects[k]! + rects[k + 2]! - 2,
        rects[k + 1]! + rects[k + 3]! - 1,
      ];
      if (rects[k + 2]! < 8) continue;
      surface.fillRect(x, y, 1, 1);
      surface.fillRect(right, y, 1, 1);
      surface.fillRect(x, bottom, 1, 1);
      surface.fillRect(right, bottom, 1, 1);
    }
  });
}

function paintTimeOff(surface: Surface, picture: BoardPicture): void {
  const { model, layout, axis, viewport, palette, labels } = picture;
  const colour = activityColour(palette, { code: 'absence' });
  const { first, last } = rowsBetween(layout, viewport.top, viewport.top + viewport.height);
  for (let index = first; index < last; index++) {
    const row = layout.rows[index]!;
    if (row.kind !== 'agent') continue;
    const y = layout.tops[index]! - viewport.top + SEGMENT_INSET;
    const height = layout.tops[index + 1]! - layout.tops[index]! - 2 * SEGMENT_INSET;
    for (const off of model.timeOff[row.agent] ?? []) {
      const x = Math.max(-8, xOf(axis, off.start) - viewport.left);
      const right = Math.min(viewport.width + 8, xOf(axis, off.start + off.length) - viewport.left);
      if (right <= 0 || x >= viewport.width) continue;
      const rect = { x, y, width: right - x, height };
      surface.fillStyle = colour.fill;
      surface.fillRect(rect.x, rect.y, rect.width, rect.height);
      paintHatch(surface, rect, colour.edge ?? palette.ink);
      labels.paintClipped(
        surface,
        { ...rect, x: Math.max(0, x), width: right - Math.max(0, x) },
        { text: labels.absence(off.reason), ink: palette.ink, align: 'left', plate: colour.fill },
      );
    }
  }
}
