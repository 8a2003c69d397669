import type { LongRest } from '../problem/long-rest.js';
import type { TourSpace } from '../problem/tour-space.js';
import type { WeekBoundary } from './tour.js';

const LONG_AGO = -0x4000_0000;

/** A tour whose choice of one day is another one; -1: as it is. */
export interface Swap {
  readonly day: number;
  readonly choice: number;
}

const NO_SWAP: Swap = { day: -1, choice: -1 };

/** Whether the week's days hold what the boundary asks for: a long rest of its own, and one before the next shift. */
export function keepsRest(
  space: TourSpace,
  boundary: WeekBoundary,
  choice: ArrayLike<number>,
  swap: Swap = NO_SWAP,
): boolean {
  const { longRest } = space;
  if (!longRest) return true;
  const freeFrom = boundary.freeFromMinute ?? LONG_AGO;
  if (needsRest(longRest, boundary) && !isRested(space, longRest, choice, { freeFrom, swap })) return false;
  if (!boundary.nextNeedsRest) return true;
  return lastEnd(longRest, choice, freeFrom, swap) + longRest.minutes <= boundary.nextStartMinute;
}

/** Whether the week must hold a rest of its own. */
export function needsRest({ isDemanded }: LongRest, boundary: WeekBoundary): boolean {
  return isDemanded && boundary.needsRest === true;
}

/** Whether a moment comes in the week at which the agent has been free for long enough; the rest may have begun before. */
export function isRested(
  space: TourSpace,
  longRest: LongRest,
  choice: ArrayLike<number>,
  { freeFrom, swap = NO_SWAP }: { readonly freeFrom: number; readonly swap?: Swap },
): boolean {
  const { minutes, weekStartMinute, weekEndMinute, endMinute } = longRest;
  let from = freeFrom;
  for (let day = 0; day < space.days; day++) {
    const worked = day === swap.day ? swap.choice : choice[day]!;
    if (worked < 0) continue;
    const start = space.startMinute[worked]!;
    if (start > weekStartMinute && start - from >= minutes) return true;
    if (endMinute[worked]! > from) from = endMinute[worked]!;
  }
  return weekEndMinute - from >= minutes;
}

/** Whether the week is rested even if the shift before it ended just when its first one begins. */
export function isRestedByItself(space: TourSpace, longRest: LongRest, choice: ArrayLike<number>): boolean {
  for (let day = 0; day < space.days; day++)
    if (choice[day]! >= 0) return isRested(space, longRest, choice, { freeFrom: space.startMinute[choice[day]!]! });
  return true;
}

/** End of the last shift of the week, or of the one before it. */
export function lastEnd(
  { endMinute }: LongRest,
  choice: ArrayLike<number>,
  freeFrom: number,
  swap: Swap = NO_SWAP,
): number {
  let end = freeFrom;
  for (let day = 0; day < choice.length; day++) {
    const worked = day === swap.day ? swap.choice : choice[day]!;
    if (worked >= 0 && endMinute[worked]! > end) end = endMinute[worked]!;
  }
  return end;
}
