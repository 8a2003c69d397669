import type { LongSegment } from '../problem/long-segments.js';
import type { FollowUpKeys } from '../problem/follow-up-keys.js';
import { carriedJoinsAt } from './follow-up-starts.js';
import { CARRIED_KEY, firstKey, FREE_KEY, keysBefore, pinnedOn, rowOf, type LongWork } from './long-work.js';
import { RowPool, type RowStep } from './row-pool.js';

interface DayStep {
  readonly symbol: number;
  readonly value: number;
  /** Key the states have; -1: those of all keys taken in. */
  readonly key: number;
  readonly toKey: number;
}

/** Where the pass is: layer `layer`, the state before `day`, in the segment. */
interface Position {
  segment: number;
  day: number;
  layer: number;
}

/** The pass over the days: least cost of every state that can still become the best tour. */
export class LongForward {
  /** Least cost over the keys taken in so far, by state and outer. */
  private readonly least = new RowPool();
  /** Cheapest choice of each symbol of the day where no rest binds. */
  private bestChoice = new Int32Array(0);
  /** 1 where any row of the key and state is there, by block and state. */
  private live = new Uint8Array(0);
  private readonly at: Position = { segment: 0, day: 0, layer: 0 };
  private readonly step: { -readonly [K in keyof RowStep]: number } = {
    from: 0,
    until: 0,
    shift: 0,
    value: 0,
    limit: 0,
    slope: 0,
  };

  /** Fills the rows of all layers; tours that cost more than `total` may be missing. Answers the last layer. */
  run(work: LongWork, total: number): number {
    const { tables, keys, rows, reach } = work;
    const { at } = this;
    const blocks = (tables.days + tables.segments.length + 1) * keys;
    rows.reset(blocks * tables.states * work.outers);
    if (this.live.length < blocks * tables.states) this.live = new Uint8Array(blocks * tables.states);
    else this.live.fill(0, 0, blocks * tables.states);
    if (this.bestChoice.length < tables.symbols) this.bestChoice = new Int32Array(tables.symbols);
    const first = firstKey(work.space);
    rows.open(rowOf(work, first, tables.initial, 0), reach.low(0, tables.initial), reach.high(0, tables.initial));
    rows.lower(rowOf(work, first, tables.initial, 0), 0, 0);
    this.live[first * tables.states + tables.initial] = 1;
    at.layer = 0;
    for (at.segment = 0; at.segment < tables.segments.length; at.segment++) {
      const segment = tables.segments[at.segment]!;
      for (at.day = segment.fromDay; at.day < segment.untilDay; at.day++, at.layer++) this.stepDay(work, total);
      at.layer++;
      this.closeSegment(work, segment);
    }
    return at.layer;
  }

  private stepDay(work: LongWork, total: number): void {
    const { space, keys } = work;
    const { day } = this.at;
    const only = pinnedOn(work, day);
    if (only === null ? space.mustWork[day] === 0 : only < 0) this.stepOff(work, total);
    if (only !== null && only < 0) return;
    const from = only ?? space.dayFrom[day]!;
    const until = only === null ? space.dayFrom[day + 1]! : only + 1;
    if (keys === 1) this.stepFree(work, { from, until, total });
    else if (space.followUps) this.stepPriced(work, space.followUps, { from, until, total });
    else this.stepRested(work, { from, until, total });
  }

  private stepOff(work: LongWork, total: number): void {
    const { space, keys } = work;
    const base = space.keyFrom[this.at.day]!;
    const count = keysBefore(work, this.at.day);
    for (let key = 0; key < count; key++) {
      if (key === CARRIED_KEY && !space.followUps) continue;
      const toKey = keys === 1 ? FREE_KEY : space.offKey[base + key]!;
      this.move(work, { symbol: 0, value: 0, key, toKey }, total);
    }
  }

  /** No rest binds: of the choices alike for the rules only the cheapest counts. */
  private stepFree(work: LongWork, { from, until, total }: ChoiceRange): void {
    const { space, tables, boundary, values } = work;
    const { bestChoice } = this;
    bestChoice.fill(-1, 0, tables.symbols);
    for (let choice = from; choice < until; choice++) {
      if (space.startMinute[choice]! < boundary.readyMinute) continue;
      const symbol = tables.choiceSymbol[choice]!;
      const known = bestChoice[symbol]!;
      if (known < 0 || values[choice]! < values[known]!) bestChoice[symbol] = choice;
    }
    for (let symbol = 1; symbol < tables.symbols; symbol++) {
      const choice = bestChoice[symbol]!;
      if (choice >= 0) this.move(work, { symbol, value: values[choice]!, key: FREE_KEY, toKey: FREE_KEY }, total);
    }
  }

  /** Choices by start, each after all states whose rest is over by then. */
  private stepRested(work: LongWork, { from, until, total }: ChoiceRange): void {
    const { space, tables, boundary, values } = work;
    const base = space.keyFrom[this.at.day]!;
    const count = space.keyFrom[this.at.day + 1]! - base;
    this.least.reset(tables.states * work.outers);
    this.absorb(work, FREE_KEY);
    let key = CARRIED_KEY + 1;
    for (let choice = from; choice < until; choice++) {
      const start = space.startMinute[choice]!;
      while (key < count && space.keyReady[base + key]! <= start) this.absorb(work, key++);
      if (start < boundary.readyMinute) continue;
      const symbol = tables.choiceSymbol[choice]!;
      this.move(work, { symbol, value: values[choice]!, key: -1, toKey: space.choiceKey[choice]! }, total);
    }
  }

  /** As {@link stepRested} once for each set of prices of following too soon, which the starts then pay. */
  private stepPriced(work: LongWork, followUps: FollowUpKeys, { from, until, total }: ChoiceRange): void {
    const { space, tables, boundary, values } = work;
    const base = space.keyFrom[this.at.day]!;
    const keys = space.keyFrom[this.at.day + 1]! - base - 1;
    for (let set = 0; set < followUps.setPrice.length; set++) {
      const order = followUps.order[set]!;
      const joinsAt = followUps.joinsAt[set]!;
      const carriedFrom = carriedJoinsAt(boundary, set, followUps);
      this.least.reset(tables.states * work.outers);
      let next = 0;
      let carried = false;
      for (let choice = from; choice < until; choice++) {
        const start = space.startMinute[choice]!;
        while (next < keys && joinsAt[base + order[base + next]!]! <= start) this.absorb(work, order[base + next++]!);
        if (!carried && carriedFrom <= start) {
          this.absorb(work, CARRIED_KEY);
          carried = true;
        }
        if (start < boundary.readyMinute) continue;
        const symbol = tables.choiceSymbol[choice]!;
        const value = values[choice]! + followUps.setPrice[set]!;
        this.move(work, { symbol, value, key: -1, toKey: space.choiceKey[choice]! }, total);
      }
    }
  }

  private absorb(work: LongWork, key: number): void {
    const { tables, reach, rows } = work;
    const { layer, segment } = this.at;
    const { outers } = tables.segments[segment]!;
    const block = layer * work.keys + key;
    for (let state = 0; state < tables.states; state++) {
      if (this.live[block * tables.states + state] === 0) continue;
      const low = reach.low(layer, state);
      const high = reach.high(layer, state);
      for (let outer = 0; outer < outers; outer++) {
        const row = rowOf(work, block, state, outer);
        if (!rows.has(row)) continue;
        const to = state * work.outers + outer;
        this.least.open(to, low, high);
        this.least.lowerAll(to, rows, row, this.anywhere(low, high, 0));
      }
    }
  }

  /** Leads every state of the key on by one day of the symbol. */
  private move(work: LongWork, move: DayStep, total: number): void {
    const { tables, reach, bound, keys } = work;
    const { day, layer, segment } = this.at;
    const { outers } = tables.segments[segment]!;
    const block = layer * keys + move.key;
    const { step } = this;
    step.value = move.value;
    step.slope = total === Number.POSITIVE_INFINITY ? 0 : bound.slope;
    const present = tables.present[day]!;
    for (let i = 0; i < present.length; i++) {
      const state = present[i]!;
      if (move.key >= 0 && this.live[block * tables.states + state] === 0) continue;
      const at = (day * tables.states + state) * tables.symbols + move.symbol;
      const to = tables.next[at]!;
      if (to < 0) continue;
      step.shift = tables.grow[at]!;
      step.from = Math.max(reach.low(layer, state), reach.low(layer + 1, to) - step.shift);
      step.until = Math.min(reach.high(layer, state), reach.high(layer + 1, to) - step.shift);
      if (step.from > step.until) continue;
      this.moveRows(work, move, { state, to, moves: tables.move[at]! * outers, total });
    }
  }

  /** The rows of one state; the step holds their range. */
  private moveRows(work: LongWork, move: DayStep, { state, to, moves, total }: StateMove): void {
    const { reach, rows, bound, keys } = work;
    const { step } = this;
    const { layer, segment: index } = this.at;
    const segment = work.tables.segments[index]!;
    const source = move.key < 0 ? this.least : rows;
    const first = move.key < 0 ? state * work.outers : rowOf(work, layer * keys + move.key, state, 0);
    const block = (layer + 1) * keys + move.toKey;
    const target = rowOf(work, block, to, 0);
    const isLimited = total < Number.POSITIVE_INFINITY;
    const limit = isLimited ? bound.limitOf(total, layer + 1, to, index) + step.slope * step.shift : total;
    const { outerCost } = bound;
    const { corridor } = work;
    const least = corridor ? corridor.outerLow[layer + 1]! : Number.NEGATIVE_INFINITY;
    const most = corridor ? corridor.outerHigh[layer + 1]! : Number.POSITIVE_INFINITY;
    for (let outer = 0; outer < segment.outers; outer++) {
      const reached = segment.step[moves + outer]!;
      if (reached < 0 || !source.has(first + outer)) continue;
      if (segment.used[reached]! < least || segment.used[reached]! > most) continue;
      step.limit = isLimited ? limit - outerCost * segment.used[reached]! : limit;
      if (isLimited && !source.leads(first + outer, step)) continue;
      rows.open(target + reached, reach.low(layer + 1, to), reach.high(layer + 1, to));
      rows.lowerAll(target + reached, source, first + outer, step);
      this.live[block * work.tables.states + to] = 1;
    }
  }

  /** Amounts whose period ends begin anew: from the last layer of the segment to the first of the next. */
  private closeSegment(work: LongWork, segment: LongSegment): void {
    const { tables, keys, reach, rows } = work;
    const { layer } = this.at;
    for (let key = 0; key < keys; key++) {
      for (let state = 0; state < tables.states; state++) {
        if (this.live[((layer - 1) * keys + key) * tables.states + state] === 0) continue;
        const low = reach.low(layer - 1, state);
        const high = reach.high(layer - 1, state);
        for (let outer = 0; outer < segment.outers; outer++) {
          const row = rowOf(work, (layer - 1) * keys + key, state, outer);
          const to = segment.endTo[outer]!;
          if (to < 0 || !rows.has(row)) continue;
          const target = rowOf(work, layer * keys + key, state, to);
          const value = segment.endCost[outer]!;
          rows.open(target, reach.low(layer, state), reach.high(layer, state));
          this.live[(layer * keys + key) * tables.states + state] = 1;
          if (!segment.innerEnds) rows.lowerAll(target, rows, row, this.anywhere(low, high, value));
          else for (let inner = low; inner <= high; inner++) rows.lower(target, 0, rows.get(row, inner) + value);
        }
      }
    }
  }

  /** A step without limit that leaves the amount as it is. */
  private anywhere(from: number, until: number, value: number): RowStep {
    return Object.assign(this.step, { from, until, value, shift: 0, limit: Number.POSITIVE_INFINITY, slope: 0 });
  }
}

interface ChoiceRange {
  readonly from: number;
  readonly until: number;
  readonly total: number;
}

interface StateMove {
  readonly state: number;
  readonly to: number;
  readonly moves: number;
  readonly total: number;
}
