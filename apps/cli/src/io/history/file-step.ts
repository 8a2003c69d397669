import { localMinuteOfDay, type ZoneId } from '@yotei/time';
import type { FactColumns } from './fact-columns.js';

const DAY_MINUTES = 1440;
/** Every length an interval may have: what divides a day, longest first. */
const STEPS = Array.from({ length: DAY_MINUTES }, (_, index) => DAY_MINUTES - index).filter(
  (minutes) => DAY_MINUTES % minutes === 0,
);
/** Share of the starts that must lie on a step's multiples: a few stray rows are mistakes of the file, not its step. */
const LEAST_SHARE = 0.9;
/** A queue with fewer rows says nothing of its step and has that of the whole file. */
const LEAST_ROWS = 50;

/** How many rows start at each wall-clock minute. */
export class StartMinutes {
  private readonly rows = new Uint32Array(DAY_MINUTES);
  private count = 0;

  add({ count, at }: FactColumns, zone: ZoneId): this {
    for (let index = 0; index < count; index++) {
      const minute = localMinuteOfDay(at[index]!, zone);
      if (Number.isInteger(minute)) this.rows[minute]! += 1;
    }
    this.count += count;
    return this;
  }

  addAll(other: StartMinutes): void {
    other.rows.forEach((rows, minute) => (this.rows[minute]! += rows));
    this.count += other.count;
  }

  get saysEnough(): boolean {
    return this.count >= LEAST_ROWS;
  }

  /**
   * The interval of the rows in minutes: the longest step on whose multiples nearly all of them start. One or a few
   * rows start on the multiples of many steps, so a file of few rows is believed to have the interval wanted where
   * its rows allow it.
   */
  step(wantedMinutes: number): number {
    const fits = STEPS.filter((step) => this.shareOn(step) >= LEAST_SHARE);
    const longest = fits[0] ?? 1;
    if (this.saysEnough || longest === DAY_MINUTES || longest <= wantedMinutes) return longest;
    return fits.find((step) => wantedMinutes % step === 0) ?? 1;
  }

  private shareOn(step: number): number {
    let on = 0;
    for (let minute = 0; minute < DAY_MINUTES; minute += step) on += this.rows[minute]!;
    return on / this.count;
  }
}
