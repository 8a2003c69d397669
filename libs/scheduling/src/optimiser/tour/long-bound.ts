import type { LongTables } from '../problem/long-rules.js';
import type { LongSegment } from '../problem/long-segments.js';

/** Width of the bracket, and as a share of the price, at which the search for a multiplier ends. */
const CLOSE = 0.02;
const CLOSE_FRACTION = 0.01;
/** Steps of the search for a multiplier: the first time, and from the last one found. */
const FIRST_STEPS = 14;
const LATER_STEPS = 5;

/** What is remembered of an agent from call to call. */
export interface BoundMemory {
  /** Multipliers of the inner amount and of the first outer one. */
  inner: number;
  outer: number;
  /** How far the best tour was above the bound. */
  gap: number;
  known: boolean;
  runs: number;
}

export const newBoundMemory = (): BoundMemory => ({ inner: 0, outer: 0, gap: 4, known: false, runs: 0 });

/**
 * A lower bound of what the days from a state on cost, so that states which cannot become the best tour are left out. The
 * limits of the inner amount and of the first outer one are priced instead of kept (Lagrange; as in the state-space
 * relaxations of Christofides, Mingozzi and Toth 1981), the others left aside: then the least over all ways on is a small
 * programme over the rules' states alone. Multipliers are found by halving, from those of the last call on.
 */
export class LongBound {
  /** Lower bound of the whole tour. */
  whole = 0;
  private tables: LongTables | null = null;
  private values: Float64Array = new Float64Array(0);
  private toGo = new Float64Array(0);
  private innerPrice = 0;
  private outerPrice = 0;
  /** Largest and smallest total the inner amount may have, by segment from it on; largest of the outer one. */
  private innerMost: number[] = [];
  private innerLeast: number[] = [];
  private outerMost: number[] = [];
  /** Totals of the ways just found to be least. */
  innerTotal = 0;
  outerTotal = 0;

  /** Values of each symbol, cheapest choice of the day: `day * symbols + symbol`, infinite where not offered. */
  prepare(tables: LongTables, values: Float64Array, memory: BoundMemory): void {
    this.tables = tables;
    this.values = values;
    const size = (tables.days + tables.segments.length + 1) * tables.states;
    if (this.toGo.length < size) this.toGo = new Float64Array(size);
    this.sumLimits(tables.segments);
    this.innerPrice = memory.inner;
    this.outerPrice = memory.outer;
    this.evaluate();
    if (this.whole === Number.POSITIVE_INFINITY) return;
    const steps = memory.known ? LATER_STEPS : FIRST_STEPS;
    this.searchInner(steps, memory.known);
    if (this.outerPrice > 0 || this.outerTotal > this.outerMost[0]!) {
      this.searchOuter(steps, memory.known);
      this.searchInner(LATER_STEPS, true);
    }
    memory.inner = this.innerPrice;
    memory.outer = this.outerPrice;
    memory.known = true;
  }

  /**
   * Most that a state may have cost so far is `limitOf + slope * inner amount - outerCost * outer amount`; `total` is what
   * the whole tour may cost.
   */
  limitOf(total: number, layer: number, state: number, segment: number): number {
    const { tables, innerPrice, outerPrice } = this;
    const left = (innerPrice >= 0 ? this.innerMost : this.innerLeast)[segment]!;
    const toGo = this.toGo[layer * tables!.states + state]!;
    return total - toGo + innerPrice * left + outerPrice * this.outerMost[segment]!;
  }

  get outerCost(): number {
    return this.outerPrice;
  }

  get slope(): number {
    return -this.innerPrice;
  }

  private sumLimits(segments: readonly LongSegment[]): void {
    this.innerMost = [];
    this.innerLeast = [];
    this.outerMost = [];
    let [most, least, outer] = [0, 0, 0];
    for (let i = segments.length - 1; i >= 0; i--) {
      const segment = segments[i]!;
      if (segment.innerEnds) [most, least] = [most + segment.innerMax, least + segment.innerMin];
      if (segment.usedEnds) outer += segment.usedMax;
      this.innerMost[i] = most;
      this.innerLeast[i] = least;
      this.outerMost[i] = outer;
    }
  }

  private searchInner(steps: number, warm: boolean): void {
    const rises = () => {
      // For the price p the bound falls by p times the most (or least) allowed: it rises with p while the total is above.
      const allowed = this.innerPrice > 0 ? this.innerMost[0]! : this.innerPrice < 0 ? this.innerLeast[0]! : Number.NaN;
      if (!Number.isNaN(allowed)) return Math.sign(this.innerTotal - allowed);
      return this.innerTotal > this.innerMost[0]! ? 1 : this.innerTotal < this.innerLeast[0]! ? -1 : 0;
    };
    const setPrice = (price: number) => (this.innerPrice = price);
    this.search({ steps, warm, rises, setPrice, start: this.innerPrice });
  }

  private searchOuter(steps: number, warm: boolean): void {
    const rises = () => {
      const above = this.outerTotal - this.outerMost[0]!;
      return this.outerPrice === 0 ? Math.max(0, Math.sign(above)) : Math.sign(above);
    };
    const setPrice = (price: number) => (this.outerPrice = Math.max(0, price));
    this.search({ steps, warm, rises, setPrice, start: this.outerPrice });
  }

  /** Maximises the concave bound over one price: steps of growing width until it falls, then halving. Keeps the best. */
  private search({ steps, warm, rises, setPrice, start }: PriceSearch): void {
    let best = this.whole;
    let at = start;
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    let width = warm ? 0.25 + 0.05 * Math.abs(start) : 4;
    let price = start;
    for (let step = 0; step < steps; step++) {
      const direction = rises();
      if (direction === 0) break;
      if (direction > 0) low = price;
      else high = price;
      if (high - low < CLOSE + CLOSE_FRACTION * Math.abs(price)) break;
      if (low > Number.NEGATIVE_INFINITY && high < Number.POSITIVE_INFINITY) price = (low + high) / 2;
      else {
        price += direction * width;
        width *= 3;
      }
      setPrice(price);
      this.evaluate();
      if (this.whole > best) {
        best = this.whole;
        at = price;
      }
    }
    if (at === price) return;
    setPrice(at);
    this.evaluate();
  }

  private evaluate(): void {
    const tables = this.tables!;
    const { states, segments } = tables;
    const { toGo } = this;
    let layer = tables.days + segments.length;
    toGo.fill(0, layer * states, (layer + 1) * states);
    for (let i = segments.length - 1; i >= 0; i--) {
      const segment = segments[i]!;
      const ending = leastEnd(segment);
      layer--;
      for (let at = layer * states; at < (layer + 1) * states; at++) toGo[at] = toGo[at + states]! + ending;
      for (let day = segment.untilDay - 1; day >= segment.fromDay; day--) this.back(tables, day, --layer);
    }
    const { innerPrice, outerPrice } = this;
    const inner = innerPrice * (innerPrice >= 0 ? this.innerMost : this.innerLeast)[0]!;
    this.whole = toGo[tables.initial]! - inner - outerPrice * this.outerMost[0]!;
    if (this.whole < Number.POSITIVE_INFINITY) this.walk(tables);
  }

  private back(tables: LongTables, day: number, layer: number): void {
    const { states, symbols, next, grow, use } = tables;
    const { toGo, values, innerPrice, outerPrice } = this;
    const present = tables.present[day]!;
    const offered = tables.offered[day]!;
    for (let i = 0; i < present.length; i++) {
      const state = present[i]!;
      let least = Number.POSITIVE_INFINITY;
      const from = (day * states + state) * symbols;
      for (let k = 0; k < offered.length; k++) {
        const symbol = offered[k]!;
        const to = next[from + symbol]!;
        if (to < 0) continue;
        const cost =
          values[day * symbols + symbol]! +
          innerPrice * grow[from + symbol]! +
          outerPrice * use[from + symbol]! +
          toGo[(layer + 1) * states + to]!;
        if (cost < least) least = cost;
      }
      toGo[layer * states + state] = least;
    }
  }

  /** Totals of the least way, from the first day on. */
  private walk(tables: LongTables): void {
    const { states, symbols, next, grow, use, segments } = tables;
    const { toGo, values, innerPrice, outerPrice } = this;
    this.innerTotal = 0;
    this.outerTotal = 0;
    let state = tables.initial;
    let layer = 0;
    for (const segment of segments) {
      for (let day = segment.fromDay; day < segment.untilDay; day++, layer++) {
        const from = (day * states + state) * symbols;
        let least = Number.POSITIVE_INFINITY;
        let chosen = 0;
        for (let symbol = 0; symbol < symbols; symbol++) {
          const to = next[from + symbol]!;
          if (to < 0) continue;
          const prices = innerPrice * grow[from + symbol]! + outerPrice * use[from + symbol]!;
          const cost = values[day * symbols + symbol]! + prices + toGo[(layer + 1) * states + to]!;
          if (cost >= least) continue;
          least = cost;
          chosen = symbol;
        }
        this.innerTotal += grow[from + chosen]!;
        this.outerTotal += use[from + chosen]!;
        state = next[from + chosen]!;
      }
      layer++;
    }
  }
}

/** Search for one price: whether the bound still rises with it (1), falls (-1) or is at its height (0). */
interface PriceSearch {
  readonly steps: number;
  readonly warm: boolean;
  readonly rises: () => number;
  readonly setPrice: (price: number) => void;
  readonly start: number;
}

function leastEnd(segment: LongSegment): number {
  let least = Number.POSITIVE_INFINITY;
  for (let outer = 0; outer < segment.outers; outer++)
    if (segment.endTo[outer]! >= 0) least = Math.min(least, segment.endCost[outer]!);
  return least;
}
