import { addDays, weekdayOf, type LocalDate } from '@yotei/time';
import type { HistoryDay, QueueHistory } from '../../queue-history.js';
import { bySlot, slotsOfDay } from '../day-table.js';
import type { DayPart } from './history-span.js';
import { upperMedianOf } from '../../robust-scale.js';

/** Same weekdays that a replacement is made of, and how far back they may lie. */
const ALIKE_DAYS = 8;
const WEEKS_BACK = 16;
/** The rest of the day sets the level when it is at least this share of it, and by no more than this factor. */
const LEAST_REST = 0.3;
const MOST_LEVEL = 2;

export interface ReplacementSource {
  readonly history: Pick<QueueHistory, 'zone' | 'stepMinutes'>;
  readonly days: ReadonlyMap<LocalDate, HistoryDay>;
  /** Days that are themselves left out or replaced: nothing is learnt from them. */
  readonly touched: ReadonlySet<LocalDate>;
}

/**
 * The day with the part's intervals replaced by the median of the last eight same weekdays before it, at the level of
 * the rest of the day (within a factor of two). Following weekdays are not looked at; where there are none before, the
 * intervals become missing. Handle seconds of the part become unknown. An absent day is made.
 */
export function replacementsFor(source: ReplacementSource, part: DayPart, day: HistoryDay | undefined): HistoryDay {
  const { zone, stepMinutes } = source.history;
  const slotCount = 1440 / stepMinutes;
  const slots = slotsOfDay(part.on, zone, stepMinutes);
  const alike = alikeBefore(source, part.on).map(({ on, contacts }) =>
    bySlot(contacts, slotsOfDay(on, zone, stepMinutes), slotCount),
  );
  const usual = Float64Array.from({ length: slotCount }, (_, slot) => {
    const seen = alike.map((values) => values[slot]!).filter((value) => !Number.isNaN(value));
    return seen.length * 2 >= alike.length && seen.length > 0 ? upperMedianOf(seen) : Number.NaN;
  });
  const contacts = day?.contacts ?? new Float64Array(part.count).fill(Number.NaN);
  const inPart = (index: number) => index >= part.from && index < part.until;
  const level = levelOfRest(contacts, { usual, slots, inPart });
  const replaced = contacts.map((value, index) => (inPart(index) ? level * usual[slots[index]!]! : value));
  const handle = day?.handleSeconds;
  return handle
    ? { on: part.on, contacts: replaced, handleSeconds: handle.map((value, i) => (inPart(i) ? Number.NaN : value)) }
    : { on: part.on, contacts: replaced };
}

function alikeBefore({ days, touched }: ReplacementSource, on: LocalDate): HistoryDay[] {
  const found: HistoryDay[] = [];
  for (let week = 1; week <= WEEKS_BACK && found.length < ALIKE_DAYS; week++) {
    const before = addDays(on, -7 * week);
    const day = touched.has(before) ? undefined : days.get(before);
    if (day && weekdayOf(before) === weekdayOf(on)) found.push(day);
  }
  return found;
}

function levelOfRest(
  contacts: Float64Array,
  of: { usual: Float64Array; slots: Uint16Array; inPart: (index: number) => boolean },
): number {
  let actual = 0;
  let usual = 0;
  let whole = 0;
  contacts.forEach((value, index) => {
    const expected = of.usual[of.slots[index]!]!;
    if (Number.isNaN(expected)) return;
    whole += expected;
    if (of.inPart(index) || Number.isNaN(value)) return;
    actual += value;
    usual += expected;
  });
  if (!(usual >= LEAST_REST * whole) || usual <= 0) return 1;
  return Math.min(MOST_LEVEL, Math.max(1 / MOST_LEVEL, actual / usual));
}
