import type { TourSpace } from '../problem/tour-space.js';
import { RareLimits } from '../tour/rare-limits.js';
import { runsCost, ShiftValues } from '../tour/shift-values.js';
import { emptyTour, type Tour } from '../tour/tour.js';
import { placeOf, replaceDay, replaceSlots } from '../tour/tour-slots.js';
import { followedCost } from '../tour/week-programme.js';
import { WindowProgramme, type TourWindow } from '../tour/window-programme.js';
import type { SearchState } from './search-state.js';

const INFINITE = Number.POSITIVE_INFINITY;
/** Looks at a window in which a kind of shift comes up too often before it is left as it was. */
const MOST_LOOKS = 6;

/** A window of a unit's days, `from` to `until - 1`. */
export interface DayWindow {
  readonly from: number;
  readonly until: number;
}

/**
 * Best response of an agent's days in a window of a long tour while its other days stay: exact under all rules but the
 * limits that seldom bind, for which the days that lose least by it give way. For long tours without rules across agents.
 */
export class WindowChange {
  private readonly shifts: ShiftValues;
  private readonly programme = new WindowProgramme();
  private readonly written: Tour;
  private readonly chosen: Int32Array;
  private readonly limits = new RareLimits();

  constructor(private readonly state: SearchState) {
    const { programmeSize, tourSize, patterns } = state.prepared;
    this.shifts = new ShiftValues(patterns, programmeSize);
    this.written = emptyTour(tourSize);
    this.chosen = new Int32Array(tourSize.days ?? 0);
  }

  /** Places of the window's slots in the tour. */
  slotsOf(unit: number, { from, until }: DayWindow): { readonly from: number; readonly until: number } {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const { pad } = this.state.prepared.frame;
    let first = from - 1;
    while (first >= 0 && !this.serves(space, tour.choice[first]!)) first--;
    let after = until;
    while (after < space.days && !this.serves(space, tour.choice[after]!)) after++;
    const begins = first < 0 ? 0 : placeOf(tour, this.endSlot(space, tour.choice[first]!) - pad);
    return {
      from: begins,
      until: after === space.days ? tour.slotCount : placeOf(tour, space.startSlot[tour.choice[after]!]! - pad),
    };
  }

  /** Padded slots that choices of the window can serve. */
  reachOf(unit: number, { from, until }: DayWindow): DayWindow {
    const space = this.state.spaceOf(unit);
    let first = INFINITE;
    let last = 0;
    for (let choice = space.dayFrom[from]!; choice < space.dayFrom[until]!; choice++) {
      if (!this.serves(space, choice)) continue;
      first = Math.min(first, space.startSlot[choice]!);
      last = Math.max(last, this.endSlot(space, choice));
    }
    return first < last ? { from: first, until: last } : { from: 0, until: 0 };
  }

  /**
   * Writes the best days of the window into the unit's tour, whose slots there and own cost are not part of the roster now,
   * for these gains by padded slot, of which those of {@link reachOf} are looked at.
   */
  respond(unit: number, window: DayWindow, gain: Float64Array): void {
    const { shifts, programme, chosen } = this;
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const rules = space.long!;
    const reach = this.reachOf(unit, window);
    shifts.priceWindow(space, gain, reach.from, reach.until);
    shifts.valueChoices(space, space.dayFrom[window.from]!, space.dayFrom[window.until]!);
    const rare = rules.rare();
    const span = { dayFrom: space.dayFrom, ...window };
    if (rare) this.limits.begin(rare, tour.choice, span, shifts.values);
    const boundary = this.state.boundaryOf(unit);
    const asked = {
      space,
      tables: rules.tables(0),
      choice: tour.choice,
      ...window,
      values: shifts.values,
      boundary,
    };
    for (let look = 0; look < MOST_LOOKS; look++) {
      if (programme.best(asked, chosen) === INFINITE) return;
      if (rare && this.limits.bar(chosen, span, shifts.values)) continue;
      this.write(unit, window, asked);
      return;
    }
  }

  private serves(space: TourSpace, choice: number): boolean {
    return choice >= 0 && space.pattern[choice]! >= 0;
  }

  private endSlot(space: TourSpace, choice: number): number {
    return space.startSlot[choice]! + this.state.prepared.patterns[space.pattern[choice]!]!.lengthSlots;
  }

  /** Puts the chosen days into the tour. */
  private write(unit: number, window: DayWindow, asked: TourWindow): void {
    const space = this.state.spaceOf(unit);
    const tour = this.state.tours[unit]!;
    const { written, chosen } = this;
    const { maxParts } = this.state.prepared.tourSize;
    const { from, until } = this.slotsOf(unit, window);
    const { programme } = this;
    const before = this.ownCostOf(space, tour, { window, from, until }) + this.linkedCost(asked);
    const endsBefore = programme.endCost();
    written.slotCount = 0;
    written.ownCost = 0;
    for (let day = window.from; day < window.until; day++) {
      const choice = chosen[day]!;
      tour.choice[day] = choice;
      if (choice < 0) continue;
      written.ownCost += space.cost[choice]!;
      this.shifts.writeDay(space, choice, day, written);
      replaceDay(tour, written, { day, maxParts });
    }
    const ends = programme.endsAreFree ? 0 : programme.endCostNow(asked) - endsBefore;
    tour.ownCost += written.ownCost + this.linkedCost(asked) + ends - before;
    replaceSlots(tour, { from, until }, written);
  }

  /** What the tour's starts pay for following too soon. */
  private linkedCost({ space, boundary, choice }: TourWindow): number {
    return space.followUps ? followedCost(space, space.followUps, boundary, { choice }) : 0;
  }

  /** The part of the tour's own cost that the days of the window bear themselves. */
  private ownCostOf(space: TourSpace, tour: Tour, at: DayWindow & { readonly window: DayWindow }): number {
    const { frame, patterns, tourSize } = this.state.prepared;
    let cost = 0;
    for (let day = at.window.from; day < at.window.until; day++) {
      const choice = tour.choice[day]!;
      if (choice < 0) continue;
      cost += space.cost[choice]!;
      if (!space.runCost || !this.serves(space, choice)) continue;
      const pattern = patterns[space.pattern[choice]!]!;
      if (!pattern.activitiesInterrupt) continue;
      const where = { start: space.startSlot[choice]!, offset: day * tourSize.maxParts };
      cost += runsCost(pattern, space.runCost, tour.places, where);
    }
    if (space.ownWorth) for (let i = at.from; i < at.until; i++) cost -= space.ownWorth[tour.slots[i]! + frame.pad]!;
    return cost;
  }
}
