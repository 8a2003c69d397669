import type { TrainingView } from '../series/training-view.js';

/** Settings of {@link smoothedProfiles}. */
export interface ProfileSettings {
  readonly discountPerDay: number;
  /** Contacts an interval with which a weekday's own shape is drawn to the common shape: few contacts, more drawing. */
  readonly poolingContacts: number;
}

/**
 * Share of the day's contacts in each slot, by weekday (index 1..7), summing to 1 over the open slots: the discounted
 * mean shape of the weekday, drawn to the shape of the days that open alike.
 */
export function smoothedProfiles(
  history: TrainingView,
  { discountPerDay, poolingContacts }: ProfileSettings,
): Float64Array[] {
  const sums = Array.from({ length: 8 }, () => new Float64Array(history.slotCount));
  for (const { day, weekday, filled } of history.days) {
    const weight = Math.pow(discountPerDay, history.originDay - 1 - day);
    filled.forEach((value, slot) => (sums[weekday]![slot]! += weight * value));
  }
  return sums.map((own, weekday) => {
    const open = history.openByWeekday[weekday]!;
    const pooled = new Float64Array(history.slotCount);
    sums.forEach((other, index) => {
      if (index > 0 && opensAlike(open, history.openByWeekday[index]!))
        other.forEach((value, slot) => (pooled[slot]! += value));
    });
    const total = own.reduce((sum, value) => sum + value, 0);
    const evidence =
      total /
      Math.max(
        1,
        open.reduce((sum, value) => sum + value, 0),
      );
    const shape = shares(own, open);
    const common = shares(pooled, open);
    const trust = total > 0 ? evidence / (evidence + poolingContacts) : 0;
    return shape.map((value, slot) => trust * value + (1 - trust) * common[slot]!);
  });
}

function opensAlike(a: Uint8Array, b: Uint8Array): boolean {
  let both = 0;
  let either = 0;
  for (let slot = 0; slot < a.length; slot++) {
    both += a[slot]! & b[slot]!;
    either += a[slot]! | b[slot]!;
  }
  return either > 0 && both >= 0.8 * either;
}

function shares(sums: Float64Array, open: Uint8Array): Float64Array {
  const total = sums.reduce((sum, value, slot) => sum + (open[slot] ? value : 0), 0);
  const count = open.reduce((sum, value) => sum + value, 0);
  return sums.map((value, slot) => (!open[slot] ? 0 : total > 0 ? value / total : 1 / count));
}
