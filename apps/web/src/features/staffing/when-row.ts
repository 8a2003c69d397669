import type { WorkedHours } from '@yotei/scheduling/staffing';

/** Weekdays and a part of the day as a row of the form holds them; a whole day has no times. */
export interface WhenRow {
  /** Empty = every day. */
  readonly weekdays: readonly number[];
  /** `HH:mm`; empty = from midnight, until midnight. */
  readonly from: string;
  readonly until: string;
}

/** A part of the week in which the queue's contacts are worked on, as its row in the form. */
export interface HoursRow extends WhenRow {
  /** For React alone. */
  readonly key: number;
}

/** 540 becomes `09:00`; the end of the day is `24:00`. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `9:00` and `09:00` are 540; NaN for what is no time of a day. */
export function minuteOf(clock: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 1440 ? minute : Number.NaN;
}

/** What the api gives of a part of the week: null where the library says nothing. */
interface GivenWhen {
  readonly weekdays?: readonly number[] | null | undefined;
  readonly fromMinute?: number | null | undefined;
  readonly untilMinute?: number | null | undefined;
}

export function whenRowOf({ weekdays, fromMinute, untilMinute }: GivenWhen): WhenRow {
  const clock = (minute: number | null | undefined) => (minute === null || minute === undefined ? '' : clockOf(minute));
  return { weekdays: weekdays ?? [], from: clock(fromMinute), until: clock(untilMinute) };
}

export function whenOf({ weekdays, from, until }: WhenRow): WorkedHours {
  return {
    ...(weekdays.length > 0 ? { weekdays: [...weekdays].sort((a, b) => a - b) } : {}),
    ...(from === '' ? {} : { fromMinute: minuteOf(from) }),
    ...(until === '' ? {} : { untilMinute: minuteOf(until) }),
  };
}
