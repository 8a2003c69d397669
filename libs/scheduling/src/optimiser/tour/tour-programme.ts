import type { ShiftPattern } from '../problem/shift-pattern.js';
import type { TourSpace } from '../problem/tour-space.js';
import { LongProgramme } from './long-programme.js';
import { RestedWeek } from './rested-week.js';
import { ShiftValues, type ProgrammeSize } from './shift-values.js';
import type { Tour, TourPins, WeekBoundary } from './tour.js';
import { WeekProgramme } from './week-programme.js';

export type { ProgrammeSize } from './shift-values.js';

/** The best tour of one agent for given gains of presence, exactly: by the week, or over a long horizon at once. */
export class TourProgramme {
  /** Tours computed, for statistics. */
  solved = 0;
  /** Told every long tour found, which the caller goes on using. */
  onLongTour: ((space: TourSpace, tour: Tour) => void) | null = null;
  private readonly shifts: ShiftValues;
  private readonly week: WeekProgramme;
  private readonly rested: RestedWeek;
  private readonly long: LongProgramme;

  constructor(patterns: readonly ShiftPattern[], size: ProgrammeSize) {
    this.shifts = new ShiftValues(patterns, size);
    this.week = new WeekProgramme(this.shifts);
    this.rested = new RestedWeek(this.week, this.shifts, size);
    this.long = new LongProgramme(this.shifts);
  }

  /** Added to the cost of each choice of the space while set, and not part of the tour's own cost: rules across agents. */
  set choicePrices(prices: Float64Array | null) {
    this.shifts.choicePrices = prices;
  }

  /** Days of long tours that stay as they are while set. */
  set pins(pins: TourPins | null) {
    this.long.pins = pins;
  }

  /** No tour of the space last asked for has a lower value at those gains; what {@link best} answered, or a little less. */
  least = 0;

  /**
   * Writes the best tour into `out` and returns its value, own cost minus gain of the slots served; infinite (and `out`
   * untouched) when no tour keeps the limits. `gain` is by padded slot.
   */
  best(space: TourSpace, gain: Float64Array, boundary: WeekBoundary, out: Tour): number {
    this.solved++;
    const programme = space.long ? this.long : space.longRest ? this.rested : this.week;
    const value = programme.best(space, gain, boundary, out);
    this.least = space.long ? this.long.least : value;
    if (space.long && value < Number.POSITIVE_INFINITY) this.onLongTour?.(space, out);
    return value;
  }
}
