import { localMinuteOfDay, MINUTE_MILLIS, type Instant, type ZoneId } from '@yotei/time';
import type { BoardDay, BoardMinute } from './model.js';
import type { BoardZoom } from './view-choices.js';

/** The one horizontal scale that gap row, rows and chart share. Elapsed time, so a 23-hour day is drawn shorter. */
export interface BoardAxis {
  readonly startAt: Instant;
  readonly lengthMinutes: number;
  readonly days: readonly BoardDay[];
  /** Zone in which times are written; the days stay those of the schedule. */
  readonly displayZone: ZoneId;
  readonly pixelsPerMinute: number;
  /** Minutes of one column of the gap row: the slot, or more when zoomed out. */
  readonly columnMinutes: number;
}

const SHOWN_DAYS: Readonly<Record<BoardZoom, number>> = {
  hour: 4 / 24,
  day: 14 / 24,
  'three-days': 3,
  week: 7,
  month: 28,
};
const COLUMN_MINUTES: Readonly<Record<BoardZoom, number>> = {
  hour: 15,
  day: 15,
  'three-days': 120,
  week: 240,
  month: 1440,
};
const LEAST_COLUMN_PIXELS = 14;

/**
 * Scale at which the zoom fills `width` pixels: Hour shows four hours, Day fourteen (an opening day), the others whole days.
 * Columns keep a whole number of pixels, so that lines and cells stay sharp, and never fall under 14 pixels:
 * a narrow screen scrolls instead.
 */
export function columnPixels(
  zoom: BoardZoom,
  width: number,
  slotMinutes: number,
): { columnMinutes: number; pixelsPerMinute: number } {
  const columnMinutes = Math.max(slotMinutes, COLUMN_MINUTES[zoom]);
  const columns = (SHOWN_DAYS[zoom] * 1440) / columnMinutes;
  const pixels = Math.max(LEAST_COLUMN_PIXELS, Math.floor(width / columns));
  return { columnMinutes, pixelsPerMinute: pixels / columnMinutes };
}

/** Pixels from the left end of the axis, whole. */
export function xOf(axis: BoardAxis, minute: BoardMinute): number {
  return Math.round(minute * axis.pixelsPerMinute);
}

/** The board minute at that pixel, a fraction; {@link snapMinute} makes it whole. */
export function minuteAt(axis: BoardAxis, x: number): number {
  return x / axis.pixelsPerMinute;
}

/** Whole width of the axis in pixels. */
export function axisWidth(axis: BoardAxis): number {
  return xOf(axis, axis.lengthMinutes);
}

/** The nearest multiple of `step` minutes; offsets change by half hours at least, so it is a quarter hour on the clock too. */
export function snapMinute(minute: number, step: number): BoardMinute {
  return Math.round(minute / step) * step;
}

/** Wall-clock `HH:MM` of a board minute in a zone. */
export function clockLabel(startAt: Instant, minute: BoardMinute, zone: ZoneId): string {
  const local = Math.round(localMinuteOfDay(startAt + minute * MINUTE_MILLIS, zone));
  return `${String(Math.floor(local / 60)).padStart(2, '0')}:${String(local % 60).padStart(2, '0')}`;
}

export interface AxisTick {
  readonly minute: BoardMinute;
  readonly x: number;
  readonly label: string;
  /** A day begins here in the schedule's zone. */
  readonly day: boolean;
  /** The clock was put back: this hour is shown for the second time. */
  readonly repeated: boolean;
  /** The clock was put forward: an hour is missing before this label. */
  readonly afterGap: boolean;
}

const LABEL_PIXELS = 46;
const DAY_LABEL_PIXELS = 84;
const LABEL_HOURS = [1, 2, 3, 4, 6, 12, 24];

/** Whole hours between two labels so that they do not touch. */
export function hoursPerLabel(axis: BoardAxis): number {
  // From 6 hours on, every few labels are days' names, which are longer.
  const room = (hours: number) => (hours < 6 ? LABEL_PIXELS : DAY_LABEL_PIXELS);
  return LABEL_HOURS.find((hours) => hours * 60 * axis.pixelsPerMinute >= room(hours)) ?? 24;
}

/**
 * Labels between two board minutes, on whole wall-clock hours of the display zone. On a spring day the missing hour
 * has no label and the next one is marked; on an autumn day the doubled hour is labelled twice.
 */
export function axisTicks(axis: BoardAxis, fromMinute: BoardMinute, untilMinute: BoardMinute): AxisTick[] {
  // Near enough, quarter-hours are labelled too.
  const every = 15 * axis.pixelsPerMinute >= LABEL_PIXELS ? 15 : hoursPerLabel(axis) * 60;
  const starts = new Set(axis.days.map((day) => day.start));
  const ticks: AxisTick[] = [];
  const first = Math.max(0, Math.floor(fromMinute / 15) * 15);
  const last = Math.min(axis.lengthMinutes, untilMinute);
  for (let minute = first; minute <= last; minute += 15) {
    const local = clockMinute(axis, minute);
    if (local % every !== 0) continue;
    const hourBefore = (clockMinute(axis, minute - 60) + 60) % 1440;
    ticks.push({
      minute,
      x: xOf(axis, minute),
      label: clockLabel(axis.startAt, minute, axis.displayZone),
      day: starts.has(minute),
      repeated: hourBefore === local + 60 || hourBefore === local + 30,
      afterGap: (hourBefore + 60) % 1440 === local || (hourBefore + 30) % 1440 === local,
    });
  }
  return ticks;
}

function clockMinute(axis: BoardAxis, minute: BoardMinute): number {
  return Math.round(localMinuteOfDay(axis.startAt + minute * MINUTE_MILLIS, axis.displayZone)) % 1440;
}
