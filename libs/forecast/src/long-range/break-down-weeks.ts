import { dateOfEpochDay, epochDay, type LocalDate } from '@yotei/time';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import { smoothedProfiles } from '../methods/smoothed-profile.js';
import type { QueueHistory } from '../queue-history.js';
import { fromSlots, slotsOfDay, tablesOf } from '../series/day-table.js';
import { trainingView } from '../series/training-view.js';
import { weekCalendar, weekdayOfDay } from './week-calendar.js';

/** Weekday shapes are learnt as for the forecast by interval. */
const PROFILE = { discountPerDay: 0.985, poolingContacts: 800 };

/** A day of a week far ahead: contacts by interval of the local day, NaN where closed. */
export interface BrokenDownDay {
  readonly on: LocalDate;
  readonly contacts: Float64Array;
}

/**
 * Weeks taken apart into weekdays, by their shares of a usual week and the events of that very week, and into intervals, by
 * the weekday's profile of the recent past. The intervals of a week add up to its contacts, on clock-change days too; a
 * week that is closed throughout has none. History from the first week on is not looked at.
 */
export function breakDownWeeks(
  history: QueueHistory,
  weeks: readonly { readonly on: LocalDate; readonly contacts: number }[],
  events: readonly CalendarEvent[] = [],
): BrokenDownDay[] {
  const firstOn = weeks[0]?.on;
  if (firstOn === undefined) return [];
  const fromDay = epochDay(firstOn);
  const dayEvents = eventsByDay(events);
  const { contacts: table } = tablesOf({ ...history, days: history.days.filter(({ on }) => on < firstOn) });
  const originDay = Math.min(fromDay, (table.days.at(-1)?.day ?? fromDay - 1) + 1);
  const view = trainingView(table, dayEvents, originDay);
  const calendar = weekCalendar(view, dayEvents, fromDay);
  const profiles = smoothedProfiles(view, PROFILE);
  return weeks.flatMap(({ on, contacts }) => {
    const first = epochDay(on);
    const exposure = calendar.exposureFrom(first);
    return Array.from({ length: 7 }, (_, offset) => {
      const day = first + offset;
      const weight = calendar.dayWeight(day);
      const total = exposure > 0 ? (contacts * weight) / exposure : 0;
      const open = view.openByWeekday[weekdayOfDay(day)]!;
      const shares = profiles[weekdayOfDay(day)]!.map((share, slot) => (weight > 0 && open[slot] ? share : Number.NaN));
      return spread(dateOfEpochDay(day), { total, shares, history });
    });
  });
}

function spread(
  on: LocalDate,
  { total, shares, history }: { readonly total: number; readonly shares: Float64Array; readonly history: QueueHistory },
): BrokenDownDay {
  const laid = fromSlots(shares, slotsOfDay(on, history.zone, history.stepMinutes));
  // A repeated hour is there twice and a skipped one not at all; the day's total stays what it is.
  const all = laid.reduce((sum, share) => sum + (share || 0), 0);
  return { on, contacts: laid.map((share) => (all > 0 ? (share / all) * total : Number.NaN)) };
}
