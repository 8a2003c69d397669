import type { PreparedProblem } from '../problem/prepare.js';
import { isRested, isRestedByItself, lastEnd } from './rest-in-week.js';
import type { Tour, WeekBoundary } from './tour.js';

const LONG_AGO = -0x4000_0000;

/** A roster under construction: which of its tours are placed. */
export interface PlacedTours {
  readonly prepared: PreparedProblem;
  readonly tours: readonly Tour[];
  readonly placed: Uint8Array;
}

/**
 * Writes what the agent's placed weeks and the time before the horizon ask of the unit's long rest. Weeks that are not placed
 * yet are taken to hold theirs: they are asked when they come. Over windows of several weeks a later week counts as rested
 * only where it is so by itself, which is safe.
 */
export function linkRests(roster: PlacedTours, unit: number, boundary: WeekBoundary): void {
  const { prepared, placed } = roster;
  const { agent, longRest } = prepared.spaces[unit]!;
  boundary.needsRest = false;
  boundary.nextNeedsRest = false;
  if (!longRest) return;
  boundary.freeFromMinute = freeBefore(roster, unit);
  boundary.needsRest = longRest.weeks === 1 || isNeeded(roster, unit);
  const until = prepared.unitFrom[agent + 1]!;
  let next = unit + 1;
  while (next < until && placed[next] === 1 && !works(roster, next)) next++;
  if (next < until && placed[next] === 1) boundary.nextNeedsRest = leansOnFirst(roster, next, unit);
}

const works = ({ prepared, tours }: PlacedTours, unit: number): boolean =>
  tours[unit]!.choice.some((choice, day) => day < prepared.spaces[unit]!.days && choice >= 0);

/** End of the last shift before the unit's week; long ago where the week before is not placed. */
function freeBefore({ prepared, tours, placed }: PlacedTours, unit: number): number {
  const { agent } = prepared.spaces[unit]!;
  const first = prepared.unitFrom[agent]!;
  let free = prepared.carried[agent]!.freeFromMinute ?? LONG_AGO;
  for (let before = first; before < unit; before++) {
    const { longRest } = prepared.spaces[before]!;
    free = placed[before] === 1 && longRest ? lastEnd(longRest, tours[before]!.choice, free) : LONG_AGO;
  }
  return free;
}

/** Whether the unit's rest is the only one of some window of weeks that holds it. */
function isNeeded(roster: PlacedTours, unit: number): boolean {
  return windowsOf(roster, unit).some((weeks) =>
    weeks.every((each) => each === unit || !mayBeRested(roster, each, unit)),
  );
}

/** Whether a later week has its rest only before its first shift, and is asked for it apart from the unit's own rest. */
function leansOnFirst(roster: PlacedTours, next: number, unit: number): boolean {
  const space = roster.prepared.spaces[next]!;
  const { longRest } = space;
  if (!longRest?.isDemanded || isRestedByItself(space, longRest, roster.tours[next]!.choice)) return false;
  if (longRest.weeks === 1) return true;
  return windowsOf(roster, next).some(
    (weeks) => !weeks.includes(unit) && weeks.every((each) => each === next || !mayBeRested(roster, each, unit)),
  );
}

/** Units of each window of weeks with the unit that ends in the horizon; below the agent's first: weeks before it. */
function windowsOf({ prepared }: PlacedTours, unit: number): number[][] {
  const { agent, longRest } = prepared.spaces[unit]!;
  const { weeks } = longRest!;
  const until = prepared.unitFrom[agent + 1]!;
  const windows: number[][] = [];
  for (let end = unit; end < Math.min(unit + weeks, until); end++)
    windows.push(Array.from({ length: weeks }, (_, back) => end - back));
  return windows;
}

/** Whether the week is rested, whatever becomes of the unit's; one that is not placed may yet be. */
function mayBeRested(roster: PlacedTours, week: number, unit: number): boolean {
  const { prepared, tours, placed } = roster;
  const { agent } = prepared.spaces[unit]!;
  const first = prepared.unitFrom[agent]!;
  if (week < first) return prepared.carried[agent]!.rest?.restedWeeks[first - 1 - week] ?? false;
  if (placed[week] === 0) return week !== unit;
  const space = prepared.spaces[week]!;
  if (!space.longRest) return false;
  const { choice } = tours[week]!;
  if (week > unit) return isRestedByItself(space, space.longRest, choice);
  return isRested(space, space.longRest, choice, { freeFrom: freeBefore(roster, week) });
}
