import { CoverState } from '../cover/cover-state.js';
import type { PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import { TeamState } from '../team/team-state.js';
import { TourProgramme } from '../tour/tour-programme.js';
import { followUpPrice } from '../tour/follow-up-starts.js';
import { linkRests } from '../tour/rest-links.js';
import { copyTour, emptyTour, OPEN_BOUNDARY, type Tour, type WeekBoundary } from '../tour/tour.js';

/** A roster under construction: the tours of all agent-weeks ("units") with the cover they give, changed in place. */
export class SearchState {
  readonly cover: CoverState;
  readonly programme: TourProgramme;
  /** Rules across agents; null where there are none. */
  readonly team: TeamState | null;
  readonly tours: readonly Tour[];
  /** 1 where the unit's tour is part of the roster now. */
  readonly placed: Uint8Array;
  private readonly boundary: WeekBoundary = { ...OPEN_BOUNDARY };
  private ownCosts = 0;

  constructor(readonly prepared: PreparedProblem) {
    this.cover = new CoverState(prepared.table, prepared.groups.masks, prepared.frame.pad);
    for (const { slot, group, share } of prepared.baseline) if (share === 1) this.cover.add(slot, group);
    this.programme = new TourProgramme(prepared.patterns, prepared.programmeSize);
    this.team = TeamState.of(prepared);
    this.tours = prepared.spaces.map(() => emptyTour(prepared.tourSize));
    this.placed = new Uint8Array(prepared.spaces.length);
  }

  get cost(): number {
    return this.cover.cost + this.ownCosts + (this.team?.penalty ?? 0);
  }

  spaceOf(unit: number): TourSpace {
    return this.prepared.spaces[unit]!;
  }

  /** Takes the unit's tour out of the roster; the tour itself stays as it is until written over. */
  take(unit: number): void {
    const tour = this.tours[unit]!;
    const group = this.spaceOf(unit).group;
    for (let i = 0; i < tour.slotCount; i++) this.cover.remove(tour.slots[i]!, group);
    this.team?.apply(unit, tour, -1);
    this.ownCosts -= tour.ownCost + this.linkCost(unit);
    this.placed[unit] = 0;
  }

  /** Puts the unit's tour into the roster. */
  put(unit: number): void {
    const tour = this.tours[unit]!;
    const group = this.spaceOf(unit).group;
    for (let i = 0; i < tour.slotCount; i++) this.cover.add(tour.slots[i]!, group);
    this.team?.apply(unit, tour, 1);
    this.ownCosts += tour.ownCost + this.linkCost(unit);
    this.placed[unit] = 1;
  }

  /**
   * Takes some of the unit's slots, by their places in its tour, and its costs out of the roster; without team rules. Never of
   * two weeks of one agent at once.
   */
  takeSlots(unit: number, from: number, until: number): void {
    this.takeCover(unit, from, until);
    this.ownCosts -= this.tours[unit]!.ownCost + this.linkCost(unit);
  }

  /** Puts slots and costs back after {@link takeSlots}. */
  putSlots(unit: number, from: number, until: number): void {
    this.putCover(unit, from, until);
    this.ownCosts += this.tours[unit]!.ownCost + this.linkCost(unit);
  }

  /** Takes some more of the unit's slots out, whose costs are out already. */
  takeCover(unit: number, from: number, until: number): void {
    const { slots } = this.tours[unit]!;
    const { group } = this.spaceOf(unit);
    for (let i = from; i < until; i++) this.cover.remove(slots[i]!, group);
  }

  /** Puts slots back after {@link takeCover}. */
  putCover(unit: number, from: number, until: number): void {
    const { slots } = this.tours[unit]!;
    const { group } = this.spaceOf(unit);
    for (let i = from; i < until; i++) this.cover.add(slots[i]!, group);
  }

  /**
   * Writes the best tour of a unit that is not placed for these gains, beside the agent's placed weeks; its value, or
   * infinity when no tour fits between them.
   */
  respond(unit: number, gain: Float64Array): number {
    const { programme, team } = this;
    const space = this.spaceOf(unit);
    const boundary = this.boundaryOf(unit);
    if (!team) return programme.best(space, gain, boundary, this.tours[unit]!);
    programme.choicePrices = team.choicePrices(unit);
    const value = programme.best(space, team.withSlotWorth(unit, gain), boundary, this.tours[unit]!);
    programme.choicePrices = null;
    return value;
  }

  /** Best tour against all others; its value as in {@link respond}. */
  respondExactly(unit: number): number {
    return this.respond(unit, this.cover.gainOf(this.spaceOf(unit).group));
  }

  /** Copies all tours, as a roster to return to. */
  save(into: readonly Tour[]): void {
    for (let unit = 0; unit < this.tours.length; unit++) copyTour(this.tours[unit]!, into[unit]!);
  }

  /** Replaces the roster by saved tours. */
  load(from: readonly Tour[]): void {
    for (let unit = 0; unit < this.tours.length; unit++) {
      if (this.placed[unit] === 1) this.take(unit);
      copyTour(from[unit]!, this.tours[unit]!);
      this.put(unit);
    }
  }

  /** What the agent's placed weeks, and the time before the horizon, demand of the unit. The object is reused. */
  boundaryOf(unit: number): WeekBoundary {
    const { boundary } = this;
    const agent = this.spaceOf(unit).agent;
    const { unitFrom } = this.prepared;
    const first = unitFrom[agent]!;
    const carried = this.prepared.carried[agent]!;
    boundary.readyMinute = carried.readyMinute;
    boundary.soonMinutes = carried.soonMinutes;
    boundary.runDays = carried.runDays;
    boundary.nextStartMinute = Number.POSITIVE_INFINITY;
    boundary.nextRunDays = 0;
    for (let before = first; before < unit; before++) this.carryFrom(before, boundary);
    let joined = true;
    for (let after = unit + 1; after < unitFrom[agent + 1]!; after++) {
      if (this.placed[after] === 0) break;
      joined = this.joinNext(after, boundary, joined);
    }
    linkRests(this, unit, boundary);
    return boundary;
  }

  /** Follow-up prices between the unit's week and the agent's placed weeks beside it. */
  private linkCost(unit: number): number {
    const { followUps, agent } = this.spaceOf(unit);
    if (!followUps) return 0;
    const { unitFrom } = this.prepared;
    let cost = 0;
    if (unit > unitFrom[agent]! && this.placed[unit - 1] === 1) cost += this.priceBetween(unit - 1, unit);
    if (unit + 1 < unitFrom[agent + 1]! && this.placed[unit + 1] === 1) cost += this.priceBetween(unit, unit + 1);
    return cost;
  }

  private priceBetween(earlier: number, later: number): number {
    const { followUps } = this.spaceOf(earlier);
    const last = this.tours[earlier]!.choice.findLast((choice) => choice >= 0);
    const first = this.tours[later]!.choice.find((choice) => choice >= 0);
    if (!followUps || last === undefined || first === undefined) return 0;
    const start = this.spaceOf(later).startMinute[first]!;
    return followUpPrice(start, followUps.choiceSoon, last * followUps.prices.length, followUps);
  }

  private carryFrom(unit: number, boundary: WeekBoundary): void {
    if (this.placed[unit] === 0) {
      boundary.runDays = 0;
      return;
    }
    const { choice } = this.tours[unit]!;
    for (let day = 0; day < this.spaceOf(unit).days; day++) {
      if (choice[day]! < 0) boundary.runDays = 0;
      else {
        boundary.runDays++;
        boundary.readyMinute = Math.max(boundary.readyMinute, this.spaceOf(unit).readyMinute[choice[day]!]!);
        boundary.soonMinutes = soonAfter(this.spaceOf(unit), choice[day]!);
      }
    }
  }

  private joinNext(unit: number, boundary: WeekBoundary, joined: boolean): boolean {
    const { choice } = this.tours[unit]!;
    let unbroken = joined;
    for (let day = 0; day < this.spaceOf(unit).days; day++) {
      if (choice[day]! < 0) unbroken = false;
      else {
        if (unbroken) boundary.nextRunDays++;
        boundary.nextStartMinute = Math.min(boundary.nextStartMinute, this.spaceOf(unit).startMinute[choice[day]!]!);
      }
    }
    return unbroken;
  }
}

/** Follow-up thresholds after a choice; undefined where there are no such prices. */
function soonAfter({ followUps }: TourSpace, choice: number): readonly number[] | undefined {
  if (!followUps) return undefined;
  const width = followUps.prices.length;
  return Array.from(followUps.choiceSoon.subarray(choice * width, (choice + 1) * width));
}
