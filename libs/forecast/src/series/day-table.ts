import {
  epochDay,
  localDateOf,
  localDaysGrid,
  localMinuteOfDay,
  intervalStart,
  weekdayOf,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { QueueHistory } from '../queue-history.js';

/** A day by wall clock: slot s is the interval that starts s steps after local midnight, on every day alike. */
export interface TableDay {
  readonly day: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Contacts per slot; NaN = closed or missing. */
  readonly values: Float64Array;
  /** `values` with 0 for NaN, and their sum: what most fits work on, made once instead of at every origin. */
  readonly zeroed: Float64Array;
  readonly sum: number;
}

/** The history as a table of days by wall-clock slots, which is what the methods work on. */
export interface DayTable {
  readonly slotCount: number;
  readonly days: readonly TableDay[];
}

/**
 * The wall-clock slot of each interval of a local day: 0, 1, 2 … on a plain day; the hour that a spring day skips
 * is not there, and the hour an autumn day repeats is there twice.
 */
export function slotsOfDay(on: LocalDate, zone: ZoneId, stepMinutes: number): Uint16Array {
  const grid = localDaysGrid(on, 1, zone, stepMinutes);
  const slotCount = 1440 / stepMinutes;
  return Uint16Array.from({ length: grid.count }, (_, index) =>
    Math.min(
      slotCount - 1,
      Math.floor(
        grid.count === slotCount && isPlain(on, grid.startAt, zone)
          ? index
          : localMinuteOfDay(intervalStart(grid, index), zone) / stepMinutes,
      ),
    ),
  );
}

function isPlain(on: LocalDate, startAt: number, zone: ZoneId): boolean {
  return localDateOf(startAt, zone) === on && localMinuteOfDay(startAt, zone) === 0;
}

/** The values of one local day by wall-clock slot; a repeated slot holds the mean of its intervals, a skipped one NaN. */
export function bySlot(values: Float64Array, slots: Uint16Array, slotCount: number): Float64Array {
  const sums = new Float64Array(slotCount);
  const seen = new Uint16Array(slotCount);
  slots.forEach((slot, index) => {
    const value = values[index]!;
    if (Number.isNaN(value)) return;
    sums[slot]! += value;
    seen[slot]! += 1;
  });
  return sums.map((sum, slot) => (seen[slot] ? sum / seen[slot]! : Number.NaN));
}

/** The values of wall-clock slots laid out over the intervals of a local day. */
export function fromSlots(values: Float64Array, slots: Uint16Array): Float64Array {
  return Float64Array.from(slots, (slot) => values[slot]!);
}

/** Tables of contacts and of total handle seconds (null when the history has none), checked for order and length. */
export function tablesOf(history: QueueHistory): { contacts: DayTable; handleSeconds: DayTable | null } {
  const { zone, stepMinutes } = history;
  const slotCount = 1440 / stepMinutes;
  if (!Number.isInteger(slotCount)) throw new RangeError(`stepMinutes (${stepMinutes}) must divide 1440; use 15 or 30`);
  const contacts: TableDay[] = [];
  const handle: TableDay[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const { on, contacts: values, handleSeconds } of history.days) {
    const day = epochDay(on);
    if (day <= previous)
      throw new RangeError(
        `day (${on}) must come after the day before it in the history; sort the days and join doubles`,
      );
    previous = day;
    const slots = slotsOfDay(on, zone, stepMinutes);
    if (values.length !== slots.length)
      throw new RangeError(
        `contacts of ${on} must have ${slots.length} values, not ${values.length}; give one for each interval of the local day`,
      );
    if (values.some((value) => value < 0 || value === Infinity))
      throw new RangeError(`contacts of ${on} must be numbers from 0 up, or NaN for missing; mend the row`);
    if (values.every(Number.isNaN)) continue;
    contacts.push(tableDay(day, weekdayOf(on), bySlot(values, slots, slotCount)));
    if (handleSeconds) handle.push(tableDay(day, weekdayOf(on), bySlot(handleSeconds, slots, slotCount)));
  }
  return {
    contacts: { slotCount, days: contacts },
    handleSeconds: handle.length > 0 ? { slotCount, days: handle } : null,
  };
}

function tableDay(day: number, weekday: number, values: Float64Array): TableDay {
  const zeroed = values.map((value) => value || 0);
  return { day, weekday, values, zeroed, sum: zeroed.reduce((sum, value) => sum + value, 0) };
}
