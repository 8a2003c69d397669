import type { DayTable } from '../series/day-table.js';

/** What was handled in one slot of one past day. */
export interface HandleCell {
  readonly slot: number;
  /** Contacts, above 0; may be a fraction where a repeated hour is a mean of two. */
  readonly contacts: number;
  /** Total handle seconds, not negative. */
  readonly seconds: number;
}

/** A past day with something handled. */
export interface HandleDay {
  readonly day: number;
  readonly weekday: number;
  readonly contacts: number;
  readonly cells: readonly HandleCell[];
}

/** Days before `originDay` with their handled slots; a slot without contacts, or of unknown handle time, is none. */
export function handleDaysBefore(
  { contacts, handleSeconds }: { readonly contacts: DayTable; readonly handleSeconds: DayTable },
  originDay: number,
): HandleDay[] {
  const contactsOf = new Map(contacts.days.map((day) => [day.day, day.values]));
  return handleSeconds.days.flatMap(({ day, weekday, values }) => {
    const counts = contactsOf.get(day);
    if (!counts || day >= originDay) return [];
    const cells: HandleCell[] = [];
    values.forEach((seconds, slot) => {
      const count = counts[slot]!;
      if (seconds >= 0 && count > 0) cells.push({ slot, contacts: count, seconds });
    });
    const total = cells.reduce((sum, cell) => sum + cell.contacts, 0);
    return cells.length > 0 ? [{ day, weekday, contacts: total, cells }] : [];
  });
}

/** The weighted median of the cells' means: a first level that a few huge durations cannot move. */
export function medianMean(days: readonly HandleDay[]): number {
  const cells = days
    .flatMap((day) => day.cells)
    .map(({ contacts, seconds }) => ({ contacts, mean: seconds / contacts }));
  cells.sort((a, b) => a.mean - b.mean);
  const half = cells.reduce((sum, { contacts }) => sum + contacts, 0) / 2;
  let below = 0;
  for (const { contacts, mean } of cells) {
    below += contacts;
    if (below >= half) return mean;
  }
  return Number.NaN;
}

/** Standard deviations of a cell's mean beyond which its seconds are cut, for durations that vary like an exponential's. */
const MOST_DEVIATIONS = 10;

/** The seconds of a cell, cut where its mean lies so far above the expected that one forgotten call must be in it. */
export function heldSeconds({ contacts, seconds }: HandleCell, expectedMean: number): number {
  return Math.min(seconds, contacts * expectedMean * (1 + MOST_DEVIATIONS / Math.sqrt(contacts)));
}
