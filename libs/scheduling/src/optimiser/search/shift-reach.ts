import type { PreparedProblem } from '../problem/prepare.js';
import { DAYS, type TourSpace } from '../problem/tour-space.js';

/** Padded slots from `from` to `until - 1`. */
export interface SlotReach {
  readonly from: number;
  readonly until: number;
}

/** Padded slots that the shifts of each unit of one week can serve on each day, `unit * 7 + day`; nothing for long tours. */
export function shiftReach(prepared: PreparedProblem): readonly SlotReach[] {
  return prepared.spaces.flatMap((space) => Array.from({ length: DAYS }, (_, day) => reachOfDay(prepared, space, day)));
}

function reachOfDay({ patterns }: PreparedProblem, space: TourSpace, day: number): SlotReach {
  const { dayFrom, startSlot, pattern, long } = space;
  let from = Number.POSITIVE_INFINITY;
  let until = 0;
  for (let choice = dayFrom[day]!; long === null && choice < dayFrom[day + 1]!; choice++) {
    const index = pattern[choice]!;
    if (index < 0) continue;
    from = Math.min(from, startSlot[choice]!);
    until = Math.max(until, startSlot[choice]! + patterns[index]!.lengthSlots);
  }
  return from < until ? { from, until } : { from: 0, until: 0 };
}
