import { CARRIED_KEY, DAYS, FREE_KEY, type TourSpace } from '../problem/tour-space.js';
import type { FollowUpKeys } from '../problem/follow-up-keys.js';
import { followUpPrice, FollowUpStarts } from './follow-up-starts.js';
import { loneDaysOff, RunStates } from './run-states.js';
import type { ShiftValues } from './shift-values.js';
import type { Tour, WeekBoundary } from './tour.js';

/**
 * The best tour of one agent in one week for given gains of presence, exactly (roster.md section 2.2): a dynamic
 * programme over the days. State before a day: earliest next start (rest), days in a row, and the pair (paid minutes,
 * days) so far. Choices of a day and earliest starts are sorted, so the least cost over all states whose rest allows a
 * start is a running minimum.
 */
export class WeekProgramme {
  private readonly runs = new RunStates();
  private readonly starts = new FollowUpStarts();
  /** Least cost of each state of each layer; state = (key * runs + run) * pairs + pair. */
  private cost = new Float64Array(0);
  private fromState = new Int32Array(0);
  private fromChoice = new Int32Array(0);
  private stride = 0;
  private least = new Float64Array(0);
  private leastState = new Int32Array(0);

  constructor(private readonly shifts: ShiftValues) {}

  /**
   * Writes the best tour into `out` and returns its value, own cost minus gain of the slots served; infinite (and `out`
   * untouched) when no tour keeps the limits. `gain` is by padded slot.
   */
  best(space: TourSpace, gain: Float64Array, boundary: WeekBoundary, out: Tour): number {
    this.value(space, gain);
    return this.solve(space, boundary, out);
  }

  /** What each choice is worth at the gains. */
  value(space: TourSpace, gain: Float64Array): void {
    this.shifts.priceSlots(space, gain);
    this.shifts.valueChoices(space, 0, space.pattern.length);
  }

  /** As {@link best}, for the values that the choices have; those of infinite value are none. */
  solve(space: TourSpace, boundary: WeekBoundary, out: Tour): number {
    this.runs.prepare(space, boundary);
    this.reserve(space);
    if (space.followUps) this.starts.prepare(space, boundary, this.runs.count * space.pairs.count);
    this.cost[CARRIED_KEY * this.runs.count * space.pairs.count + this.runs.initial * space.pairs.count] = 0;
    for (let day = 0; day < DAYS; day++) {
      if (space.followUps) this.workDayPriced(space, day);
      else this.workDay(space, day, boundary.readyMinute);
      this.dayOff(space, day);
    }
    return this.finish(space, boundary, out);
  }

  private reserve(space: TourSpace): void {
    let keys = 0;
    for (let layer = 0; layer <= DAYS; layer++)
      keys = Math.max(keys, space.keyFrom[layer + 1]! - space.keyFrom[layer]!);
    const perKey = this.runs.count * space.pairs.count;
    this.stride = keys * perKey;
    const needed = this.stride * (DAYS + 1);
    if (this.cost.length < needed) {
      this.cost = new Float64Array(needed);
      this.fromState = new Int32Array(needed);
      this.fromChoice = new Int32Array(needed);
    }
    if (this.least.length < perKey) {
      this.least = new Float64Array(perKey);
      this.leastState = new Int32Array(perKey);
    }
    this.cost.fill(Number.POSITIVE_INFINITY, 0, needed);
  }

  private workDay(space: TourSpace, day: number, carriedReady: number): void {
    const { runs, least, leastState, cost } = this;
    const { values } = this.shifts;
    const pairs = space.pairs.count;
    const perKey = runs.count * pairs;
    const lengths = space.paidLengths.length;
    const { next } = space.pairs;
    const keys = space.keyFrom[day + 1]! - space.keyFrom[day]!;
    const to = (day + 1) * this.stride;
    least.fill(Number.POSITIVE_INFINITY, 0, perKey);
    this.absorb(day, FREE_KEY, perKey);
    let key = CARRIED_KEY + 1;
    let carried = false;
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      const start = space.startMinute[choice]!;
      while (key < keys && space.keyReady[space.keyFrom[day]! + key]! <= start) this.absorb(day, key++, perKey);
      if (!carried && carriedReady <= start) {
        this.absorb(day, CARRIED_KEY, perKey);
        carried = true;
      }
      const value = values[choice]!;
      const length = space.paidIndex[choice]!;
      const toKey = to + space.choiceKey[choice]! * perKey;
      for (let run = 0; run < runs.count; run++) {
        const after = runs.afterWork[day * runs.count + run]!;
        if (after < 0) continue;
        const own = run === runs.lone ? value + space.loneOffCost! : value;
        for (let pair = 0; pair < pairs; pair++) {
          const reached = next[pair * lengths + length]!;
          if (reached < 0 || space.canFinish[(day + 1) * pairs + reached] === 0) continue;
          const total = least[run * pairs + pair]! + own;
          const state = toKey + after * pairs + reached;
          if (total < cost[state]!) {
            cost[state] = total;
            this.fromChoice[state] = choice;
            this.fromState[state] = leastState[run * pairs + pair]!;
          }
        }
      }
    }
  }

  /** As {@link workDay}, with prices of starting too soon after the last shift. */
  private workDayPriced(space: TourSpace, day: number): void {
    const { runs, starts, cost } = this;
    const pairs = space.pairs.count;
    const perKey = runs.count * pairs;
    const lengths = space.paidLengths.length;
    starts.beginDay(day);
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      starts.upTo(space.startMinute[choice]!, cost, day * this.stride);
      const value = this.shifts.values[choice]!;
      const toKey = (day + 1) * this.stride + space.choiceKey[choice]! * perKey;
      for (let run = 0; run < runs.count; run++) {
        const after = runs.afterWork[day * runs.count + run]!;
        if (after < 0) continue;
        const own = run === runs.lone ? value + space.loneOffCost! : value;
        for (let pair = 0; pair < pairs; pair++) {
          const reached = space.pairs.next[pair * lengths + space.paidIndex[choice]!]!;
          if (reached < 0 || space.canFinish[(day + 1) * pairs + reached] === 0) continue;
          const total = starts.least[run * pairs + pair]! + own;
          const state = toKey + after * pairs + reached;
          if (total < cost[state]!) {
            cost[state] = total;
            this.fromChoice[state] = choice;
            this.fromState[state] = starts.leastState[run * pairs + pair]!;
          }
        }
      }
    }
  }

  /** Takes the states of one more key into the running minimum. */
  private absorb(day: number, key: number, perKey: number): void {
    const from = day * this.stride + key * perKey;
    for (let i = 0; i < perKey; i++) {
      const cost = this.cost[from + i]!;
      if (cost < this.least[i]!) {
        this.least[i] = cost;
        this.leastState[i] = from + i;
      }
    }
  }

  private dayOff(space: TourSpace, day: number): void {
    if (space.mustWork[day] === 1) return;
    const { runs, cost } = this;
    const pairs = space.pairs.count;
    const perKey = runs.count * pairs;
    const keys = space.keyFrom[day + 1]! - space.keyFrom[day]!;
    for (let key = 0; key < keys; key++) {
      const from = day * this.stride + key * perKey;
      const to = (day + 1) * this.stride + space.offKey[space.keyFrom[day]! + key]! * perKey;
      for (let run = 0; run < runs.count; run++) {
        const after = runs.afterOff[day * runs.count + run]! * pairs;
        for (let pair = 0; pair < pairs; pair++) {
          const total = cost[from + run * pairs + pair]!;
          if (total < cost[to + after + pair]! && space.canFinish[(day + 1) * pairs + pair] === 1) {
            cost[to + after + pair] = total;
            this.fromChoice[to + after + pair] = -1;
            this.fromState[to + after + pair] = from + run * pairs + pair;
          }
        }
      }
    }
  }

  private finish(space: TourSpace, boundary: WeekBoundary, out: Tour): number {
    const { runs, cost } = this;
    const pairs = space.pairs.count;
    const keys = space.keyFrom[DAYS + 1]! - space.keyFrom[DAYS]!;
    let best = Number.POSITIVE_INFINITY;
    let found = -1;
    for (let key = 0; key < keys; key++) {
      const ready = key === CARRIED_KEY ? boundary.readyMinute : space.keyReady[space.keyFrom[DAYS]! + key]!;
      if (ready > boundary.nextStartMinute) continue;
      const soon = soonCost(space, key, boundary);
      for (let run = 0; run < runs.count; run++) {
        if (runs.mayEnd[run] === 0) continue;
        for (let pair = 0; pair < pairs; pair++) {
          const state = DAYS * this.stride + (key * runs.count + run) * pairs + pair;
          const total = cost[state]! + space.pairs.endCost[pair]! + soon;
          if (total < best) {
            best = total;
            found = state;
          }
        }
      }
    }
    if (found >= 0) {
      this.write(space, found, out);
      if (space.followUps) out.ownCost += followedCost(space, space.followUps, boundary, out);
      if (space.loneOffCost)
        out.ownCost += space.loneOffCost * loneDaysOff(out, space.week === 0 && boundary.runDays > 0);
    }
    return best;
  }

  private write(space: TourSpace, state: number, out: Tour): void {
    const endPair = (state - DAYS * this.stride) % space.pairs.count;
    out.ownCost = space.pairs.endCost[endPair]!;
    let at = state;
    for (let day = DAYS - 1; day >= 0; day--) {
      out.choice[day] = this.fromChoice[at]!;
      at = this.fromState[at]!;
    }
    out.slotCount = 0;
    for (let day = 0; day < DAYS; day++) {
      const choice = out.choice[day]!;
      if (choice < 0) continue;
      out.ownCost += space.cost[choice]!;
      this.shifts.writeDay(space, choice, day, out);
    }
  }
}

/** What the first start of the following week pays after a week that ends in the key. */
export function soonCost({ followUps, keyFrom }: TourSpace, key: number, boundary: WeekBoundary): number {
  if (!followUps || boundary.nextStartMinute === Number.POSITIVE_INFINITY) return 0;
  if (key === CARRIED_KEY)
    return boundary.soonMinutes ? followUpPrice(boundary.nextStartMinute, boundary.soonMinutes, 0, followUps) : 0;
  const at = (keyFrom[DAYS]! + key) * followUps.prices.length;
  return followUpPrice(boundary.nextStartMinute, followUps.keySoon, at, followUps);
}

/**
 * Follow-up prices inside the tour, and of its first shift after the history. Those between two weeks of a plan belong to
 * neither: the roster under construction adds them.
 */
export function followedCost(
  space: TourSpace,
  followUps: FollowUpKeys,
  boundary: WeekBoundary,
  { choice }: Pick<Tour, 'choice'>,
): number {
  const width = followUps.prices.length;
  let cost = 0;
  let last = -1;
  for (let day = 0; day < space.days; day++) {
    const now = choice[day]!;
    if (now < 0) continue;
    const start = space.startMinute[now]!;
    if (last >= 0) cost += followUpPrice(start, followUps.choiceSoon, last * width, followUps);
    else if (space.week === 0 && boundary.soonMinutes) cost += followUpPrice(start, boundary.soonMinutes, 0, followUps);
    last = now;
  }
  return cost;
}
