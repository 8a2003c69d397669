import { DAYS, type TourSpace } from '../problem/tour-space.js';
import type { WeekBoundary } from './tour.js';

/**
 * The fewest states that tell apart whether the run of days worked may go on: one where it never binds, two where only
 * the run carried in from last week can (still unbroken or not), else the run's length. Tables are reused.
 */
export class RunStates {
  count = 1;
  initial = 0;
  /** State after working day d, or -1: `day * count + state`. */
  readonly afterWork = new Int32Array(DAYS * 64);
  readonly afterOff = new Int32Array(DAYS * 64);
  /** 1 where the following week's first run still fits. */
  readonly mayEnd = new Uint8Array(64);

  prepare(space: TourSpace, boundary: WeekBoundary): void {
    const { maxRunDays, maxDays } = space;
    const longest = maxDays + boundary.nextRunDays;
    this.mayEnd.fill(1);
    if (longest > maxRunDays) this.trackLength(maxRunDays, boundary);
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
}
