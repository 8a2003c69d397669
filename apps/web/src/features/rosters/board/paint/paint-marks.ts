import { xOf } from '../axis.js';
import type { ShiftEdit } from '../edits.js';
import type { GestureTarget } from '../gestures/gesture.js';
import { rowOfAgent } from '../layout.js';
import type { BoardMinute, BoardModel, BoardShift } from '../model.js';
import { activityAt } from '../tiling.js';
import type { BoardPicture } from './board-picture.js';
import type { PixelRect } from './paint-hatch.js';
import { SEGMENT_INSET, type ShownShift } from './segments.js';
import type { Surface } from './surface.js';

/** Locks, changed dots, must bars, old places, selection, the lit interval and the now-line. */
export function paintMarks(surface: Surface, picture: BoardPicture, shown: readonly ShownShift[]): void {
  for (const item of shown) paintShiftMarks(surface, picture, item);
  for (const edit of picture.marks.pending) paintOldPlace(surface, picture, edit);
  for (const target of picture.marks.selected) paintSelected(surface, picture, target);
  paintLit(surface, picture);
}

function rectOf(
  { axis, layout, viewport }: BoardPicture,
  agent: number,
  span: { readonly start: BoardMinute; readonly length: number },
): PixelRect | null {
  const row = rowOfAgent(layout, agent);
  if (row < 0) return null;
  const x = xOf(axis, span.start) - viewport.left;
  const right = xOf(axis, span.start + span.length) - viewport.left;
  const y = layout.tops[row]! - viewport.top;
  return {
    x,
    y: y + SEGMENT_INSET,
    width: Math.max(2, right - x - 1),
    height: layout.tops[row + 1]! - layout.tops[row]! - 2 * SEGMENT_INSET,
  };
}

function paintShiftMarks(
  surface: Surface,
  { axis, viewport, palette, marks }: BoardPicture,
  { shift, top, height }: ShownShift,
): void {
  const x = xOf(axis, shift.start) - viewport.left;
  const right = xOf(axis, shift.start + shift.length) - viewport.left;
  const bottom = top + height - SEGMENT_INSET;
  if (shift.changed && right - x > 12) {
    surface.fillStyle = palette.ink;
    surface.beginPath();
    surface.arc(x + 4, top + SEGMENT_INSET + 4, 2, 0, Math.PI * 2);
    surface.fill();
  }
  if (shift.locked && right - x > 24)
    paintLock(surface, { x: right - 13, y: top + Math.round(height / 2) - 5 }, palette.ink);
  const broken = (marks.mustAt.get(shift.agent) ?? []).some(
    (at) => at >= shift.start && at < shift.start + shift.length,
  );
  if (!broken) return;
  surface.fillStyle = palette.must;
  surface.fillRect(x, bottom, right - x - 1, 3);
}

function paintLock(surface: Surface, at: { readonly x: number; readonly y: number }, ink: string): void {
  surface.strokeStyle = ink;
  surface.lineWidth = 1.5;
  surface.beginPath();
  surface.arc(at.x + 4, at.y + 4, 2.5, Math.PI, 0);
  surface.stroke();
  surface.fillStyle = ink;
  surface.fillRect(at.x, at.y + 4, 8, 6);
}

function paintOldPlace(surface: Surface, picture: BoardPicture, { before, after }: ShiftEdit): void {
  if (!before) return;
  const stays = after !== null && after.start === before.start && after.length === before.length;
  // A shift that stays shows where its activities were; one that moves shows where it was itself.
  const places = stays ? movedPlaces(picture.model, before, after) : [before];
  surface.strokeStyle = picture.palette.outline;
  surface.lineWidth = 1;
  surface.setLineDash([3, 3]);
  for (const place of places) {
    const rect = rectOf(picture, before.agent, place);
    if (rect) surface.strokeRect(rect.x + 0.5, rect.y + 0.5, rect.width - 1, rect.height - 1);
  }
  surface.setLineDash([]);
}

/** Activities of the shift that are no longer where they were. */
function movedPlaces(
  model: BoardModel,
  before: BoardShift,
  after: BoardShift,
): { start: BoardMinute; length: number }[] {
  const out: { start: BoardMinute; length: number }[] = [];
  for (let k = 0; k < before.activities.length; k += 3) {
    const [type, start, length] = [before.activities[k]!, before.activities[k + 1]!, before.activities[k + 2]!];
    if (type !== model.baseType && !holds(after, type, start)) out.push({ start, length });
  }
  return out;
}

function holds(shift: BoardShift, type: number, start: BoardMinute): boolean {
  for (let k = 0; k < shift.activities.length; k += 3)
    if (shift.activities[k] === type && shift.activities[k + 1] === start) return true;
  return false;
}

function paintSelected(surface: Surface, picture: BoardPicture, target: GestureTarget): void {
  const shift = (picture.model.shifts[target.agent] ?? []).find((s) => s.id === target.shiftId);
  const span = shift && (target.activity === null ? shift : activityAt(shift, target.activity));
  const rect = span && rectOf(picture, target.agent, span);
  if (!rect) return;
  surface.strokeStyle = picture.palette.outline;
  surface.lineWidth = 2;
  surface.strokeRect(rect.x, rect.y, rect.width, rect.height);
}

function paintLit(surface: Surface, { marks, axis, viewport, palette }: BoardPicture): void {
  if (marks.lit) {
    const x = xOf(axis, marks.lit.start) - viewport.left;
    const right = xOf(axis, marks.lit.end) - viewport.left;
    surface.globalAlpha = 0.14;
    surface.fillStyle = palette.accent;
    surface.fillRect(x, 0, right - x, viewport.height);
    surface.globalAlpha = 1;
    surface.fillStyle = palette.accent;
    surface.fillRect(x, 0, 1, viewport.height);
    surface.fillRect(right, 0, 1, viewport.height);
  }
  if (marks.nowMinute === null) return;
  surface.fillStyle = palette.must;
  surface.fillRect(xOf(axis, marks.nowMinute) - viewport.left, 0, 2, viewport.height);
}
