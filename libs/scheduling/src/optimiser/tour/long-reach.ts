import type { LongTables } from '../problem/long-rules.js';
import type { LongCorridor } from './long-corridor.js';
import type { TourPins } from './tour.js';

/** No state at all. */
const NEVER = 0x3fff_ffff;

/**
 * Which inner amounts of each state can still end within the limits, the outer ones left aside: computed backwards, for the
 * days as they are pinned. Layers are those of the long programme: one before each day and one at the end of each segment,
 * then one after the last.
 */
export class LongReach {
  private lows = new Int32Array(0);
  private highs = new Int32Array(0);
  private states = 0;
  private readonly one = new Int32Array(1);

  low(layer: number, state: number): number {
    return this.lows[layer * this.states + state]!;
  }

  high(layer: number, state: number): number {
    return this.highs[layer * this.states + state]!;
  }

  /** False when not even the first state can reach the end. */
  prepare(tables: LongTables, pins: TourPins | null): boolean {
    const { states, segments, days } = tables;
    this.states = states;
    const size = (days + segments.length + 1) * states;
    if (this.lows.length < size) {
      this.lows = new Int32Array(size);
      this.highs = new Int32Array(size);
    }
    let layer = days + segments.length;
    this.lows.fill(0, layer * states, size);
    this.highs.fill(0, layer * states, size);
    for (let i = segments.length - 1; i >= 0; i--) {
      const segment = segments[i]!;
      this.close(--layer, segment.innerEnds ? segment : null);
      for (let day = segment.untilDay - 1; day >= segment.fromDay; day--) {
        const offered = this.offeredOn(tables, pins, day);
        this.back(tables, { offered, day, layer: --layer, most: segment.innerMax });
      }
    }
    return this.low(0, tables.initial) <= 0 && this.high(0, tables.initial) >= 0;
  }

  /** Leaves out what is outside the corridor. */
  narrow({ days, segments }: LongTables, { innerLow, innerHigh }: LongCorridor): void {
    const { states, lows, highs } = this;
    for (let layer = 0; layer <= days + segments.length; layer++) {
      for (let at = layer * states; at < (layer + 1) * states; at++) {
        lows[at] = Math.max(lows[at]!, Math.ceil(innerLow[layer]!));
        highs[at] = Math.min(highs[at]!, Math.floor(innerHigh[layer]!));
      }
    }
  }

  private offeredOn(tables: LongTables, pins: TourPins | null, day: number): Int32Array {
    if (!pins || (day >= pins.from && day < pins.until)) return tables.offered[day]!;
    const choice = pins.choice[day]!;
    this.one[0] = choice < 0 ? 0 : tables.choiceSymbol[choice]!;
    return this.one;
  }

  /** The layer at the end of a segment: limits of the inner amount where its period ends, else those after it. */
  private close(layer: number, range: { readonly innerMin: number; readonly innerMax: number } | null): void {
    const { states } = this;
    for (let state = 0; state < states; state++) {
      const at = layer * states + state;
      const after = at + states;
      const isOpen = this.lows[after]! <= 0 && this.highs[after]! >= 0;
      this.lows[at] = range ? (isOpen ? range.innerMin : NEVER) : this.lows[after]!;
      this.highs[at] = range ? (isOpen ? range.innerMax : -1) : this.highs[after]!;
    }
  }

  private back(tables: LongTables, { offered, day, layer, most }: DayBack): void {
    const { states } = this;
    for (let at = layer * states; at < (layer + 1) * states; at++) {
      this.lows[at] = NEVER;
      this.highs[at] = -1;
    }
    for (const state of tables.present[day]!) {
      let low = NEVER;
      let high = -1;
      for (const symbol of offered) {
        const at = (day * states + state) * tables.symbols + symbol;
        const to = tables.next[at]!;
        if (to < 0) continue;
        const after = (layer + 1) * states + to;
        if (this.lows[after]! > this.highs[after]!) continue;
        low = Math.min(low, this.lows[after]! - tables.grow[at]!);
        high = Math.max(high, this.highs[after]! - tables.grow[at]!);
      }
      this.lows[layer * states + state] = Math.max(0, low);
      this.highs[layer * states + state] = Math.min(most, high);
    }
  }
}

interface DayBack {
  readonly offered: Int32Array;
  readonly day: number;
  readonly layer: number;
  readonly most: number;
}
