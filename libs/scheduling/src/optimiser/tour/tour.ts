import { DAYS } from '../problem/tour-space.js';

/** One agent's week as chosen: which choice a day, where its activities start, and the slots it serves. Reused in place. */
export interface Tour {
  /** Index of the choice of each day in the space, -1 for a day off. */
  readonly choice: Int32Array;
  /** Padded start slots of the activities, `day * maxParts + part`. */
  readonly places: Int32Array;
  /** Slots of the horizon on contact work, the first `slotCount` of them. */
  readonly slots: Int32Array;
  slotCount: number;
  /** Cost of the tour itself: wishes and preferred limits. */
  ownCost: number;
}

export interface TourSize {
  /** Days of the longest tour; a week where absent. */
  readonly days?: number;
  readonly maxParts: number;
  readonly maxSlots: number;
}

export function emptyTour(size: TourSize): Tour {
  const days = size.days ?? DAYS;
  return {
    choice: new Int32Array(days).fill(-1),
    places: new Int32Array(days * size.maxParts),
    slots: new Int32Array(size.maxSlots),
    slotCount: 0,
    ownCost: 0,
  };
}

export function copyTour(from: Tour, to: Tour): void {
  to.choice.set(from.choice);
  to.places.set(from.places);
  for (let i = 0; i < from.slotCount; i++) to.slots[i] = from.slots[i]!;
  to.slotCount = from.slotCount;
  to.ownCost = from.ownCost;
}

/** Days of a long tour that stay as they are: those outside `from..until - 1`. */
export interface TourPins {
  /** The choice of each day, -1 for a day off. */
  readonly choice: Int32Array;
  readonly from: number;
  readonly until: number;
}

/** What the weeks beside a week demand of it. */
export interface WeekBoundary {
  /** Earliest first start, minutes from the start of the horizon. */
  readyMinute: number;
  /** Days worked in a row up to the day before the week. */
  runDays: number;
  /** Start of the first shift of the following week; infinite when there is none yet. */
  nextStartMinute: number;
  /** Days in a row worked from the first day of the following week. */
  nextRunDays: number;
  /** Minutes before which the first start pays the follow-up prices of the agent; absent: none binds. */
  soonMinutes?: readonly number[];
  /** End of the last shift before the week; absent: long ago. */
  freeFromMinute?: number;
  /** Whether the week must hold a long rest, and whether the next start must come a long rest after the last shift. */
  needsRest?: boolean;
  nextNeedsRest?: boolean;
}

export const OPEN_BOUNDARY: Readonly<WeekBoundary> = {
  readyMinute: -0x4000_0000,
  runDays: 0,
  nextStartMinute: Number.POSITIVE_INFINITY,
  nextRunDays: 0,
};
