import { DAYS, type TourSpace } from '../problem/tour-space.js';
import { keepsRest } from '../tour/rest-in-week.js';
import { runsCost, ShiftValues } from '../tour/shift-values.js';
import { emptyTour, type Tour, type WeekBoundary } from '../tour/tour.js';
import { placeOf, replaceDay, replaceSlots } from '../tour/tour-slots.js';
import { shiftReach, type SlotReach } from './shift-reach.js';
import type { SearchState } from './search-state.js';

const INFINITE = Number.POSITIVE_INFINITY;

/** Two days of a week, in order. */
export interface DayPair {
  readonly first: number;
  readonly second: number;
}

/** The shifts of one day that the week's other days leave, the best of each paid length. */
class DayOffer {
  day = 0;
  /** Earliest start and latest end with rest that the agent's days outside the pair leave. */
  readyMinute = 0;
  nextStart = 0;
  readonly value: Float64Array;
  readonly choice: Int32Array;

  constructor(lengths: number) {
    this.value = new Float64Array(lengths);
    this.choice = new Int32Array(lengths);
  }

  fits(space: TourSpace, choice: number): boolean {
    return space.startMinute[choice]! >= this.readyMinute && space.readyMinute[choice]! <= this.nextStart;
  }
}

/**
 * Exact best response of two days of one agent while the other days stay: each may become a day off or a shift of any
 * length the week's contract allows, so that work can move from one day to another. Where a long rest is a must, only the
 * best start of each length is tried for it. Not for weeks in which starts too soon or lone days off have prices.
 */
export class DayPairChange {
  private readonly shifts: ShiftValues;
  private readonly reaches: readonly SlotReach[];
  private readonly written: Tour;
  private readonly offers: readonly [DayOffer, DayOffer];
  private best = INFINITE;
  private readonly chosen: [number, number] = [-1, -1];

  constructor(private readonly state: SearchState) {
    const { programmeSize, tourSize, spaces, patterns } = state.prepared;
    const lengths = Math.max(1, ...spaces.map((space) => space.paidLengths.length));
    this.shifts = new ShiftValues(patterns, programmeSize);
    this.reaches = shiftReach(state.prepared);
    this.written = emptyTour(tourSize);
    this.offers = [new DayOffer(lengths), new DayOffer(lengths)];
  }

  /** Whether the unit's two days may be changed together. */
  allows(unit: number, { first, second }: DayPair): boolean {
    const space = this.state.spaceOf(unit);
    const { choice } = this.state.tours[unit]!;
    if (space.long !== null || space.followUps || space.loneOffCost) return false;
    if (space.mustWork[first] === 1 || space.mustWork[second] === 1) return false;
    return choice[first]! >= 0 || choice[second]! >= 0;
  }

  /** Whether the unit is off on the day and could work it. */
  couldWork(unit: number, day: number): boolean {
    const { dayFrom } = this.state.spaceOf(unit);
    return this.state.tours[unit]!.choice[day]! < 0 && dayFrom[day]! < dayFrom[day + 1]!;
  }

  /** Where the slots of the day's shift are in the tour, or would be. */
  slotsOf(unit: number, day: number): SlotReach {
    const tour = this.state.tours[unit]!;
    const from = this.placeFrom(unit, day);
    return { from, until: tour.choice[day]! < 0 ? from : this.placeFrom(unit, day + 1) };
  }

  /** Padded slots that the unit's shifts of the day can serve. */
  reachOf(unit: number, day: number): SlotReach {
    return this.reaches[unit * DAYS + day]!;
  }

  /**
   * Writes the best shifts or days off of the pair into the unit's tour, whose slots of both days and own cost are not part of
   * the roster now, for these gains by padded slot; nothing where what is there now is all that a long rest leaves.
   */
  respond(unit: number, pair: DayPair, gain: Float64Array): void {
    const space = this.state.spaceOf(unit);
    const { choice } = this.state.tours[unit]!;
    const boundary = this.state.boundaryOf(unit);
    this.price(unit, pair, gain);
    this.offer(space, choice, { pair, boundary });
    this.choose(space, choice, { pair, boundary });
    // Beside a long rest there may be nothing but what is there now.
    if (this.best < INFINITE) this.write(unit, pair);
  }

  private price(unit: number, { first, second }: DayPair, gain: Float64Array): void {
    const space = this.state.spaceOf(unit);
    const a = this.reachOf(unit, first);
    const b = this.reachOf(unit, second);
    const isJoined = a.until > b.from && b.until > 0;
    this.shifts.priceWindow(space, gain, a.from, isJoined ? Math.max(a.until, b.until) : a.until);
    if (isJoined) return;
    const { leastGain } = this.shifts;
    this.shifts.priceWindow(space, gain, b.from, b.until);
    this.shifts.leastGain = Math.min(leastGain, this.shifts.leastGain);
  }

  /** Finds the best shift of each length on each of the days, beside the days outside the pair. */
  private offer(space: TourSpace, choice: Tour['choice'], { pair, boundary }: WeekPlace): void {
    const { first, second } = pair;
    for (const [index, day] of [first, second].entries()) {
      const offer = this.offers[index]!;
      offer.day = day;
      offer.readyMinute = boundary.readyMinute;
      offer.nextStart = boundary.nextStartMinute;
      for (let other = 0; other < DAYS; other++) {
        const shift = choice[other]!;
        if (shift < 0 || other === first || other === second) continue;
        if (other < day) offer.readyMinute = Math.max(offer.readyMinute, space.readyMinute[shift]!);
        else offer.nextStart = Math.min(offer.nextStart, space.startMinute[shift]!);
      }
      this.valueDay(space, offer, choice[day]!);
    }
  }

  private valueDay(space: TourSpace, offer: DayOffer, present: number): void {
    const { shifts } = this;
    const { value, choice, day } = offer;
    value.fill(INFINITE);
    // The shift there now comes first: with it at hand most others need no look at their breaks.
    if (present >= 0) {
      value[space.paidIndex[present]!] = shifts.valueOf(space, present);
      choice[space.paidIndex[present]!] = present;
    }
    for (let each = space.dayFrom[day]!; each < space.dayFrom[day + 1]!; each++) {
      if (!offer.fits(space, each)) continue;
      const length = space.paidIndex[each]!;
      if (shifts.leastValue(space, each) >= value[length]!) continue;
      const worth = shifts.valueOf(space, each);
      if (worth >= value[length]!) continue;
      value[length] = worth;
      choice[length] = each;
    }
  }

  private choose(space: TourSpace, choice: Tour['choice'], place: WeekPlace): void {
    const { offers, chosen } = this;
    const others = this.pairBeside(space, choice, place.pair);
    const lengths = space.paidLengths.length;
    this.best = INFINITE;
    let collide = false;
    for (let i = -1; i < lengths; i++) {
      for (let j = -1; j < lengths; j++) {
        const a = i < 0 ? 0 : offers[0].value[i]!;
        const b = j < 0 ? 0 : offers[1].value[j]!;
        const value = a + b + endCost(space, others, i, j);
        if (value >= this.best || !runFits(space, choice, place, { first: i >= 0, second: j >= 0 })) continue;
        const x = i < 0 ? -1 : offers[0].choice[i]!;
        const y = j < 0 ? -1 : offers[1].choice[j]!;
        if (x >= 0 && y >= 0 && space.readyMinute[x]! > space.startMinute[y]!) {
          collide = true;
          continue;
        }
        if (!rests(space, choice, place, [x, y])) continue;
        this.best = value;
        chosen[0] = x;
        chosen[1] = y;
      }
    }
    if (collide) this.fitBoth(space, choice, { ...place, others });
  }

  /** Both days worked, where the best shifts of each day alone leave too little rest between them. */
  private fitBoth(space: TourSpace, choice: Tour['choice'], place: WeekPlace & { readonly others: number }): void {
    const { offers, shifts, chosen } = this;
    const [a, b] = offers;
    shifts.valueChoices(space, space.dayFrom[a.day]!, space.dayFrom[a.day + 1]!);
    shifts.valueChoices(space, space.dayFrom[b.day]!, space.dayFrom[b.day + 1]!);
    const { values } = shifts;
    for (let x = space.dayFrom[a.day]!; x < space.dayFrom[a.day + 1]!; x++) {
      if (!a.fits(space, x)) continue;
      for (let y = space.dayFrom[b.day]!; y < space.dayFrom[b.day + 1]!; y++) {
        if (space.startMinute[y]! < space.readyMinute[x]! || !b.fits(space, y)) continue;
        const value = values[x]! + values[y]!;
        if (value >= this.best) continue;
        const whole = value + endCost(space, place.others, space.paidIndex[x]!, space.paidIndex[y]!);
        if (whole >= this.best || !rests(space, choice, place, [x, y])) continue;
        this.best = whole;
        chosen[0] = x;
        chosen[1] = y;
      }
    }
  }

  /** Paid time and days of the week without the pair. */
  private pairBeside({ pairs, paidLengths, paidIndex }: TourSpace, choice: Tour['choice'], pair: DayPair): number {
    let at = 0;
    for (let day = 0; day < DAYS; day++) {
      if (day === pair.first || day === pair.second || choice[day]! < 0) continue;
      at = pairs.next[at * paidLengths.length + paidIndex[choice[day]!]!]!;
    }
    return at;
  }

  private write(unit: number, { first, second }: DayPair): void {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const before = this.ownCostOf(unit, first) + this.ownCostOf(unit, second) + weekCost(space, tour.choice);
    // The later day first: the places of the earlier one stay as they are.
    const added = this.writeDay(unit, second, this.chosen[1]) + this.writeDay(unit, first, this.chosen[0]);
    tour.ownCost += added + weekCost(space, tour.choice) - before;
  }

  private writeDay(unit: number, day: number, choice: number): number {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const { written } = this;
    const place = this.slotsOf(unit, day);
    written.slotCount = 0;
    written.ownCost = 0;
    tour.choice[day] = choice;
    if (choice >= 0) {
      this.shifts.writeDay(space, choice, day, written);
      written.ownCost += space.cost[choice]!;
      replaceDay(tour, written, { day, maxParts: this.state.prepared.tourSize.maxParts });
    }
    replaceSlots(tour, place, written);
    return written.ownCost;
  }

  /** The part of the tour's own cost that the day's shift bears itself. */
  private ownCostOf(unit: number, day: number): number {
    const { frame, patterns, tourSize } = this.state.prepared;
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const choice = tour.choice[day]!;
    if (choice < 0) return 0;
    let cost = space.cost[choice]!;
    const pattern = patterns[space.pattern[choice]!]!;
    if (space.runCost && pattern.activitiesInterrupt) {
      const where = { start: space.startSlot[choice]!, offset: day * tourSize.maxParts };
      cost += runsCost(pattern, space.runCost, tour.places, where);
    }
    if (!space.ownWorth) return cost;
    const { from, until } = this.slotsOf(unit, day);
    for (let i = from; i < until; i++) cost -= space.ownWorth[tour.slots[i]! + frame.pad]!;
    return cost;
  }

  /** Place in the tour of the first slot of the day's shift or of the next one after it. */
  private placeFrom(unit: number, day: number): number {
    const { startSlot, pattern } = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    for (let each = day; each < DAYS; each++) {
      const choice = tour.choice[each]!;
      if (choice >= 0 && pattern[choice]! >= 0)
        return placeOf(tour, startSlot[choice]! - this.state.prepared.frame.pad);
    }
    return tour.slotCount;
  }
}

interface WeekPlace {
  readonly pair: DayPair;
  readonly boundary: WeekBoundary;
}

/** Whether the week keeps its long rests with these choices on the days of the pair. */
function rests(
  space: TourSpace,
  choice: Tour['choice'],
  { pair: { first, second }, boundary }: WeekPlace,
  [x, y]: readonly [number, number],
): boolean {
  if (!space.longRest) return true;
  const before = choice[first]!;
  choice[first] = x;
  const keeps = keepsRest(space, boundary, choice, { day: second, choice: y });
  choice[first] = before;
  return keeps;
}

/** Cost of the week's paid time and days with one shift of each of the lengths (-1: none) besides; infinite: not allowed. */
function endCost({ pairs, paidLengths }: TourSpace, beside: number, i: number, j: number): number {
  const one = i < 0 ? beside : pairs.next[beside * paidLengths.length + i]!;
  if (one < 0) return INFINITE;
  const two = j < 0 ? one : pairs.next[one * paidLengths.length + j]!;
  return two < 0 ? INFINITE : pairs.endCost[two]!;
}

function weekCost({ pairs, paidLengths, paidIndex }: TourSpace, choice: Tour['choice']): number {
  let at = 0;
  for (let day = 0; day < DAYS; day++)
    if (choice[day]! >= 0) at = pairs.next[at * paidLengths.length + paidIndex[choice[day]!]!]!;
  return pairs.endCost[at]!;
}

/** Whether no run of days gets too long when the days of the pair are worked or not. */
function runFits(
  { maxRunDays }: TourSpace,
  choice: Tour['choice'],
  { pair, boundary }: WeekPlace,
  works: { readonly first: boolean; readonly second: boolean },
): boolean {
  let run = boundary.runDays;
  for (let day = 0; day < DAYS; day++) {
    const isWorked = day === pair.first ? works.first : day === pair.second ? works.second : choice[day]! >= 0;
    run = isWorked ? run + 1 : 0;
    if (run > maxRunDays) return false;
  }
  return boundary.nextRunDays === 0 || run + boundary.nextRunDays <= maxRunDays;
}
