import { localDateOf } from '@yotei/time';
import { snapMinute, xOf, type BoardAxis, type BoardModel, type BoardZoom } from '../board/index.js';
import type { DeskState } from './desk-state.js';

/** Index of today on the board, or -1. */
export function todayOf(model: BoardModel): number {
  const today = localDateOf(Date.now(), model.zone);
  return model.days.findIndex((day) => day.on === today);
}

/** The day that the address names, else today, else the first. */
export function dayInAddress(model: BoardModel, on: string | undefined): number {
  return Math.max(0, on ? model.days.findIndex((day) => day.on === on) : todayOf(model));
}

/** Where a day begins on the axis, in pixels; near by, an hour before its work does. */
export function leftOfDay(state: DeskState, { axis, zoom }: { axis: BoardAxis; zoom: BoardZoom }, day: number): number {
  return xOf(axis, zoom === 'day' || zoom === 'hour' ? openingMinute(state, day) : state.model.days[day]!.start);
}

/** An hour before the day's first demand after the night (first work where there is no demand); the day's start when it has none. */
function openingMinute({ model, coverage }: DeskState, day: number): number {
  const { start, length } = model.days[day]!;
  for (let minute = start + 240; minute < start + length; minute += model.slotMinutes) {
    const slot = minute / model.slotMinutes;
    const asked = coverage.hasDemand ? coverage.toRoster[slot]! > 0 : isSomebodyThere(model, minute);
    if (asked) return Math.max(start, snapMinute(minute - 60, 60));
  }
  return start;
}

function isSomebodyThere(model: BoardModel, minute: number): boolean {
  return model.shifts.some((list) => list.some(({ start, length }) => start <= minute && minute < start + length));
}
