import {
  addDays,
  dateOfEpochDay,
  epochDay,
  localDateOf,
  localDaysGrid,
  type Instant,
  type LocalDate,
} from '@yotei/time';
import type { QueueHistory } from '../../queue-history.js';
import { slotsOfDay } from '../day-table.js';
import type { ExpectedDay, ExpectedHistory } from './expected-contacts.js';
import { dayIndex, partsOfSpan, type HistorySpan } from './history-span.js';

/** Recorded beside expected around a span: the intervals of its one day, or the days around it. NaN = nothing recorded, or closed. */
export interface HistoryPicture {
  readonly unit: 'interval' | 'day';
  readonly startAt: Instant;
  readonly fromOn: LocalDate;
  /** Minutes from one value to the next; 1440 for days. */
  readonly stepMinutes: number;
  readonly actual: Float64Array;
  readonly expected: Float64Array;
}

/** Days shown before and after a span of days. */
const DAYS_AROUND = 7;
const MOST_DAYS = 60;

/** The picture of a span, as recorded. A span inside one day shows that day from its first to its last open interval. */
export function pictureOf(history: QueueHistory, expected: ExpectedHistory, span: HistorySpan): HistoryPicture {
  const parts = partsOfSpan(history, span);
  const only = parts.length === 1 && parts[0]!.until - parts[0]!.from < parts[0]!.count ? parts[0]!.on : null;
  const byDay = new Map(expected.days.map((day) => [day.day, day]));
  return only ? dayPicture(history, byDay.get(epochDay(only)), only) : daysPicture(history, byDay, span);
}

function dayPicture(history: QueueHistory, day: ExpectedDay | undefined, on: LocalDate): HistoryPicture {
  const { zone, stepMinutes } = history;
  const grid = localDaysGrid(on, 1, zone, stepMinutes);
  const slots = slotsOfDay(on, zone, stepMinutes);
  const contacts = dayIndex(history).get(on)?.contacts;
  const shown = [...slots.keys()].filter(
    (index) => day?.open[slots[index]!] === 1 || !Number.isNaN(contacts?.[index] ?? Number.NaN),
  );
  const first = shown[0] ?? 0;
  const count = shown.length === 0 ? 0 : shown.at(-1)! + 1 - first;
  const level = day?.level ?? 1;
  return {
    unit: 'interval',
    startAt: grid.startAt + first * stepMinutes * 60_000,
    fromOn: on,
    stepMinutes,
    actual: Float64Array.from({ length: count }, (_, index) => contacts?.[first + index] ?? Number.NaN),
    expected: Float64Array.from({ length: count }, (_, index) => {
      const slot = slots[first + index]!;
      return day?.open[slot] === 1 ? day.usual[slot]! * level : Number.NaN;
    }),
  };
}

function daysPicture(
  history: QueueHistory,
  byDay: ReadonlyMap<number, ExpectedDay>,
  span: HistorySpan,
): HistoryPicture {
  const { zone } = history;
  const fromOn = addDays(localDateOf(span.fromAt, zone), -DAYS_AROUND);
  const untilOn = addDays(localDateOf(span.untilAt - 1, zone), DAYS_AROUND);
  const count = Math.min(MOST_DAYS, epochDay(untilOn) - epochDay(fromOn) + 1);
  const days = Array.from({ length: count }, (_, index) => byDay.get(epochDay(fromOn) + index));
  const recorded = dayIndex(history);
  return {
    unit: 'day',
    startAt: localDaysGrid(fromOn, 1, zone, history.stepMinutes).startAt,
    fromOn,
    stepMinutes: 1440,
    actual: Float64Array.from(days, (_, index) => {
      const contacts = recorded.get(dateOfEpochDay(epochDay(fromOn) + index))?.contacts;
      return contacts ? contacts.reduce((sum, value) => sum + (value || 0), 0) : Number.NaN;
    }),
    expected: Float64Array.from(days, (day) => (day?.open.includes(1) ? day.usualTotal : Number.NaN)),
  };
}
