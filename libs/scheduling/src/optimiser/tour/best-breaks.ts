import {
  PART_DISTANCE,
  PART_EARLIEST,
  PART_FIELDS,
  PART_LATEST,
  PART_LENGTH,
  type ShiftPattern,
} from '../problem/shift-pattern.js';

/** Where places are written, and what runs of contact work cost (null: nothing). */
export interface PlaceTarget {
  readonly runCost: Float64Array | null;
  readonly out: Int32Array;
  readonly offset: number;
}

/**
 * Exact places of a shift's activities: those that give up the least gain, each inside its window and far enough from the
 * one before. One running minimum per activity over its window (roster.md section 2.1), so O(windows) a shift.
 */
export class BreakPlacer {
  /** Prefix sums of the gain: `sums[i]` is the gain of padded slots before i. Set by the owner. */
  readonly sums: Float64Array;
  private current: Float64Array;
  private previous: Float64Array;
  private readonly rows: Float64Array[];

  constructor(slots: number, maxParts: number, maxWindow: number) {
    this.sums = new Float64Array(slots + 1);
    this.current = new Float64Array(maxWindow);
    this.previous = new Float64Array(maxWindow);
    this.rows = Array.from({ length: maxParts }, () => new Float64Array(maxWindow));
  }

  /** Least gain given up by the activities of a shift that starts in the padded slot. */
  loss(pattern: ShiftPattern, start: number): number {
    const { parts, partCount } = pattern;
    const { sums } = this;
    let least = 0;
    for (let part = 0; part < partCount; part++) {
      const at = part * PART_FIELDS;
      const earliest = parts[at + PART_EARLIEST]!;
      const latest = parts[at + PART_LATEST]!;
      const length = parts[at + PART_LENGTH]!;
      const before = part === 0 ? 0 : parts[at - PART_FIELDS + PART_EARLIEST]!;
      const reach = earliest - parts[at + PART_DISTANCE]! - before;
      const window = part === 0 ? 0 : parts[at - PART_FIELDS + PART_LATEST]! - before;
      const { current, previous } = this;
      let sofar = Number.POSITIVE_INFINITY;
      let taken = 0;
      least = Number.POSITIVE_INFINITY;
      for (let place = earliest, i = 0; place <= latest; place++, i++) {
        if (part === 0) sofar = 0;
        else {
          const upTo = reach + i < window ? reach + i : window;
          for (; taken <= upTo; taken++) if (previous[taken]! < sofar) sofar = previous[taken]!;
        }
        const cost = sofar + sums[start + place + length]! - sums[start + place]!;
        current[i] = cost;
        if (cost < least) least = cost;
      }
      this.current = previous;
      this.previous = current;
    }
    return least;
  }

  /** As {@link loss}, with the cost of each run of contact work between the activities on top. */
  lossWithRuns(pattern: ShiftPattern, start: number, runCost: Float64Array): number {
    return this.fillRows(pattern, start, runCost);
  }

  /** Writes the padded start slots of the best places from `offset` on; of equal places the earliest. */
  place(pattern: ShiftPattern, start: number, { runCost, out, offset }: PlaceTarget): void {
    this.fillRows(pattern, start, runCost);
    const { parts, partCount, lengthSlots } = pattern;
    let next = Number.POSITIVE_INFINITY;
    for (let part = partCount - 1; part >= 0; part--) {
      const at = part * PART_FIELDS;
      const earliest = parts[at + PART_EARLIEST]!;
      const limit = part === partCount - 1 ? next : next - parts[at + PART_FIELDS + PART_DISTANCE]!;
      const nextStart = part === partCount - 1 ? lengthSlots : next;
      let chosen = earliest;
      let least = Number.POSITIVE_INFINITY;
      for (let place = earliest; place <= parts[at + PART_LATEST]! && place <= limit; place++) {
        const run = runCost ? runCost[nextStart - place - parts[at + PART_LENGTH]!]! : 0;
        const cost = this.rows[part]![place - earliest]! + run;
        if (cost < least) {
          least = cost;
          chosen = place;
        }
      }
      out[offset + part] = start + chosen;
      next = chosen;
    }
  }

  /** Least loss up to each place of each activity, all earlier places tried; answers the least of the whole shift. */
  private fillRows(pattern: ShiftPattern, start: number, runCost: Float64Array | null): number {
    const { parts, partCount, lengthSlots } = pattern;
    const { sums, rows } = this;
    if (partCount === 0) return runCost ? runCost[lengthSlots]! : 0;
    let least = Number.POSITIVE_INFINITY;
    for (let part = 0; part < partCount; part++) {
      const at = part * PART_FIELDS;
      const earliest = parts[at + PART_EARLIEST]!;
      const length = parts[at + PART_LENGTH]!;
      const row = rows[part]!;
      for (let place = earliest; place <= parts[at + PART_LATEST]!; place++) {
        const before = part === 0 ? (runCost ? runCost[place]! : 0) : this.leastBefore(pattern, part, place, runCost);
        const cost = before + sums[start + place + length]! - sums[start + place]!;
        row[place - earliest] = cost;
        if (part < partCount - 1) continue;
        const whole = cost + (runCost ? runCost[lengthSlots - place - length]! : 0);
        if (whole < least) least = whole;
      }
    }
    return least;
  }

  private leastBefore(pattern: ShiftPattern, part: number, place: number, runCost: Float64Array | null): number {
    const { parts } = pattern;
    const at = (part - 1) * PART_FIELDS;
    const row = this.rows[part - 1]!;
    const earliest = parts[at + PART_EARLIEST]!;
    const length = parts[at + PART_LENGTH]!;
    const last = Math.min(place - parts[at + PART_FIELDS + PART_DISTANCE]!, parts[at + PART_LATEST]!);
    let least = Number.POSITIVE_INFINITY;
    for (let earlier = earliest; earlier <= last; earlier++) {
      const cost = row[earlier - earliest]! + (runCost ? runCost[place - earlier - length]! : 0);
      if (cost < least) least = cost;
    }
    return least;
  }
}
