import { addDays, intervalStart, localDateOf, localDaysGrid, type Instant, type LocalDate } from '@yotei/time';
import type { HistoryDay, QueueHistory } from '../../queue-history.js';

/** A half-open span of time. */
export interface HistorySpan {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** The part of one local day that lies in a span: interval indexes `[from, until)` of the day's own grid. */
export interface DayPart {
  readonly on: LocalDate;
  readonly from: number;
  readonly until: number;
  /** Intervals of the whole day. */
  readonly count: number;
}

/** The days of a span and which of their intervals lie in it, those of which any part does. */
export function partsOfSpan(history: Pick<QueueHistory, 'zone' | 'stepMinutes'>, span: HistorySpan): DayPart[] {
  const { zone, stepMinutes } = history;
  const parts: DayPart[] = [];
  if (span.untilAt <= span.fromAt) return parts;
  const last = localDateOf(span.untilAt - 1, zone);
  for (let on = localDateOf(span.fromAt, zone); on <= last; on = addDays(on, 1)) {
    const grid = localDaysGrid(on, 1, zone, stepMinutes);
    const step = intervalStart(grid, 1) - grid.startAt;
    const from = Math.max(0, Math.floor((span.fromAt - grid.startAt) / step));
    const until = Math.min(grid.count, Math.ceil((span.untilAt - grid.startAt) / step));
    if (until > from) parts.push({ on, from, until, count: grid.count });
  }
  return parts;
}

/**
 * Names the contacts recorded in a span: the same text for the same counts, another one after a correction. Absent days
 * and missing values count as such.
 */
export function dataKeyOf(history: QueueHistory, span: HistorySpan, days = dayIndex(history)): string {
  const values: number[] = [];
  for (const { on, from, until } of partsOfSpan(history, span)) {
    const contacts = days.get(on)?.contacts;
    for (let index = from; index < until; index++) values.push(contacts?.[index] ?? Number.NaN);
  }
  return fingerprint(values);
}

export function dayIndex(history: QueueHistory): ReadonlyMap<LocalDate, HistoryDay> {
  return new Map(history.days.map((day) => [day.on, day]));
}

/** FNV-1a over thousandths of a contact: short, and the same on every machine. */
function fingerprint(values: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const value of values) {
    const thousandths = Number.isNaN(value) ? -1 : Math.round(value * 1000);
    for (let shift = 0; shift < 32; shift += 8)
      hash = Math.imul(hash ^ ((thousandths >> shift) & 0xff), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
