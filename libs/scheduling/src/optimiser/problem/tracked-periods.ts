import type { TrackedAmount } from '../../rules/index.js';

/** Number of the period that holds the day of the horizon. */
export function periodOf({ untilDays }: TrackedAmount, day: number): number {
  let period = 0;
  while (period < untilDays.length - 1 && untilDays[period]! <= day) period++;
  return period;
}

/** What the period that holds the day has to end between. */
export const rangeOn = (amount: TrackedAmount, day: number): TrackedAmount['ranges'][number] =>
  amount.ranges[periodOf(amount, day)]!;
