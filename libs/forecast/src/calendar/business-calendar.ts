import { DAY_MILLIS } from '@yotei/time';
import { hasEvent, type EventsByDay } from './calendar-event.js';

/** What a day's calendar says beside its weekday; each is 0 or 1 and becomes a column of the regressions. */
export const DAY_FEATURES = [
  'first-business-day',
  'second-business-day',
  'third-business-day',
  'last-business-day',
  'after-closed-day',
  'holiday',
  'campaign',
  'other-event',
] as const;

/** What the calendar needs to know: all of it lies before `originDay`, or is announced by an event. */
export interface BusinessCalendarInput {
  readonly events: EventsByDay;
  /** Days with history before the origin. */
  readonly presentDays: ReadonlySet<number>;
  readonly firstDay: number;
  readonly originDay: number;
  /** Index 1..7: whether that weekday opens at all. */
  readonly opensOnWeekday: readonly boolean[];
}

const weekdayOfDay = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

/**
 * Business days and what follows from them. A day is a business day when its weekday opens, no event closes it and,
 * before the origin, the history has it. A holiday closes the centre when most holidays in the history were absent.
 */
export class BusinessCalendar {
  private readonly holidaysClose: boolean;

  constructor(private readonly input: BusinessCalendarInput) {
    this.holidaysClose = this.learnWhetherHolidaysClose();
  }

  /** Whether an event closes the day: kind `closed`, or a holiday where holidays close. */
  closes(day: number): boolean {
    return (
      hasEvent(this.input.events, day, 'closed') || (this.holidaysClose && hasEvent(this.input.events, day, 'holiday'))
    );
  }

  /** Whether the weekday of the day opens at all. */
  opens(day: number): boolean {
    return this.input.opensOnWeekday[weekdayOfDay(day)] ?? false;
  }

  /** One value for each of {@link DAY_FEATURES}. */
  featuresOf(day: number): Float64Array {
    const { events } = this.input;
    const fromStart = this.businessDaysBetween(monthStart(day), day, 3);
    const last = this.businessDaysBetween(day + 1, nextMonthStart(day), 1) === 0;
    const flags = [
      fromStart === 0,
      fromStart === 1,
      fromStart === 2,
      last,
      this.followsClosedDay(day),
      hasEvent(events, day, 'holiday'),
      hasEvent(events, day, 'campaign'),
      hasEvent(events, day, 'other'),
    ];
    return Float64Array.from(flags, Number);
  }

  /** Days on which the centre opens by its weekdays, in `[from, until)`: the step count of the residual models. */
  openDaysBetween(from: number, until: number): number {
    let count = 0;
    for (let day = from; day < until; day++) if (this.opens(day)) count++;
    return count;
  }

  /** Business days in `[from, until)`, counted up to `most`. */
  private businessDaysBetween(from: number, until: number, most: number): number {
    let count = 0;
    for (let day = from; day < until && count < most; day++) if (this.isBusinessDay(day)) count++;
    return count;
  }

  private isBusinessDay(day: number): boolean {
    const { presentDays, firstDay, originDay } = this.input;
    if (!this.opens(day) || this.closes(day)) return false;
    return day < firstDay || day >= originDay || presentDays.has(day);
  }

  private followsClosedDay(day: number): boolean {
    for (let before = day - 1; before > day - 8; before--) if (this.opens(before)) return !this.isBusinessDay(before);
    return false;
  }

  private learnWhetherHolidaysClose(): boolean {
    const { events, presentDays, firstDay, originDay } = this.input;
    let balance = 0;
    for (let day = firstDay; day < originDay; day++) {
      if (hasEvent(events, day, 'holiday') && this.opens(day)) balance += presentDays.has(day) ? -1 : 1;
    }
    return balance > 0;
  }
}

function monthStart(day: number): number {
  return day - new Date(day * DAY_MILLIS).getUTCDate() + 1;
}

function nextMonthStart(day: number): number {
  return monthStart(monthStart(day) + 31);
}
