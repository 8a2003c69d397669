import type { LongTables } from '../problem/long-rules.js';
import type { LongSegment } from '../problem/long-segments.js';

const NEVER = 0x3fff_ffff;

/**
 * Whether no tour at all can keep the limits: least and most of the inner amount for every state and outer amount, day by day.
 * Holes between the two and rest times are left aside, so that a tour may be missing where it says one could be there, never
 * the other way round. Far smaller than a pass over all amounts.
 */
export class LongFeasibility {
  private low = new Int32Array(0);
  private high = new Int32Array(0);
  private nextLow = new Int32Array(0);
  private nextHigh = new Int32Array(0);

  /** `values`: least value of each symbol by day, infinite where it is not offered. */
  isOutOfReach(tables: LongTables, values: Float64Array): boolean {
    const { states, segments, initial } = tables;
    const outers = segments.reduce((most, each) => Math.max(most, each.outers), 1);
    for (const name of ['low', 'high', 'nextLow', 'nextHigh'] as const)
      if (this[name].length < states * outers) this[name] = new Int32Array(states * outers);
    this.low.fill(NEVER);
    this.high.fill(-1);
    this.low[initial * outers] = this.high[initial * outers] = 0;
    for (const segment of segments) {
      for (let day = segment.fromDay; day < segment.untilDay; day++)
        this.step(tables, values, { segment, day, outers });
      this.close(states, segment, outers);
    }
    return this.high.every((high) => high < 0);
  }

  private step(tables: LongTables, values: Float64Array, { segment, day, outers }: At): void {
    const { states, symbols, next, move, grow } = tables;
    this.turn();
    for (const state of tables.present[day]!) {
      for (let symbol = 0; symbol < symbols; symbol++) {
        const at = (day * states + state) * symbols + symbol;
        const to = next[at]!;
        if (to < 0 || values[day * symbols + symbol] === Number.POSITIVE_INFINITY) continue;
        for (let outer = 0; outer < segment.outers; outer++) {
          const from = state * outers + outer;
          const reached = segment.step[move[at]! * segment.outers + outer]!;
          if (reached < 0 || this.nextHigh[from]! < 0) continue;
          this.widen(to * outers + reached, this.nextLow[from]! + grow[at]!, this.nextHigh[from]! + grow[at]!);
        }
      }
    }
  }

  /** What may not stand at the end of the segment goes; amounts whose period ends begin anew. */
  private close(
    states: number,
    { outers: count, endTo, innerEnds, innerMin, innerMax }: LongSegment,
    outers: number,
  ): void {
    this.turn();
    for (let state = 0; state < states; state++) {
      for (let outer = 0; outer < count; outer++) {
        const from = state * outers + outer;
        const to = endTo[outer]!;
        const [low, high] = [this.nextLow[from]!, this.nextHigh[from]!];
        if (to < 0 || high < 0) continue;
        if (!innerEnds) this.widen(state * outers + to, low, high);
        else if (high >= innerMin && low <= innerMax) this.widen(state * outers + to, 0, 0);
      }
    }
  }

  /** What was reached is where the next step begins. */
  private turn(): void {
    [this.low, this.nextLow] = [this.nextLow, this.low];
    [this.high, this.nextHigh] = [this.nextHigh, this.high];
    this.low.fill(NEVER);
    this.high.fill(-1);
  }

  private widen(at: number, low: number, high: number): void {
    if (low < this.low[at]!) this.low[at] = low;
    if (high > this.high[at]!) this.high[at] = high;
  }
}

interface At {
  readonly segment: LongSegment;
  readonly day: number;
  readonly outers: number;
}
