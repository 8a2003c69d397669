import type { TableDay } from './day-table.js';

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
