import type { TourSpace } from '../problem/tour-space.js';
import type { LongTables } from '../problem/long-rules.js';
import { LongBound, newBoundMemory, type BoundMemory } from './long-bound.js';
import { isVast, LongCorridor, MOST_STATES, type CorridorWidth } from './long-corridor.js';
import { LongFeasibility } from './long-feasibility.js';
import { LongForward } from './long-forward.js';
import { LongReach } from './long-reach.js';
import { traceBack, type FoundTour } from './long-trace.js';
import { mostKeys, pinnedOn, type LongWork } from './long-work.js';
import { RareLimits } from './rare-limits.js';
import { RowPool } from './row-pool.js';
import type { ShiftValues } from './shift-values.js';
import type { Tour, TourPins, WeekBoundary } from './tour.js';
import { followedCost } from './week-programme.js';

/** Growth of the room above the lower bound when no tour was found in it, and the room beyond which none is cut off. */
const ROOM_GROWTH = 4;
const MOST_ROOM = 1e6;
const FIRST_ROOM_FRACTION = 0.02;
const NOISE = 1e-6;
/** Combinations of seldom binding amounts, times days, up to which all of them are followed exactly. */
const MOST_COMBINED_DAYS = 450;
/** Times that too many shifts of a kind are given up before the limits are followed exactly after all. */
const MOST_LOOKS = 8;
/** How far to both sides of the middle vast tours are looked for, one after another: the inner amount in longest shifts. */
const CORRIDOR_WIDTHS: readonly CorridorWidth[] = [
  { inner: 2, outer: 1.5 },
  { inner: 8, outer: 3 },
  { inner: 32, outer: 6 },
];

/**
 * The best tour of one agent over a long horizon, exactly but for vast ones: a dynamic programme over the days whose state is (earliest next
 * start, what the rules remember, outer amounts, inner amount). States lie in rows along the inner amount (paid minutes as a
 * rule), so a step is a run over two rows; rows hold only amounts from which the limits can still be met, and only costs
 * that a lower bound of the rest lets become the best tour. See docs/methods/long-tours.md.
 */
export class LongProgramme {
  /** No tour has a lower value at the gains of the last call, also where the one answered was not proved best. */
  least = 0;
  /** Days that stay as they are while set. */
  pins: TourPins | null = null;
  private readonly reach = new LongReach();
  private readonly bound = new LongBound();
  private readonly corridor = new LongCorridor();
  private readonly feasibility = new LongFeasibility();
  private readonly forward = new LongForward();
  private readonly rows = new RowPool();
  private readonly memories = new WeakMap<LongTables, BoundMemory>();
  private readonly pinnedMemory = newBoundMemory();
  private readonly limits = new RareLimits();
  private symbolValues = new Float64Array(0);
  /** Whether the tour found last is best under the limits it was sought under. */
  private isProved = true;
  /** The tour found, by day. */
  private choices = new Int32Array(0);

  /** Tours that could meet more than `mostStates` are looked for in corridors of these widths. */
  constructor(
    private readonly shifts: ShiftValues,
    private readonly mostStates = MOST_STATES,
    private readonly widths: readonly CorridorWidth[] = CORRIDOR_WIDTHS,
  ) {}

  /** As `TourProgramme.best`. */
  best(space: TourSpace, gain: Float64Array, boundary: WeekBoundary, out: Tour): number {
    this.shifts.priceSlots(space, gain);
    this.valueDays(space);
    if (this.choices.length < space.days) this.choices = new Int32Array(space.days);
    const rules = space.long!;
    for (let kept = 0; ;) {
      const found = this.solve(space, rules.tables(kept), boundary);
      this.least = found ? this.leastCost(found) + space.baseCost : Number.POSITIVE_INFINITY;
      if (!found) return Number.POSITIVE_INFINITY;
      const broken = rules.brokenBy(this.choices);
      if ((broken & ~kept) === 0) return this.write(space, boundary, found, out);
      if (rules.combinations(kept | broken) * space.days <= MOST_COMBINED_DAYS) kept |= broken;
      else {
        const legal = this.solveBarred(space, rules.tables(kept), boundary);
        if (legal) return this.write(space, boundary, legal, out);
        kept |= broken;
      }
    }
  }

  /** In a corridor the tour found is not proved best; the bound holds all the same. */
  private leastCost({ cost }: FoundTour): number {
    return this.isProved ? cost : Math.min(cost, this.bound.whole);
  }

  /** A good tour under limits that seldom bind, where following them all exactly would take too long; null when none is found. */
  private solveBarred(space: TourSpace, tables: LongTables, boundary: WeekBoundary): FoundTour | null {
    const rare = space.long!.rare()!;
    const span = { dayFrom: space.dayFrom, from: 0, until: space.days, ...this.pins };
    const { limits, choices } = this;
    const { values } = this.shifts;
    limits.begin(rare, this.pins?.choice ?? choices, span, values);
    let found: FoundTour | null = null;
    for (let look = 0; look < MOST_LOOKS && limits.bar(choices, span, values); look++) {
      found = this.solve(space, tables, boundary);
      if (!found) break;
    }
    const isLegal = found !== null && space.long!.brokenBy(choices) === 0;
    if (!isLegal) this.valueDays(space);
    return isLegal ? found : null;
  }

  private valueDays(space: TourSpace): void {
    const { shifts, pins } = this;
    if (!pins) {
      shifts.valueChoices(space, 0, space.pattern.length);
      return;
    }
    shifts.valueChoices(space, space.dayFrom[pins.from]!, space.dayFrom[pins.until]!);
    for (let day = 0; day < space.days; day++) {
      const choice = pins.choice[day]!;
      if (choice >= 0 && (day < pins.from || day >= pins.until)) shifts.valueChoices(space, choice, choice + 1);
    }
  }

  /** Looks within a room above the lower bound, and in more room while nothing is found there. */
  private solve(space: TourSpace, tables: LongTables, boundary: WeekBoundary): FoundTour | null {
    const { reach, bound, rows, pins } = this;
    if (!reach.prepare(tables, pins)) return null;
    const outers = tables.segments.reduce((most, { outers: count }) => Math.max(most, count), 1);
    const { values } = this.shifts;
    const keys = mostKeys(space);
    const work: LongWork = { space, tables, boundary, pins, values, keys, outers, rows, reach, bound, corridor: null };
    const memory = pins ? this.pinnedMemory : this.memoryOf(tables);
    bound.prepare(tables, this.valueSymbols(work), memory);
    if (bound.whole === Number.POSITIVE_INFINITY) return null;
    if (!pins && isVast(tables, this.mostStates)) {
      const found = this.solveInCorridor(work, memory);
      this.isProved = found === null;
      if (found !== undefined) return found;
      reach.prepare(tables, pins);
    }
    this.isProved = true;
    return this.solveIn(work, memory);
  }

  /**
   * A tour near the middle of its amounts, within ever more of the way to both sides. Undefined when it is not there and may be
   * outside, null when there is none at all.
   */
  private solveInCorridor(work: LongWork, memory: BoundMemory): FoundTour | null | undefined {
    const { corridor, reach, bound, symbolValues } = this;
    const { tables } = work;
    const totals = { inner: bound.innerTotal, outer: bound.outerTotal };
    const largest = tables.grow.reduce((most, each) => Math.max(most, each), 1);
    for (const { inner, outer } of this.widths) {
      corridor.lay(tables, symbolValues, { totals, width: { inner: inner * largest, outer } });
      reach.prepare(tables, null);
      reach.narrow(tables, corridor);
      const found = this.solveIn({ ...work, corridor }, memory);
      if (found) return found;
      if (this.feasibility.isOutOfReach(tables, symbolValues)) return null;
    }
    return undefined;
  }

  private solveIn(work: LongWork, memory: BoundMemory): FoundTour | null {
    const { bound, rows } = this;
    // The first time nothing tells how near the bound comes: a small share of what the tour is worth.
    const isFirst = memory.runs++ === 0 && !work.corridor;
    const first = isFirst ? Math.max(memory.gap, FIRST_ROOM_FRACTION * Math.abs(bound.whole)) : memory.gap;
    let cells = -1;
    for (let room = first; ; room *= ROOM_GROWTH) {
      const total = room > MOST_ROOM ? Number.POSITIVE_INFINITY : bound.whole + room + NOISE;
      const last = this.forward.run(work, total);
      const found = traceBack(work, last, this.choices);
      if (found && found.cost <= total) {
        memory.gap = 0.5 + 1.25 * Math.max(0, found.cost - bound.whole);
        return found;
      }
      if (room > MOST_ROOM) return null;
      // More room that led nowhere else: what is left costs without end, such as barred choices.
      if (rows.size === cells) room = MOST_ROOM;
      cells = rows.size;
    }
  }

  private memoryOf(tables: LongTables): BoundMemory {
    let memory = this.memories.get(tables);
    if (!memory) {
      memory = newBoundMemory();
      this.memories.set(tables, memory);
    }
    return memory;
  }

  /** Least value of the choices of each day and symbol; infinite where there is none. */
  private valueSymbols(work: LongWork): Float64Array {
    const { space, tables, boundary, values } = work;
    const { days, symbols, choiceSymbol } = tables;
    if (this.symbolValues.length < days * symbols) this.symbolValues = new Float64Array(days * symbols);
    const least = this.symbolValues;
    least.fill(Number.POSITIVE_INFINITY, 0, days * symbols);
    for (let day = 0; day < days; day++) {
      const only = pinnedOn(work, day);
      if (only === null ? space.mustWork[day] === 0 : only < 0) least[day * symbols] = 0;
      if (only !== null && only < 0) continue;
      const until = only === null ? space.dayFrom[day + 1]! : only + 1;
      for (let choice = only ?? space.dayFrom[day]!; choice < until; choice++) {
        if (space.startMinute[choice]! < boundary.readyMinute) continue;
        const at = day * symbols + choiceSymbol[choice]!;
        if (values[choice]! < least[at]!) least[at] = values[choice]!;
      }
    }
    return least;
  }

  private write(space: TourSpace, boundary: WeekBoundary, found: FoundTour, out: Tour): number {
    out.ownCost = space.baseCost + found.endCost;
    out.slotCount = 0;
    out.choice.fill(-1);
    for (let day = 0; day < space.days; day++) {
      const choice = this.choices[day]!;
      out.choice[day] = choice;
      if (choice < 0) continue;
      out.ownCost += space.cost[choice]!;
      this.shifts.writeDay(space, choice, day, out);
    }
    if (space.followUps) out.ownCost += followedCost(space, space.followUps, boundary, out);
    return found.cost + space.baseCost;
  }
}
