import type { LongRest } from '../problem/long-rest.js';
import type { TourSpace } from '../problem/tour-space.js';
import { keepsRest, needsRest } from './rest-in-week.js';
import type { ProgrammeSize, ShiftValues } from './shift-values.js';
import { copyTour, emptyTour, type Tour, type WeekBoundary } from './tour.js';
import type { WeekProgramme } from './week-programme.js';

const INFINITE = Number.POSITIVE_INFINITY;
const LONG_AGO = -0x4000_0000;
/** Share of the rest's length within which its beginnings must lie before a bound of them is worth a programme. */
const WORTH_A_BOUND = 0.5;

/**
 * The best tour of a week that holds a long rest, exactly. The week's programme answers without it; seldom the answer has no
 * such rest. Then its beginning is branched on: it begins where a shift ends. All beginnings from one end to another forbid
 * the same shifts, those that every such rest would meet; the programme without these is a bound of them, and their best
 * tour where that has the rest.
 */
export class RestedWeek {
  private readonly found: Tour;
  private readonly trial: Tour;
  private least = INFINITE;
  /** Values of the choices with none forbidden. */
  private free = new Float64Array(0);
  private begins = new Int32Array(0);
  private space!: TourSpace;
  private rest!: LongRest;
  private boundary!: WeekBoundary;

  constructor(
    private readonly week: WeekProgramme,
    private readonly shifts: ShiftValues,
    size: ProgrammeSize,
  ) {
    const tourSize = { maxParts: size.maxParts, maxSlots: size.slotCount };
    this.found = emptyTour(tourSize);
    this.trial = emptyTour(tourSize);
  }

  /** As {@link WeekProgramme.best}, for a space with a long rest. */
  best(space: TourSpace, gain: Float64Array, boundary: WeekBoundary, out: Tour): number {
    this.week.value(space, gain);
    const value = this.week.solve(space, boundary, this.trial);
    if (value === INFINITE) return value;
    if (keepsRest(space, boundary, this.trial.choice)) {
      copyTour(this.trial, out);
      return value;
    }
    this.space = space;
    this.rest = space.longRest!;
    this.boundary = boundary;
    this.least = INFINITE;
    this.branch();
    if (this.least < INFINITE) copyTour(this.found, out);
    return this.least;
  }

  private branch(): void {
    const { space, rest, boundary, shifts } = this;
    const count = space.pattern.length;
    if (this.free.length < count) this.free = new Float64Array(count);
    this.free.set(shifts.values.subarray(0, count));
    const freeFrom = boundary.freeFromMinute ?? LONG_AGO;
    if (boundary.nextNeedsRest) this.forbid(boundary.nextStartMinute - rest.minutes, INFINITE, this.free);
    if (!needsRest(rest, boundary)) this.tryWithout(INFINITE, LONG_AGO);
    else {
      const later = rest.ends.filter((end) => end > freeFrom);
      const first = freeFrom + rest.minutes <= rest.weekEndMinute ? [freeFrom] : [];
      this.begins = Int32Array.from([...first, ...later]);
      if (this.begins.length > 0) this.explore(0, this.begins.length - 1);
    }
  }

  /** The best tour whose rest begins at one of the beginnings `low` to `high`, if it beats those found. */
  private explore(low: number, high: number): void {
    const { begins, rest } = this;
    const [first, last] = [begins[low]!, begins[high]!];
    const isBounded = low === high || last - first <= rest.minutes * WORTH_A_BOUND;
    // A rest that had ended when the week began still has to end in it, with a first shift after its beginning.
    if (isBounded && this.tryWithout(last, Math.max(first + rest.minutes, rest.weekStartMinute + 1))) return;
    if (low === high) return;
    const middle = (low + high) >> 1;
    this.explore(low, middle);
    this.explore(middle + 1, high);
  }

  /** Solves without the shifts that end after `from` and start before `until`; false where that leaves the branch open. */
  private tryWithout(from: number, until: number): boolean {
    const { space, boundary, trial, shifts, week } = this;
    shifts.values.set(this.free.subarray(0, space.pattern.length));
    this.forbid(from, until, shifts.values);
    const value = week.solve(space, boundary, trial);
    if (value >= this.least) return true;
    if (!keepsRest(space, boundary, trial.choice)) return false;
    this.least = value;
    copyTour(trial, this.found);
    return true;
  }

  private forbid(from: number, until: number, values: Float64Array): void {
    const { space, rest } = this;
    for (let choice = 0; choice < space.pattern.length; choice++)
      if (rest.endMinute[choice]! > from && space.startMinute[choice]! < until) values[choice] = INFINITE;
  }
}
