import { epochDay, type LocalDate } from '@yotei/time';

/** What a calendar event does to a queue; see docs/methods/forecast.md, section "Events". */
export type CalendarEventKind = 'holiday' | 'closed' | 'campaign' | 'outage' | 'other';

/** Something the planner knows of, from `fromOn` to `untilOn`, both included. */
export interface CalendarEvent {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly kind: CalendarEventKind;
  readonly title: string;
}

/** Events indexed by day (days since 1970-01-01). */
export type EventsByDay = ReadonlyMap<number, readonly CalendarEvent[]>;

/** Index of the events; refuses an event that ends before it starts. */
export function eventsByDay(events: readonly CalendarEvent[]): EventsByDay {
  const byDay = new Map<number, CalendarEvent[]>();
  for (const event of events) {
    const from = epochDay(event.fromOn);
    const until = epochDay(event.untilOn);
    if (until < from)
      throw new RangeError(
        `untilOn (${event.untilOn}) must not be before fromOn (${event.fromOn}); swap the dates of "${event.title}"`,
      );
    for (let day = from; day <= until; day++) byDay.set(day, [...(byDay.get(day) ?? []), event]);
  }
  return byDay;
}

/** Whether an event of that kind covers the day. */
export function hasEvent(events: EventsByDay, day: number, kind: CalendarEventKind): boolean {
  return events.get(day)?.some((event) => event.kind === kind) ?? false;
}
