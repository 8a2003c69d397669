import {
  localDateOf,
  localMinuteOfDay,
  MINUTE_MILLIS,
  weekdayOf,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

const DAY_MINUTES = 1440;
/** Night by the agent's clock, minutes after midnight: 22:00 to 05:00 (domain.md, jp.premium and W6). */
const NIGHT_FROM = 1320;
const NIGHT_UNTIL = 1740;

/**
 * What prices of hours look at in one shift, by the agent's own clock. The end is the start plus elapsed minutes, so a
 * night of a clock change is up to an hour off by the wall.
 */
export interface ShiftFacts {
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Local date on which it starts. */
  readonly on: LocalDate;
  /** ISO weekday of that date. */
  readonly weekday: number;
  /** Minutes after midnight of that date; the end may pass 1440. */
  readonly startMinute: number;
  readonly endMinute: number;
  /** Minutes of presence between 22:00 and 05:00. */
  readonly nightMinutes: number;
  readonly templateId?: string;
}

export interface ShiftSpan {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly templateId?: string;
}

function nightMinutes(from: number, until: number): number {
  let minutes = 0;
  for (let shift = -DAY_MINUTES; NIGHT_FROM + shift < until; shift += DAY_MINUTES)
    minutes += Math.max(0, Math.min(until, NIGHT_UNTIL + shift) - Math.max(from, NIGHT_FROM + shift));
  return minutes;
}

/** Facts of a shift whose local start is known already. */
export function factsAt(span: ShiftSpan, on: LocalDate, startMinute: number): ShiftFacts {
  const { startAt, endAt, templateId } = span;
  const endMinute = startMinute + (endAt - startAt) / MINUTE_MILLIS;
  return {
    startAt,
    endAt,
    on,
    weekday: weekdayOf(on),
    startMinute,
    endMinute,
    nightMinutes: nightMinutes(startMinute, endMinute),
    templateId,
  };
}

/** Facts of a shift in the agent's zone. */
export function factsOf(span: ShiftSpan, zone: ZoneId): ShiftFacts {
  return factsAt(span, localDateOf(span.startAt, zone), localMinuteOfDay(span.startAt, zone));
}
