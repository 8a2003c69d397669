import type { LocalDate } from '@yotei/time';
import type { TableDay } from './day-table.js';

/** Wall-clock minutes `[fromMinute, untilMinute)` of one day, 0 to 1440. */
export interface OpenSpan {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Opening hours given instead of learned. A weekday (1 = Monday) not named is closed; an exception replaces its date's hours, none closes it. */
export interface OpeningHours {
  /** Left out: learned from the history. */
  readonly weekly?: readonly { readonly weekday: number; readonly spans: readonly OpenSpan[] }[];
  readonly exceptions?: ReadonlyMap<LocalDate, readonly OpenSpan[]>;
}

/** Open slots by weekday (index 1..7) as given: a slot is open when it starts inside a span. Refuses times outside a day. */
export function openByRule(weekly: NonNullable<OpeningHours['weekly']>, slotCount: number): Uint8Array[] {
  const open = Array.from({ length: 8 }, () => new Uint8Array(slotCount));
  const stepMinutes = 1440 / slotCount;
  for (const { weekday, spans } of weekly)
    for (const { fromMinute, untilMinute } of spans) {
      if (!(weekday >= 1 && weekday <= 7 && fromMinute >= 0 && untilMinute <= 1440 && fromMinute < untilMinute))
        throw new RangeError(
          `span (${fromMinute}..${untilMinute} of weekday ${weekday}) must lie in 0..1440 of weekdays 1..7; write two spans for hours over midnight`,
        );
      for (let slot = Math.ceil(fromMinute / stepMinutes); slot * stepMinutes < untilMinute; slot++)
        open[weekday]![slot] = 1;
    }
  return open;
}

/** The weeks of history that decide when a weekday is open. */
export const OPENING_WEEKS = 6;

/**
 * Open slots by weekday (index 1..7; index 0 is unused): 1 where the weekday had a value in the last six weeks that
 * have any day at all, 0 elsewhere. A slot never seen in them is closed, whatever was seen before; weeks without any
 * day are a gap in the data and close nothing.
 */
export function learnOpeningHours(days: readonly TableDay[], slotCount: number): Uint8Array[] {
  const open = Array.from({ length: 8 }, () => new Uint8Array(slotCount));
  const last = days.at(-1)?.day ?? 0;
  const weeks = new Set<number>();
  for (let index = days.length - 1; index >= 0; index--) {
    const { day, weekday, values } = days[index]!;
    weeks.add(Math.floor((last - day) / 7));
    if (weeks.size > OPENING_WEEKS) break;
    values.forEach((value, slot) => {
      if (!Number.isNaN(value)) open[weekday]![slot] = 1;
    });
  }
  return open;
}
