import { trustInShapes } from './shape-trust.js';
import type { TrainingView } from '../series/training-view.js';

/** Settings of {@link smoothedProfiles}. */
export interface ProfileSettings {
  readonly discountPerDay: number;
  /** Contacts an interval with which a weekday's own shape is drawn to the common shape: few contacts, more drawing. */
  readonly poolingContacts: number;
}

/**
 * Share of the day's contacts in each slot, by weekday (index 1..7), summing to 1 over the open slots: the discounted
 * mean shape of the weekday, drawn to the common shape of the weekdays that look alike.
 */
export function smoothedProfiles(
  history: TrainingView,
  { discountPerDay, poolingContacts }: ProfileSettings,
): Float64Array[] {
  const sums = Array.from({ length: 8 }, () => new Float64Array(history.slotCount));
  const trust = trustInShapes(history);
  for (const [index, { day, weekday, filled }] of history.days.entries()) {
    const weight = trust[index]! * Math.pow(discountPerDay, history.originDay - 1 - day);
    const target = sums[weekday]!;
    for (let slot = 0; slot < filled.length; slot++) target[slot]! += weight * filled[slot]!;
  }
  const shapes = sums.map((own, weekday) => shares(own, history.openByWeekday[weekday]!));
  return sums.map((own, weekday) => {
    const open = history.openByWeekday[weekday]!;
    const pooled = new Float64Array(history.slotCount);
    sums.forEach((other, index) => {
      if (looksAlike({ shape: shapes[weekday]!, total: total(own) }, { shape: shapes[index]!, total: total(other) }))
        other.forEach((value, slot) => (pooled[slot]! += value));
    });
    const evidence = total(own) / Math.max(1, openCount(open));
    const trust = evidence / (evidence + Math.max(poolingContacts, 1e-9));
    const common = shares(pooled, open);
    return shapes[weekday]!.map((value, slot) => trust * value + (1 - trust) * common[slot]!);
  });
}

interface Shape {
  readonly shape: Float64Array;
  readonly total: number;
}

/** Contacts vary about this many times more than Poisson's within a day's shape (measured on two banks: 3.5 and 4.5). */
const OVERDISPERSION = 4;
/** Share of contacts that may lie in other slots before two shapes count as different, noise apart. */
const SAME_SHAPE = 0.1;

/** Whether two shapes differ by no more than a tenth of the contacts, beside what noise alone would give. */
function looksAlike(a: Shape, b: Shape): boolean {
  if (a.total <= 0 || b.total <= 0) return false;
  let apart = 0;
  for (let slot = 0; slot < a.shape.length; slot++) apart += Math.abs(a.shape[slot]! - b.shape[slot]!) / 2;
  // Mean absolute difference of normal shares, summed over the slots: sqrt(2 / pi) / 2 = 0.4 of their standard deviation.
  const noise = 0.4 * Math.sqrt(OVERDISPERSION * a.shape.length * (1 / a.total + 1 / b.total));
  return apart < SAME_SHAPE + noise;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function openCount(open: Uint8Array): number {
  return open.reduce((sum, value) => sum + value, 0);
}

function shares(sums: Float64Array, open: Uint8Array): Float64Array {
  const all = sums.reduce((sum, value, slot) => sum + (open[slot] ? value : 0), 0);
  return sums.map((value, slot) => (!open[slot] ? 0 : all > 0 ? value / all : 1 / openCount(open)));
}
