import { epochDay, type LocalDate } from '@yotei/time';

/** What a calendar event does to a queue; see docs/methods/special-days.md. */
export type CalendarEventKind = 'holiday' | 'closed' | 'campaign' | 'outage' | 'other';

/** How an effect goes over the days of its event. With `decay` it halves every so many days from the first on. */
export type EventRamp = { readonly kind: 'flat' } | { readonly kind: 'decay'; readonly halfLifeDays: number };

/**
 * How the effect of an event on a day's contacts is known: learned from past events of the same name, or given by the
 * planner as a fraction (−0.38 = 38 % fewer). At full strength; the ramp says how it fades.
 */
export type EventEffect =
  | {
      readonly kind: 'learned';
      readonly ramp?: EventRamp;
      /** Nobody said that there is an effect (bridge days): what a few past events may have by chance counts nothing. */
      readonly unasked?: true;
    }
  | { readonly kind: 'given'; readonly fraction: number; readonly ramp?: EventRamp };

/** Something the planner knows of, from `fromOn` to `untilOn`, both included. */
export interface CalendarEvent {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly kind: CalendarEventKind;
  /** Events of the same title are past and future of one thing. */
  readonly title: string;
  /**
   * With it the event's own effect is taken out of the history and put into the forecast, whatever the method; a
   * holiday with an effect is a day of work. Without it the regressions learn one effect for all events of the kind.
   */
  readonly effect?: EventEffect;
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
    for (let day = from; day <= until; day++) {
      const there = byDay.get(day);
      if (there) there.push(event);
      else byDay.set(day, [event]);
    }
  }
  return byDay;
}

/** Whether an event of that kind covers the day; events with an effect of their own are accounted for elsewhere. */
export function hasEvent(events: EventsByDay, day: number, kind: CalendarEventKind): boolean {
  return events.get(day)?.some((event) => event.kind === kind && event.effect === undefined) ?? false;
}
