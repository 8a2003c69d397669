import type { TrainingDay } from '../series/training-view.js';

/** Mean totals of two weekdays of one kind lie within this factor. */
const SAME_LEVEL = 1.6;
/** Share of contacts that may lie in other intervals, noise apart. */
const SAME_SHAPE = 0.12;
const NOISE = 3;

/**
 * Days of a weekday and of the weekdays like it, by what the days show: which days of the week are quiet or short differs
 * from country to country. A weekday not seen yet is like the weekdays that most days are of.
 */
export function kinOfWeekdays(
  days: readonly TrainingDay[],
  unseen: readonly number[],
): (weekday: number) => readonly TrainingDay[] {
  const byWeekday = Array.from({ length: 8 }, (_, weekday) => days.filter((day) => day.weekday === weekday));
  const kin = byWeekday.map((own) =>
    own.length === 0 ? [] : byWeekday.filter((other) => other.length > 0 && alike(own, other)).flat(),
  );
  const largest = kin.reduce((a, b) => (b.length > a.length ? b : a));
  return (weekday) => (unseen.includes(weekday) ? largest : kin[weekday]!);
}

function alike(a: readonly TrainingDay[], b: readonly TrainingDay[]): boolean {
  const [sumA, sumB] = [sumsOf(a), sumsOf(b)];
  const [totalA, totalB] = [sumA, sumB].map((sums) => sums.reduce((sum, value) => sum + value, 0)) as [number, number];
  // Weekdays on which nobody comes are like each other alone.
  if (totalA <= 0 || totalB <= 0) return totalA <= 0 && totalB <= 0;
  if (Math.abs(Math.log(totalA / a.length / (totalB / b.length))) > Math.log(SAME_LEVEL)) return false;
  let apart = 0;
  for (let slot = 0; slot < sumA.length; slot++) apart += Math.abs(sumA[slot]! / totalA - sumB[slot]! / totalB) / 2;
  // Mean absolute difference of normal shares, summed: sqrt(2 / pi) / 2 = 0.4 of their standard deviation.
  return apart < SAME_SHAPE + 0.4 * Math.sqrt(NOISE * sumA.length * (1 / totalA + 1 / totalB));
}

function sumsOf(days: readonly TrainingDay[]): Float64Array {
  const sums = new Float64Array(days[0]!.filled.length);
  for (const { filled } of days) for (let slot = 0; slot < sums.length; slot++) sums[slot]! += filled[slot]!;
  return sums;
}
