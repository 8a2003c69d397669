import type { LongTables } from '../problem/long-rules.js';
import { CARRIED_KEY, FREE_KEY, type TourSpace } from '../problem/tour-space.js';
import type { LongBound } from './long-bound.js';
import type { LongCorridor } from './long-corridor.js';
import type { LongReach } from './long-reach.js';
import { followUpPrice } from './follow-up-starts.js';
import type { RowPool } from './row-pool.js';
import type { TourPins, WeekBoundary } from './tour.js';

/** What one call of the long programme works on. */
export interface LongWork {
  readonly space: TourSpace;
  readonly tables: LongTables;
  readonly boundary: WeekBoundary;
  readonly pins: TourPins | null;
  /** Value of each choice. */
  readonly values: Float64Array;
  /** Keys (earliest next start) told apart at most; 1 where no rest ever binds. */
  readonly keys: number;
  readonly outers: number;
  readonly rows: RowPool;
  readonly reach: LongReach;
  readonly bound: LongBound;
  /** Where tours are looked for; null: anywhere. */
  readonly corridor: LongCorridor | null;
}

/** Rows of a key in a layer (`block`, layer times keys plus key) stand by state, then outer. */
export function rowOf({ tables, outers }: LongWork, block: number, state: number, outer: number): number {
  return (block * tables.states + state) * outers + outer;
}

/** The only choice of a day that is pinned (-1 off), or null where the day is free. */
export function pinnedOn({ pins }: LongWork, day: number): number | null {
  return pins === null || (day >= pins.from && day < pins.until) ? null : pins.choice[day]!;
}

/** Keys of the states before a day. */
export function keysBefore({ space, keys }: LongWork, day: number): number {
  return keys === 1 ? 1 : space.keyFrom[day + 1]! - space.keyFrom[day]!;
}

/** Key before the first day: of the time before the horizon where its last shift may make a start dearer. */
export const firstKey = ({ followUps }: TourSpace): number => (followUps ? CARRIED_KEY : FREE_KEY);

/** What a start on the day pays for following the last shift of the key too soon. */
export function startPrice(
  { space, boundary }: Pick<LongWork, 'space' | 'boundary'>,
  { day, key, start }: { readonly day: number; readonly key: number; readonly start: number },
): number {
  const { followUps } = space;
  if (!followUps) return 0;
  if (key === CARRIED_KEY) return boundary.soonMinutes ? followUpPrice(start, boundary.soonMinutes, 0, followUps) : 0;
  return followUpPrice(start, followUps.keySoon, (space.keyFrom[day]! + key) * followUps.prices.length, followUps);
}

/** Most keys of any day; without prices of starts, those of no rest and of the time before the horizon are one. */
export function mostKeys(space: TourSpace): number {
  let keys = 1;
  for (let day = 0; day <= space.days; day++) {
    const count = space.keyFrom[day + 1]! - space.keyFrom[day]!;
    if (space.followUps || count > CARRIED_KEY + 1) keys = Math.max(keys, count);
  }
  return keys;
}

export { CARRIED_KEY, FREE_KEY };
