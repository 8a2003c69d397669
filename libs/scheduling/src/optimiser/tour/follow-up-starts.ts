import { CARRIED_KEY, type TourSpace } from '../problem/tour-space.js';
import type { FollowUpKeys } from '../problem/follow-up-keys.js';
import type { WeekBoundary } from './tour.js';

const LONG_AGO = -0x4000_0000;

/**
 * The least cost over all states that a start may follow, prices of following too soon included, for starts that come in
 * order: a running minimum for each set of prices paid, and the least over the sets.
 */
export class FollowUpStarts {
  /** Least cost by state of a key, and where it comes from; valid after {@link upTo}. */
  least = new Float64Array(0);
  leastState = new Int32Array(0);
  private bySet = new Float64Array(0);
  private stateBySet = new Int32Array(0);
  private next = new Int32Array(0);
  private readonly carriedAt: number[] = [];
  private followUps!: FollowUpKeys;
  private space!: TourSpace;
  private perKey = 0;
  private day = 0;

  prepare(space: TourSpace, boundary: WeekBoundary, perKey: number): void {
    this.space = space;
    this.followUps = space.followUps!;
    this.perKey = perKey;
    const sets = this.followUps.setPrice.length;
    if (this.least.length < perKey) {
      this.least = new Float64Array(perKey);
      this.leastState = new Int32Array(perKey);
    }
    if (this.bySet.length < sets * perKey) {
      this.bySet = new Float64Array(sets * perKey);
      this.stateBySet = new Int32Array(sets * perKey);
    }
    if (this.next.length < sets) this.next = new Int32Array(sets);
    this.carriedAt.length = sets;
    for (let set = 0; set < sets; set++) this.carriedAt[set] = carriedJoinsAt(boundary, set, this.followUps);
  }

  beginDay(day: number): void {
    this.day = day;
    const sets = this.followUps.setPrice.length;
    this.bySet.fill(Number.POSITIVE_INFINITY, 0, sets * this.perKey);
    this.least.fill(Number.POSITIVE_INFINITY, 0, this.perKey);
    this.next.fill(0);
    this.carriedDone = 0;
  }

  private carriedDone = 0;

  /** Takes in every state that a start at that minute may follow. `cost` holds the states, the day's from `from` on. */
  upTo(start: number, cost: Float64Array, from: number): void {
    const { order, joinsAt, setPrice } = this.followUps;
    const keyFrom = this.space.keyFrom[this.day]!;
    const keys = this.space.keyFrom[this.day + 1]! - keyFrom - 1;
    let changed = false;
    for (let set = 0; set < setPrice.length; set++) {
      const sorted = order[set]!;
      const joins = joinsAt[set]!;
      let next = this.next[set]!;
      while (next < keys && joins[keyFrom + sorted[keyFrom + next]!]! <= start) {
        this.absorb(set, sorted[keyFrom + next]!, cost, from);
        next++;
        changed = true;
      }
      this.next[set] = next;
      if (((this.carriedDone >> set) & 1) === 0 && this.carriedAt[set]! <= start) {
        this.carriedDone |= 1 << set;
        this.absorb(set, CARRIED_KEY, cost, from);
        changed = true;
      }
    }
    if (changed) this.combine();
  }

  private absorb(set: number, key: number, cost: Float64Array, from: number): void {
    const { perKey, bySet, stateBySet } = this;
    const state = from + key * perKey;
    const to = set * perKey;
    for (let i = 0; i < perKey; i++) {
      if (cost[state + i]! < bySet[to + i]!) {
        bySet[to + i] = cost[state + i]!;
        stateBySet[to + i] = state + i;
      }
    }
  }

  private combine(): void {
    const { perKey, bySet, stateBySet, least, leastState } = this;
    const { setPrice } = this.followUps;
    for (let i = 0; i < perKey; i++) {
      let best = Number.POSITIVE_INFINITY;
      let state = 0;
      for (let set = 0; set < setPrice.length; set++) {
        const total = bySet[set * perKey + i]! + setPrice[set]!;
        if (total < best) {
          best = total;
          state = stateBySet[set * perKey + i]!;
        }
      }
      least[i] = best;
      leastState[i] = state;
    }
  }
}

/** From which start on the time before the horizon may be followed if exactly that set of prices is paid. */
export function carriedJoinsAt(boundary: WeekBoundary, set: number, { prices }: FollowUpKeys): number {
  let joinsAt = boundary.readyMinute;
  for (let k = 0; k < prices.length; k++)
    if (((set >> k) & 1) === 0) joinsAt = Math.max(joinsAt, boundary.soonMinutes?.[k] ?? LONG_AGO);
  return joinsAt;
}

/** What a start pays that follows a shift with these thresholds, which begin at `from`. */
export function followUpPrice(
  start: number,
  soon: ArrayLike<number>,
  from: number,
  { prices }: Pick<FollowUpKeys, 'prices'>,
): number {
  let price = 0;
  for (let k = 0; k < prices.length; k++) if (start < soon[from + k]!) price += prices[k]!;
  return price;
}
