import {
  PART_DISTANCE,
  PART_EARLIEST,
  PART_FIELDS,
  PART_LATEST,
  PART_LENGTH,
  type ShiftPattern,
} from '../problem/shift-pattern.js';

/** Every way to place the activities of a pattern: starts in slots after the shift's, `partCount` a placing. */
export function placingsOf({ parts, partCount }: ShiftPattern): readonly Int32Array[] {
  const all: Int32Array[] = [];
  const places = new Int32Array(partCount);
  const extend = (part: number): void => {
    if (part === partCount) {
      all.push(places.slice());
      return;
    }
    const at = part * PART_FIELDS;
    const least = part === 0 ? 0 : places[part - 1]! + parts[at + PART_DISTANCE]!;
    for (let place = Math.max(parts[at + PART_EARLIEST]!, least); place <= parts[at + PART_LATEST]!; place++) {
      places[part] = place;
      extend(part + 1);
    }
  };
  extend(0);
  return all;
}

/** How many {@link placingsOf} would be, without the distances: never fewer. */
export function mostPlacings({ parts, partCount }: ShiftPattern): number {
  let count = 1;
  for (let part = 0; part < partCount; part++) {
    const at = part * PART_FIELDS;
    count *= parts[at + PART_LATEST]! - parts[at + PART_EARLIEST]! + 1;
  }
  return count;
}

/** Slots of the shift, after its start, on contact work. */
export function contactSlots({ parts, partCount, lengthSlots }: ShiftPattern, places: Int32Array): number[] {
  const slots: number[] = [];
  let part = 0;
  for (let slot = 0; slot < lengthSlots; slot++) {
    while (part < partCount && slot >= places[part]! + parts[part * PART_FIELDS + PART_LENGTH]!) part++;
    if (part < partCount && slot >= places[part]!) continue;
    slots.push(slot);
  }
  return slots;
}
