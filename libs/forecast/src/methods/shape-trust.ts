import type { TrainingDay } from '../series/training-view.js';
import { onceAView } from './once-a-view.js';
import { upperMedianOf } from '../robust-scale.js';

/** A day whose shape lies this many times farther from the usual one than most days' do is strange. */
const STRANGE = 2.5;
/** Last days of a weekday that say what its usual shape is. */
const DAYS_ALIKE = 16;

/**
 * How far each day's shape is believed, 0..1: a day that closed at noon or stood still for hours must not bend the
 * profile. Distance is from the median shape of the weekday, in units of Poisson noise; beyond {@link STRANGE} times
 * the median distance a day weighs with the inverse square of it.
 */
export const trustInShapes = onceAView(({ days, slotCount }): Float64Array => {
  const usual = Array.from({ length: 8 }, (_, weekday) =>
    medianShape(days.filter((day) => day.weekday === weekday && day.total > 0).slice(-DAYS_ALIKE), slotCount),
  );
  const distances = Float64Array.from(days, (day) => distance(day, usual[day.weekday]!));
  const limit = STRANGE * upperMedianOf(distances);
  return distances.map((one) => (one > limit && limit > 0 ? (limit / one) ** 2 : 1));
});

function medianShape(days: readonly TrainingDay[], slotCount: number): Float64Array {
  const values = new Float64Array(days.length);
  return Float64Array.from({ length: slotCount }, (_, slot) => {
    days.forEach(({ filled, total }, index) => (values[index] = filled[slot]! / total));
    return upperMedianOf(values);
  });
}

function distance({ filled, total }: TrainingDay, usual: Float64Array): number {
  if (total <= 0) return 0;
  let sum = 0;
  for (let slot = 0; slot < filled.length; slot++) sum += Math.abs(filled[slot]! / total - usual[slot]!);
  return Math.sqrt(total) * sum;
}
