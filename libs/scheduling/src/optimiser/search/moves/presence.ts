import type { SearchState } from '../search-state.js';

/** Whether the unit's tour serves a slot of the span `from..until - 1`. */
export function servesWithin(state: SearchState, unit: number, from: number, until: number): boolean {
  const { slots, slotCount } = state.tours[unit]!;
  // Slots of a tour ascend.
  let low = 0;
  let high = slotCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slots[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < slotCount && slots[low]! < until;
}
