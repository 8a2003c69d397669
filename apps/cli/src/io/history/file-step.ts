import { MINUTE_MILLIS, localMinuteOfDay, type ZoneId } from '@yotei/time';
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
/** Neighbours that must lie a step apart for a file of few rows to say that this is its step. */
const LEAST_PAIRS = 3;

/** How many rows start at each wall-clock minute. */
export class StartMinutes {
  private readonly rows = new Uint32Array(DAY_MINUTES);
  private count = 0;
  /** The shortest distance of two rows, and how many pairs of neighbours have it. */
  private shortest = { minutes: Infinity, pairs: 0 };

  add({ count, at }: FactColumns, zone: ZoneId): this {
    for (let index = 0; index < count; index++) {
      const minute = localMinuteOfDay(at[index]!, zone);
      if (Number.isInteger(minute)) this.rows[minute]! += 1;
      if (index > 0) this.addDistance((at[index]! - at[index - 1]!) / MINUTE_MILLIS, 1);
    }
    this.count += count;
    return this;
  }

  addAll(other: StartMinutes): void {
    other.rows.forEach((rows, minute) => (this.rows[minute]! += rows));
    this.count += other.count;
    this.addDistance(other.shortest.minutes, other.shortest.pairs);
  }

  private addDistance(minutes: number, pairs: number): void {
    if (minutes === this.shortest.minutes) this.shortest.pairs += pairs;
    else if (minutes > 0 && minutes < this.shortest.minutes) this.shortest = { minutes, pairs };
  }

  get saysEnough(): boolean {
    return this.count >= LEAST_ROWS;
  }

  /**
   * The interval of the rows in minutes: the longest step on whose multiples nearly all of them start. One or a few
   * rows start on the multiples of many steps, so a file of few rows is believed to have the interval wanted where
   * its rows allow it, unless some of them lie just one longer step apart.
   */
  step(wantedMinutes: number): number {
    const fits = STEPS.filter((step) => this.shareOn(step) >= LEAST_SHARE);
    const longest = fits[0] ?? 1;
    const isSeen = this.shortest.minutes === longest && this.shortest.pairs >= LEAST_PAIRS;
    if (this.saysEnough || isSeen || longest === DAY_MINUTES || longest <= wantedMinutes) return longest;
    return fits.find((step) => wantedMinutes % step === 0) ?? 1;
  }

  private shareOn(step: number): number {
    let on = 0;
    for (let minute = 0; minute < DAY_MINUTES; minute += step) on += this.rows[minute]!;
    return on / this.count;
  }
}
