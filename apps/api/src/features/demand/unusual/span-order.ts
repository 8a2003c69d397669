import type { HistoryAction } from '@yotei/forecast';
import { addDays, daysBetween, instantOfLocal, startOfLocalDay, type Instant, type LocalDate } from '@yotei/time';
import type { CalendarEventRecord } from '../calendar-events.repository.js';

/** Days or hours of the past that a planner names, in wall-clock time, and what forecasts make of them. */
export interface SpanOrder {
  readonly fromOn: LocalDate;
  readonly fromMinute: number;
  /** Included. */
  readonly untilOn: LocalDate;
  /** 1440 = to the end of the last day. */
  readonly untilMinute: number;
  readonly action: HistoryAction;
  readonly reason: string;
  /** With `event`; else the reason names it. */
  readonly title?: string | null;
  readonly eventKind?: CalendarEventRecord['kind'] | null;
}

export const MOST_SPAN_DAYS = 366;
export const MOST_REASON_LETTERS = 200;
const DAY_MINUTES = 1440;

/** What is wrong with an order, and in which of its fields; null when nothing is. */
export function faultOfSpan(order: SpanOrder): { readonly path: string; readonly message: string } | null {
  const { fromOn, fromMinute, untilOn, untilMinute, action, reason } = order;
  const days = daysBetween(fromOn, untilOn);
  if (fromMinute < 0 || fromMinute >= DAY_MINUTES)
    return { path: 'fromMinute', message: 'give a minute of the day, 0..1439' };
  if (untilMinute <= 0 || untilMinute > DAY_MINUTES)
    return { path: 'untilMinute', message: 'give a minute of the day, 1..1440' };
  if (days < 0 || (days === 0 && untilMinute <= fromMinute))
    return { path: 'untilOn', message: 'give an end after the beginning' };
  if (days >= MOST_SPAN_DAYS) return { path: 'untilOn', message: `give at most ${MOST_SPAN_DAYS} days` };
  if (action === 'keep') return { path: 'action', message: 'leave out, replace or name as an event' };
  if (reason.trim() === '' || reason.length > MOST_REASON_LETTERS)
    return { path: 'reason', message: `give a reason of 1..${MOST_REASON_LETTERS} letters` };
  return null;
}

/** The instants of an order: whole days begin and end with the day, clock changes or not. */
export function spanOf(order: SpanOrder, zone: string): { readonly fromAt: Instant; readonly untilAt: Instant } {
  const { fromOn, fromMinute, untilOn, untilMinute } = order;
  return {
    fromAt: fromMinute === 0 ? startOfLocalDay(fromOn, zone) : instantOfLocal(fromOn, fromMinute, zone),
    untilAt:
      untilMinute === DAY_MINUTES
        ? startOfLocalDay(addDays(untilOn, 1), zone)
        : instantOfLocal(untilOn, untilMinute, zone),
  };
}
