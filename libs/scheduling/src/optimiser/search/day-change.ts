import { DAYS, type TourSpace } from '../problem/tour-space.js';
import { followUpPrice } from '../tour/follow-up-starts.js';
import { keepsRest } from '../tour/rest-in-week.js';
import { runsCost, ShiftValues } from '../tour/shift-values.js';
import { emptyTour, type Tour, type WeekBoundary } from '../tour/tour.js';
import { placeOf, replaceDay, replaceSlots } from '../tour/tour-slots.js';
import { followedCost } from '../tour/week-programme.js';
import type { SearchState } from './search-state.js';
import { shiftReach, type SlotReach } from './shift-reach.js';

/** Named once: the global is slow to look up in a loop under some runners. */
const INFINITE = Number.POSITIVE_INFINITY;

/**
 * Exact best response of one agent's one day while the agent's other days stay: the shift may start at another time, be of
 * another length the week's contract still allows, and have its breaks elsewhere. Many times faster than the best week, for
 * the fine fitting of a day's shifts to each other.
 */
export class DayChange {
  private readonly shifts: ShiftValues;
  private readonly endCosts: Float64Array;
  private readonly day: Tour;
  private readonly reaches: readonly SlotReach[];
  private nextStart = INFINITE;
  private soonBefore: ArrayLike<number> | undefined;
  private soonFrom = 0;

  constructor(private readonly state: SearchState) {
    const { programmeSize, tourSize, spaces, patterns } = state.prepared;
    this.shifts = new ShiftValues(patterns, programmeSize);
    this.endCosts = new Float64Array(Math.max(1, ...spaces.map((space) => space.paidLengths.length)));
    this.day = emptyTour(tourSize);
    this.reaches = shiftReach(state.prepared);
  }

  /** Whether the unit works a shift on the day of its week that may be changed. */
  allows(unit: number, day: number): boolean {
    const space = this.state.spaceOf(unit);
    const choice = this.state.tours[unit]!.choice[day]!;
    return space.long === null && choice >= 0 && space.pattern[choice]! >= 0;
  }

  /** Where the slots of the day's shift begin in the tour, and their number. */
  slotsOf(unit: number, day: number): { readonly from: number; readonly until: number } {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const choice = tour.choice[day]!;
    const first = space.startSlot[choice]! - this.state.prepared.frame.pad;
    const length = this.state.prepared.patterns[space.pattern[choice]!]!.lengthSlots;
    return { from: placeOf(tour, first), until: placeOf(tour, first + length) };
  }

  /** Padded slots that choices of the unit on the day can serve. */
  reachOf(unit: number, day: number): SlotReach {
    return this.reaches[unit * DAYS + day]!;
  }

  /**
   * Writes the best shift of the day into the unit's tour, whose slots of the day and own cost are not part of the roster
   * now, for these gains by padded slot. The shift there now is always possible, so there is always one.
   */
  respond(unit: number, day: number, gain: Float64Array): void {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    this.priceLengths(space, tour, day);
    const { from, until } = this.reachOf(unit, day);
    this.shifts.priceWindow(space, gain, from, until);
    const boundary = this.state.boundaryOf(unit);
    this.write(unit, { day, choice: this.bestChoice(unit, day, boundary), boundary });
  }

  /** Cost of the week's paid time and days if the day's shift had each of the paid lengths. */
  private priceLengths(space: TourSpace, tour: Tour, day: number): void {
    const { pairs, paidLengths, paidIndex } = space;
    for (let length = 0; length < paidLengths.length; length++) {
      let pair = 0;
      for (let each = 0; each < DAYS && pair >= 0; each++) {
        const choice = tour.choice[each]!;
        if (choice < 0) continue;
        pair = pairs.next[pair * paidLengths.length + (each === day ? length : paidIndex[choice]!)]!;
      }
      this.endCosts[length] = pair < 0 ? INFINITE : pairs.endCost[pair]!;
    }
  }

  private bestChoice(unit: number, day: number, boundary: WeekBoundary): number {
    const space = this.state.spaceOf(unit);
    const { choice: chosen } = this.state.tours[unit]!;
    let readyMinute = boundary.readyMinute;
    let nextStart = boundary.nextStartMinute;
    for (let each = 0; each < DAYS; each++) {
      const other = chosen[each]!;
      if (other < 0 || each === day) continue;
      if (each < day && space.readyMinute[other]! > readyMinute) readyMinute = space.readyMinute[other]!;
      if (each > day && space.startMinute[other]! < nextStart) nextStart = space.startMinute[other]!;
    }
    this.placeBetween(space, chosen, { day, boundary, nextStart });
    const { shifts } = this;
    // The shift there now comes first: with it at hand most others need no look at their breaks.
    let found = chosen[day]!;
    let best = shifts.valueOf(space, found) + this.besides(space, found);
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      if (space.startMinute[choice]! < readyMinute || space.readyMinute[choice]! > nextStart) continue;
      const besides = this.besides(space, choice);
      if (shifts.leastValue(space, choice) + besides >= best) continue;
      const value = shifts.valueOf(space, choice) + besides;
      if (value < best && keepsRest(space, boundary, chosen, { day, choice })) {
        best = value;
        found = choice;
      }
    }
    return found;
  }

  /** What a choice of the day costs beside its own value. */
  private besides(space: TourSpace, choice: number): number {
    return this.endCosts[space.paidIndex[choice]!]! + this.followingCost(space, choice);
  }

  private write(
    unit: number,
    { day, choice, boundary }: { day: number; choice: number; boundary: WeekBoundary },
  ): void {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const { maxParts } = this.state.prepared.tourSize;
    const { from, until } = this.slotsOf(unit, day);
    const before = this.dayCost(space, tour, { day, from, until }) + this.linkedCost(space, tour, boundary);
    const written = this.day;
    written.slotCount = 0;
    written.ownCost = 0;
    this.shifts.writeDay(space, choice, day, written);
    tour.choice[day] = choice;
    const linked = this.linkedCost(space, tour, boundary);
    tour.ownCost += written.ownCost + space.cost[choice]! + this.endCosts[space.paidIndex[choice]!]! + linked - before;
    replaceDay(tour, written, { day, maxParts });
    replaceSlots(tour, { from, until }, written);
  }

  /** Remembers the shifts beside the day, for {@link followingCost}. */
  private placeBetween(
    space: TourSpace,
    chosen: Tour['choice'],
    { day, boundary, nextStart }: { day: number; boundary: WeekBoundary; nextStart: number },
  ): void {
    if (!space.followUps) return;
    let last = day - 1;
    while (last >= 0 && chosen[last]! < 0) last--;
    this.nextStart = nextStart;
    this.soonBefore = last < 0 ? boundary.soonMinutes : space.followUps.choiceSoon;
    this.soonFrom = last < 0 ? 0 : chosen[last]! * space.followUps.prices.length;
  }

  /** What the choice pays for following the shift before too soon, and the next one for following the choice. */
  private followingCost(space: TourSpace, choice: number): number {
    const { followUps } = space;
    if (!followUps) return 0;
    const { soonBefore, soonFrom, nextStart } = this;
    const own = soonBefore ? followUpPrice(space.startMinute[choice]!, soonBefore, soonFrom, followUps) : 0;
    if (nextStart === INFINITE) return own;
    return own + followUpPrice(nextStart, followUps.choiceSoon, choice * followUps.prices.length, followUps);
  }

  /** What the tour's starts pay for following too soon, within the week and after the time before the horizon. */
  private linkedCost(space: TourSpace, tour: Tour, boundary: WeekBoundary): number {
    return space.followUps ? followedCost(space, space.followUps, boundary, tour) : 0;
  }

  /** The part of the tour's own cost that the day's shift may change. */
  private dayCost(space: TourSpace, tour: Tour, at: { day: number; from: number; until: number }): number {
    const { frame, patterns, tourSize } = this.state.prepared;
    const choice = tour.choice[at.day]!;
    const pattern = patterns[space.pattern[choice]!]!;
    let cost = space.cost[choice]! + this.endCosts[space.paidIndex[choice]!]!;
    if (space.runCost && pattern.activitiesInterrupt) {
      const where = { start: space.startSlot[choice]!, offset: at.day * tourSize.maxParts };
      cost += runsCost(pattern, space.runCost, tour.places, where);
    }
    if (space.ownWorth) for (let i = at.from; i < at.until; i++) cost -= space.ownWorth[tour.slots[i]! + frame.pad]!;
    return cost;
  }
}
