import {
  PART_DISTANCE,
  PART_EARLIEST,
  PART_FIELDS,
  PART_LATEST,
  PART_LENGTH,
  type ShiftPattern,
} from '../problem/shift-pattern.js';

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

  /** Writes the padded start slots of the best places from `offset` on; of equal places the earliest. */
  place(pattern: ShiftPattern, start: number, out: Int32Array, offset: number): void {
    const { parts, partCount } = pattern;
    const { sums, rows } = this;
    const field = (part: number, name: number) => parts[part * PART_FIELDS + name]!;
    for (let part = 0; part < partCount; part++) {
      for (let place = field(part, PART_EARLIEST); place <= field(part, PART_LATEST); place++) {
        let sofar = part === 0 ? 0 : Number.POSITIVE_INFINITY;
        if (part > 0) {
          const last = Math.min(place - field(part, PART_DISTANCE), field(part - 1, PART_LATEST));
          for (let earlier = field(part - 1, PART_EARLIEST); earlier <= last; earlier++) {
            sofar = Math.min(sofar, rows[part - 1]![earlier - field(part - 1, PART_EARLIEST)]!);
          }
        }
        const gain = sums[start + place + field(part, PART_LENGTH)]! - sums[start + place]!;
        rows[part]![place - field(part, PART_EARLIEST)] = sofar + gain;
      }
    }
    let limit = Number.POSITIVE_INFINITY;
    for (let part = partCount - 1; part >= 0; part--) {
      let chosen = field(part, PART_EARLIEST);
      let least = Number.POSITIVE_INFINITY;
      for (let place = chosen; place <= Math.min(limit, field(part, PART_LATEST)); place++) {
        const cost = rows[part]![place - field(part, PART_EARLIEST)]!;
        if (cost < least) [least, chosen] = [cost, place];
      }
      out[offset + part] = start + chosen;
      limit = chosen - field(part, PART_DISTANCE);
    }
  }
}
