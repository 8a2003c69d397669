import type { TableDay } from './day-table.js';

/** The weeks of history that decide when a weekday is open. */
export const OPENING_WEEKS = 6;

/**
 * Open slots by weekday (index 1..7; index 0 is unused): 1 where the weekday had a value in the last six weeks of the
 * days given, 0 elsewhere. A slot never seen in them is closed, whatever was seen before.
 */
export function learnOpeningHours(days: readonly TableDay[], slotCount: number): Uint8Array[] {
  const open = Array.from({ length: 8 }, () => new Uint8Array(slotCount));
  const from = (days.at(-1)?.day ?? 0) - OPENING_WEEKS * 7;
  for (let index = days.length - 1; index >= 0 && days[index]!.day > from; index--) {
    const { weekday, values } = days[index]!;
    values.forEach((value, slot) => {
      if (!Number.isNaN(value)) open[weekday]![slot] = 1;
    });
  }
  return open;
}
