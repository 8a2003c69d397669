import type { LongTables } from '../problem/long-rules.js';
import type { PreparedProblem } from '../problem/prepare.js';

/** States of all days together up to which tours are looked for among all of them. */
export const MOST_STATES = 200_000_000;

/** How far from the middle the inner and the first outer amount may be. */
export interface CorridorWidth {
  readonly inner: number;
  readonly outer: number;
}

/** Totals of both amounts, each over its last period, that the middle of a corridor leads to where the limits allow it. */
export interface CorridorTotals {
  readonly inner: number;
  readonly outer: number;
}

/**
 * A corridor through a long horizon: in every layer, between which inner and first outer amounts a tour has to be. Its middle
 * grows evenly over the days on which the agent can work, so that a tour is seldom better outside, and far fewer states have
 * to be looked at.
 */
export class LongCorridor {
  innerLow = new Float64Array(0);
  innerHigh = new Float64Array(0);
  outerLow = new Float64Array(0);
  outerHigh = new Float64Array(0);
  /** Days that can be worked before each layer. */
  private workable = new Int32Array(0);

  /** `values`: least value of each symbol by day, infinite where it is not offered. */
  lay(tables: LongTables, values: Float64Array, { totals, width }: CorridorPlan): void {
    const layers = tables.days + tables.segments.length + 1;
    if (this.workable.length < layers) {
      this.workable = new Int32Array(layers);
      for (const name of ['innerLow', 'innerHigh', 'outerLow', 'outerHigh'] as const)
        this[name] = new Float64Array(layers);
    }
    this.countDays(tables, values);
    let [innerFrom, outerFrom, layer] = [0, 0, 0];
    for (const { fromDay, untilDay, innerEnds, innerMin, innerMax, usedEnds, usedMax } of tables.segments) {
      layer += untilDay - fromDay;
      if (innerEnds) {
        const total = Math.max(innerMin, Math.min(innerMax, totals.inner));
        this.along(this.innerLow, { from: innerFrom, until: layer, total, aside: -width.inner });
        this.along(this.innerHigh, { from: innerFrom, until: layer, total, aside: width.inner });
        innerFrom = layer + 1;
      }
      if (usedEnds) {
        const total = Math.min(usedMax, totals.outer);
        this.along(this.outerLow, { from: outerFrom, until: layer, total, aside: -width.outer });
        this.along(this.outerHigh, { from: outerFrom, until: layer, total: usedMax, aside: width.outer });
        outerFrom = layer + 1;
      }
      layer++;
    }
    for (const each of [this.innerLow, this.innerHigh, this.outerLow, this.outerHigh]) each[layer] = 0;
  }

  private countDays({ segments, symbols }: LongTables, values: Float64Array): void {
    let [layer, count] = [0, 0];
    for (const { fromDay, untilDay } of segments) {
      for (let day = fromDay; day < untilDay; day++) {
        this.workable[layer++] = count;
        let symbol = 1;
        while (symbol < symbols && values[day * symbols + symbol] === Number.POSITIVE_INFINITY) symbol++;
        if (symbol < symbols) count++;
      }
      this.workable[layer++] = count;
    }
    this.workable[layer] = count;
  }

  private along(side: Float64Array, { from, until, total, aside }: Side): void {
    const first = this.workable[from]!;
    const count = Math.max(1, this.workable[until]! - first);
    for (let layer = from; layer <= until; layer++)
      side[layer] = (total * (this.workable[layer]! - first)) / count + aside;
  }
}

/** Whether a pass over all states of the horizon could meet so many that a tour takes a second and a gigabyte. */
export function isVast({ days, states, segments }: LongTables, mostStates = MOST_STATES): boolean {
  const widest = segments.reduce((most, { innerMax, outers }) => Math.max(most, (innerMax + 1) * outers), 1);
  return days * states * widest > mostStates;
}

/** Whether a tour of any agent is that large. */
export const hasVastTours = ({ spaces }: Pick<PreparedProblem, 'spaces'>): boolean =>
  spaces.some(({ long }) => long !== null && isVast(long.tables(0)));

interface CorridorPlan {
  readonly totals: CorridorTotals;
  readonly width: CorridorWidth;
}

interface Side {
  readonly from: number;
  readonly until: number;
  readonly total: number;
  readonly aside: number;
}
