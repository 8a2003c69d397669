import { DAYS, type TourSpace } from '../problem/tour-space.js';
import type { Tour, WeekBoundary } from './tour.js';

/**
 * The fewest states that tell apart whether the run of days worked may go on: one where it never binds, two where only
 * the run carried in from last week can (still unbroken or not), else the run's length. Where a day off between two days
 * worked costs something, one more tells that yesterday was off and the day before worked. Tables are reused.
 */
export class RunStates {
  count = 1;
  initial = 0;
  /** State after one day off that follows a day worked; -1 where nobody asks. */
  lone = -1;
  /** State after working day d, or -1: `day * count + state`. */
  readonly afterWork = new Int32Array(DAYS * 64);
  readonly afterOff = new Int32Array(DAYS * 64);
  /** 1 where the following week's first run still fits. */
  readonly mayEnd = new Uint8Array(64);

  prepare(space: TourSpace, boundary: WeekBoundary): void {
    const { maxRunDays, maxDays } = space;
    const longest = maxDays + boundary.nextRunDays;
    this.mayEnd.fill(1);
    this.lone = -1;
    if (space.loneOffCost) this.trackLoneDays(space, boundary, boundary.runDays + longest > maxRunDays);
    else if (longest > maxRunDays) this.trackLength(maxRunDays, boundary);
    else if (boundary.runDays + longest > maxRunDays) this.trackCarried(maxRunDays, boundary);
    else this.trackNothing();
  }

  private trackNothing(): void {
    this.count = 1;
    this.initial = 0;
    this.afterWork.fill(0, 0, DAYS);
    this.afterOff.fill(0, 0, DAYS);
  }

  private trackCarried(maxRunDays: number, boundary: WeekBoundary): void {
    this.count = 2;
    this.initial = 1;
    for (let day = 0; day < DAYS; day++) {
      this.afterWork[day * 2] = 0;
      this.afterWork[day * 2 + 1] = boundary.runDays + day + 1 <= maxRunDays ? 1 : -1;
      this.afterOff[day * 2] = 0;
      this.afterOff[day * 2 + 1] = 0;
    }
    // Unbroken to the end joins the following week's run.
    this.mayEnd[1] = Number(boundary.nextRunDays === 0 || boundary.runDays + DAYS + boundary.nextRunDays <= maxRunDays);
  }

  private trackLength(maxRunDays: number, boundary: WeekBoundary): void {
    this.count = maxRunDays + 1;
    this.initial = Math.min(boundary.runDays, maxRunDays);
    for (let day = 0; day < DAYS; day++) {
      for (let run = 0; run <= maxRunDays; run++) {
        this.afterWork[day * this.count + run] = run < maxRunDays ? run + 1 : -1;
        this.afterOff[day * this.count + run] = 0;
      }
    }
    for (let run = 0; run <= maxRunDays; run++)
      this.mayEnd[run] = Number(boundary.nextRunDays === 0 || run + boundary.nextRunDays <= maxRunDays);
  }

  /** 0: off for two days or more; then the run's length, or that there is one; last: one day off after a day worked. */
  private trackLoneDays({ maxRunDays, week }: TourSpace, boundary: WeekBoundary, binds: boolean): void {
    const longest = binds ? maxRunDays : 1;
    this.count = longest + 2;
    this.lone = longest + 1;
    this.initial = Math.min(boundary.runDays, longest);
    for (let day = 0; day < DAYS; day++) {
      const at = day * this.count;
      // A day off between two weeks of a plan belongs to neither; the one after the history to the first.
      const isJudged = day > 0 || week === 0;
      for (let run = 0; run <= longest; run++) {
        this.afterWork[at + run] = run < longest ? run + 1 : binds ? -1 : run;
        this.afterOff[at + run] = run > 0 && isJudged ? this.lone : 0;
      }
      this.afterWork[at + this.lone] = longest > 0 ? 1 : -1;
      this.afterOff[at + this.lone] = 0;
    }
    if (binds)
      for (let run = 0; run <= longest; run++)
        this.mayEnd[run] = Number(boundary.nextRunDays === 0 || run + boundary.nextRunDays <= maxRunDays);
  }
}

/** Days off of the week that stand alone between two days worked, as {@link RunStates} counts them. */
export function loneDaysOff({ choice }: Pick<Tour, 'choice'>, worksBefore: boolean): number {
  let alone = 0;
  for (let day = 0; day + 1 < DAYS; day++) {
    const before = day === 0 ? worksBefore : choice[day - 1]! >= 0;
    if (before && choice[day]! < 0 && choice[day + 1]! >= 0) alone++;
  }
  return alone;
}
