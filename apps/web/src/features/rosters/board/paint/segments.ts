import { xOf, type BoardAxis } from '../axis.js';
import { rowsBetween, type BoardLayout } from '../layout.js';
import type { BoardModel, BoardShift } from '../model.js';
import type { Viewport } from './surface.js';

/** Space between a segment and the edges of its row. */
export const SEGMENT_INSET = 5;

/**
 * Rectangles to draw, one bucket an activity type, each four whole numbers `x, y, width, height` in pixels of the
 * viewport. The buffers are kept between frames, so scrolling allocates nothing.
 */
export class SegmentBuckets {
  readonly rects: Int32Array[] = [];
  readonly counts: number[] = [];

  reset(typeCount: number): void {
    while (this.rects.length < typeCount) this.rects.push(new Int32Array(4 * 256));
    this.counts.length = 0;
    for (let type = 0; type < typeCount; type++) this.counts.push(0);
  }

  add(
    type: number,
    rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): void {
    const at = this.counts[type]! * 4;
    let buffer = this.rects[type]!;
    if (at + 4 > buffer.length) {
      const larger = new Int32Array(buffer.length * 2);
      larger.set(buffer);
      this.rects[type] = buffer = larger;
    }
    buffer[at] = rect.x;
    buffer[at + 1] = rect.y;
    buffer[at + 2] = rect.width;
    buffer[at + 3] = rect.height;
    this.counts[type] = this.counts[type]! + 1;
  }
}

/** Pixels a minute below which a break of half an hour has no room. */
const LEAST_ACTIVITY_SCALE = 0.06;

export interface BoardScene {
  readonly model: BoardModel;
  readonly layout: BoardLayout;
  readonly axis: BoardAxis;
  readonly viewport: Viewport;
}

/** A shift on the screen and the top of its row, in pixels of the viewport. */
export interface ShownShift {
  readonly shift: BoardShift;
  readonly top: number;
  readonly height: number;
}

/** The shifts that touch the viewport, and their activities' rectangles sorted into the buckets. */
export function collectSegments({ model, layout, axis, viewport }: BoardScene, buckets: SegmentBuckets): ShownShift[] {
  buckets.reset(model.activityTypes.length);
  const shown: ShownShift[] = [];
  const { first, last } = rowsBetween(layout, viewport.top, viewport.top + viewport.height);
  for (let index = first; index < last; index++) {
    const row = layout.rows[index]!;
    if (row.kind !== 'agent') continue;
    const top = layout.tops[index]! - viewport.top;
    const height = layout.tops[index + 1]! - layout.tops[index]!;
    for (const shift of model.shifts[row.agent] ?? []) {
      if (
        xOf(axis, shift.start + shift.length) < viewport.left ||
        xOf(axis, shift.start) > viewport.left + viewport.width
      )
        continue;
      shown.push({ shift, top, height });
      const at = { shift, left: viewport.left, top, height };
      if (axis.pixelsPerMinute < LEAST_ACTIVITY_SCALE) addWhole(buckets, axis, { ...at, type: model.baseType });
      else addActivities(buckets, axis, at);
    }
  }
  return shown;
}

interface PlacedShift {
  readonly shift: BoardShift;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** One bar for the shift: a month is for who works when, not for their breaks. */
function addWhole(buckets: SegmentBuckets, axis: BoardAxis, at: PlacedShift & { readonly type: number }): void {
  const x = xOf(axis, at.shift.start) - at.left;
  const right = xOf(axis, at.shift.start + at.shift.length) - at.left;
  const height = at.height - 2 * SEGMENT_INSET;
  buckets.add(at.type, { x, y: at.top + SEGMENT_INSET, width: Math.max(2, right - x), height });
}

function addActivities(buckets: SegmentBuckets, axis: BoardAxis, at: PlacedShift): void {
  const { activities } = at.shift;
  for (let k = 0; k < activities.length; k += 3) {
    const x = xOf(axis, activities[k + 1]!) - at.left;
    const right = xOf(axis, activities[k + 1]! + activities[k + 2]!) - at.left;
    buckets.add(activities[k]!, {
      x,
      y: at.top + SEGMENT_INSET,
      width: Math.max(1, right - x),
      height: at.height - 2 * SEGMENT_INSET,
    });
  }
}
