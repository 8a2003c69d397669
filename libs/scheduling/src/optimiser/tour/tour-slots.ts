import type { Tour } from './tour.js';

/** Place of the first slot of the tour that is not before `slot`. */
export function placeOf({ slots, slotCount }: Tour, slot: number): number {
  let low = 0;
  let high = slotCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slots[middle]! < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts all slots of `written` in the place of the tour's slots `from` to `until - 1`; those behind them move along. */
export function replaceSlots(
  tour: Tour,
  { from, until }: { readonly from: number; readonly until: number },
  written: Tour,
): void {
  const longer = written.slotCount - (until - from);
  if (longer !== 0) tour.slots.copyWithin(until + longer, until, tour.slotCount);
  for (let i = 0; i < written.slotCount; i++) tour.slots[from + i] = written.slots[i]!;
  tour.slotCount += longer;
}

/** Puts the activities of a day, as another tour has them, into the tour. */
export function replaceDay(tour: Tour, written: Tour, { day, maxParts }: { day: number; maxParts: number }): void {
  for (let part = day * maxParts; part < (day + 1) * maxParts; part++) tour.places[part] = written.places[part]!;
}
