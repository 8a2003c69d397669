import type { LongSegment } from '../problem/long-segments.js';
import type { LongTables } from '../problem/long-rules.js';
import { CARRIED_KEY, FREE_KEY, type TourSpace } from '../problem/tour-space.js';
import { LongReach } from './long-reach.js';
import { RowPool } from './row-pool.js';
import type { ShiftValues } from './shift-values.js';
import type { Tour, TourPins, WeekBoundary } from './tour.js';

/** What one call of the programme works on. */
interface Work {
  readonly space: TourSpace;
  readonly tables: LongTables;
  readonly boundary: WeekBoundary;
  readonly pins: TourPins | null;
  /** Keys (earliest next start) told apart at most. */
  readonly keys: number;
  readonly outers: number;
}

/**
 * The best tour of one agent over a long horizon, exactly: a dynamic programme over the days whose state is (earliest next
 * start, what the rules remember, outer amounts, inner amount). States lie in rows along the inner amount (paid minutes as a
 * rule), so a step is a run over two rows; rows hold only amounts from which the limits can still be met, and exist only
 * where something reached them. See docs/methods/long-tours.md.
 */
export class LongProgramme {
  /** Days that stay as they are while set. */
  pins: TourPins | null = null;
  private readonly reach = new LongReach();
  private readonly rows = new RowPool();
  /** Least cost over the keys taken in so far, by state and outer. */
  private readonly least = new RowPool();
  /** Cheapest choice of each symbol of the day where no rest binds. */
  private bestChoice = new Int32Array(0);

  constructor(private readonly shifts: ShiftValues) {}

  /** As `TourProgramme.best`. */
  best(space: TourSpace, gain: Float64Array, boundary: WeekBoundary, out: Tour): number {
    const { pins } = this;
    this.shifts.priceSlots(space, gain);
    this.valueDays(space, pins);
    const rules = space.long!;
    for (let kept = 0; ;) {
      const found = this.solve(space, rules.tables(kept), boundary, pins);
      if (!found) return Number.POSITIVE_INFINITY;
      const broken = rules.brokenBy((day) => (this.choices[day]! < 0 ? -1 : this.choices[day]! - space.dayFrom[day]!));
      if ((broken & ~kept) === 0) return this.write(space, found, out);
      kept |= broken;
    }
  }

  /** The tour found, by day. */
  private choices = new Int32Array(0);

  private valueDays(space: TourSpace, pins: TourPins | null): void {
    const { shifts } = this;
    if (!pins) {
      shifts.valueChoices(space, 0, space.pattern.length);
      return;
    }
    shifts.valueChoices(space, space.dayFrom[pins.from]!, space.dayFrom[pins.until]!);
    for (let day = 0; day < space.days; day++) {
      const choice = pins.choice[day]!;
      if (choice >= 0 && (day < pins.from || day >= pins.until)) shifts.valueChoices(space, choice, choice + 1);
    }
  }

  private solve(
    space: TourSpace,
    tables: LongTables,
    boundary: WeekBoundary,
    pins: TourPins | null,
  ): { readonly cost: number; readonly endCost: number } | null {
    const work = this.begin(space, tables, boundary, pins);
    if (!this.reach.prepare(tables, pins)) return null;
    const first = this.rowOf(work, FREE_KEY, tables.initial, 0);
    this.rows.open(first, this.reach.low(0, tables.initial), this.reach.high(0, tables.initial));
    this.rows.lower(first, 0, 0);
    let layer = 0;
    for (const segment of tables.segments) {
      for (let day = segment.fromDay; day < segment.untilDay; day++, layer++) this.stepDay(work, segment, day, layer);
      layer++;
      this.closeSegment(work, segment, layer);
    }
    return this.traceBack(work, layer);
  }

  private begin(space: TourSpace, tables: LongTables, boundary: WeekBoundary, pins: TourPins | null): Work {
    let keys = 1;
    for (let day = 0; day <= space.days; day++) {
      const count = space.keyFrom[day + 1]! - space.keyFrom[day]!;
      if (count > 2) keys = Math.max(keys, count);
    }
    const outers = tables.segments.reduce((most, { outers: count }) => Math.max(most, count), 1);
    const layers = tables.days + tables.segments.length + 1;
    this.rows.reset(layers * keys * tables.states * outers);
    if (this.choices.length < tables.days) this.choices = new Int32Array(tables.days);
    if (this.bestChoice.length < tables.symbols) this.bestChoice = new Int32Array(tables.symbols);
    return { space, tables, boundary, pins, keys, outers };
  }

  /** Rows of a key in a layer (`block`) stand by state, then outer. */
  private rowOf({ tables, outers }: Work, block: number, state: number, outer: number): number {
    return (block * tables.states + state) * outers + outer;
  }

  private isPinned({ pins }: Work, day: number): boolean {
    return pins !== null && (day < pins.from || day >= pins.until);
  }

  private stepDay(work: Work, segment: LongSegment, day: number, layer: number): void {
    const { space, pins, keys } = work;
    const pinned = this.isPinned(work, day);
    const only = pinned ? pins!.choice[day]! : -1;
    if (pinned ? only < 0 : space.mustWork[day] === 0) this.stepOff(work, segment, day, layer);
    if (pinned && only < 0) return;
    const from = pinned ? only : space.dayFrom[day]!;
    const until = pinned ? only + 1 : space.dayFrom[day + 1]!;
    if (keys === 1) this.stepFree(work, segment, day, { layer, from, until });
    else this.stepRested(work, segment, day, { layer, from, until });
  }

  private stepOff(work: Work, segment: LongSegment, day: number, layer: number): void {
    const { space, keys } = work;
    const base = space.keyFrom[day]!;
    const count = keys === 1 ? 1 : space.keyFrom[day + 1]! - base;
    for (let key = 0; key < count; key++) {
      if (key === CARRIED_KEY) continue;
      const toKey = keys === 1 ? FREE_KEY : space.offKey[base + key]!;
      this.move(work, segment, { day, layer, symbol: 0, value: 0, key, toKey, from: this.rows });
    }
  }

  /** No rest binds: of the choices alike for the rules only the cheapest counts. */
  private stepFree(work: Work, segment: LongSegment, day: number, at: DayRange): void {
    const { space, tables, boundary } = work;
    const { bestChoice } = this;
    const { values } = this.shifts;
    bestChoice.fill(-1, 0, tables.symbols);
    for (let choice = at.from; choice < at.until; choice++) {
      if (space.startMinute[choice]! < boundary.readyMinute) continue;
      const symbol = tables.choiceSymbol[choice]!;
      const known = bestChoice[symbol]!;
      if (known < 0 || values[choice]! < values[known]!) bestChoice[symbol] = choice;
    }
    for (let symbol = 1; symbol < tables.symbols; symbol++) {
      const choice = bestChoice[symbol]!;
      if (choice < 0) continue;
      const value = values[choice]!;
      const { layer } = at;
      this.move(work, segment, { day, layer, symbol, value, key: FREE_KEY, toKey: FREE_KEY, from: this.rows });
    }
  }

  /** Choices by start, each after all states whose rest is over by then. */
  private stepRested(work: Work, segment: LongSegment, day: number, at: DayRange): void {
    const { space, tables, boundary } = work;
    const { values } = this.shifts;
    const base = space.keyFrom[day]!;
    const count = space.keyFrom[day + 1]! - base;
    this.least.reset(tables.states * work.outers);
    this.absorb(work, segment, at.layer, FREE_KEY);
    let key = CARRIED_KEY + 1;
    for (let choice = at.from; choice < at.until; choice++) {
      const start = space.startMinute[choice]!;
      while (key < count && space.keyReady[base + key]! <= start) this.absorb(work, segment, at.layer, key++);
      if (start < boundary.readyMinute) continue;
      this.move(work, segment, {
        day,
        layer: at.layer,
        symbol: tables.choiceSymbol[choice]!,
        value: values[choice]!,
        key: -1,
        toKey: space.choiceKey[choice]!,
        from: this.least,
      });
    }
  }

  private absorb(work: Work, segment: LongSegment, layer: number, key: number): void {
    const { tables } = work;
    for (let state = 0; state < tables.states; state++) {
      const low = this.reach.low(layer, state);
      const high = this.reach.high(layer, state);
      if (low > high) continue;
      for (let outer = 0; outer < segment.outers; outer++) {
        const row = this.rowOf(work, layer * work.keys + key, state, outer);
        if (!this.rows.has(row)) continue;
        const to = state * work.outers + outer;
        this.least.open(to, low, high);
        this.least.lowerAll(to, this.rows, row, { from: low, until: high, shift: 0, value: 0 });
      }
    }
  }

  /** Leads every state of the key on by one day of the symbol. */
  private move(work: Work, segment: LongSegment, step: DayStep): void {
    const { tables } = work;
    const { reach, rows } = this;
    const { day, layer, symbol } = step;
    for (let state = 0; state < tables.states; state++) {
      const at = (day * tables.states + state) * tables.symbols + symbol;
      const to = tables.next[at]!;
      if (to < 0) continue;
      const shift = tables.grow[at]!;
      const low = Math.max(reach.low(layer, state), reach.low(layer + 1, to) - shift);
      const high = Math.min(reach.high(layer, state), reach.high(layer + 1, to) - shift);
      if (low > high) continue;
      const moves = tables.move[at]! * segment.outers;
      for (let outer = 0; outer < segment.outers; outer++) {
        const reached = segment.step[moves + outer]!;
        if (reached < 0) continue;
        const row =
          step.key < 0 ? state * work.outers + outer : this.rowOf(work, layer * work.keys + step.key, state, outer);
        if (!step.from.has(row)) continue;
        const target = this.rowOf(work, (layer + 1) * work.keys + step.toKey, to, reached);
        rows.open(target, reach.low(layer + 1, to), reach.high(layer + 1, to));
        rows.lowerAll(target, step.from, row, { from: low, until: high, shift, value: step.value });
      }
    }
  }

  /** Amounts whose period ends begin anew; `layer` is the first of the next segment. */
  private closeSegment(work: Work, segment: LongSegment, layer: number): void {
    const { tables, keys } = work;
    const { reach, rows } = this;
    for (let key = 0; key < keys; key++) {
      for (let state = 0; state < tables.states; state++) {
        const low = reach.low(layer - 1, state);
        const high = reach.high(layer - 1, state);
        for (let outer = 0; outer < segment.outers && low <= high; outer++) {
          const row = this.rowOf(work, (layer - 1) * work.keys + key, state, outer);
          const to = segment.endTo[outer]!;
          if (to < 0 || !rows.has(row)) continue;
          const target = this.rowOf(work, layer * work.keys + key, state, to);
          const value = segment.endCost[outer]!;
          rows.open(target, reach.low(layer, state), reach.high(layer, state));
          if (!segment.innerEnds) rows.lowerAll(target, rows, row, { from: low, until: high, shift: 0, value });
          else for (let inner = low; inner <= high; inner++) rows.lower(target, 0, rows.get(row, inner) + value);
        }
      }
    }
  }

  /** Finds the cheapest end and the days that led there; leaves them in `choices`. Null when nothing reached the end. */
  private traceBack(work: Work, last: number): { readonly cost: number; readonly endCost: number } | null {
    const { tables, keys } = work;
    const at: Place = { key: 0, state: 0, outer: 0, inner: 0 };
    let cost = Number.POSITIVE_INFINITY;
    for (let key = 0; key < keys; key++) {
      for (let state = 0; state < tables.states; state++) {
        for (let outer = 0; outer < work.outers; outer++) {
          const row = this.rowOf(work, last * work.keys + key, state, outer);
          if (!this.rows.has(row) || this.rows.get(row, 0) >= cost) continue;
          cost = this.rows.get(row, 0);
          Object.assign(at, { key, state, outer, inner: 0 });
        }
      }
    }
    if (cost === Number.POSITIVE_INFINITY) return null;
    let layer = last;
    let endCost = 0;
    for (let i = tables.segments.length - 1; i >= 0; i--) {
      const segment = tables.segments[i]!;
      endCost += this.reopen(work, segment, --layer, at);
      for (let day = segment.untilDay - 1; day >= segment.fromDay; day--)
        this.choices[day] = this.undo(work, segment, { day, layer: --layer, at });
    }
    return { cost, endCost };
  }

  /** The place before the amounts began anew, in the layer given; answers what the end cost. */
  private reopen(work: Work, segment: LongSegment, layer: number, at: Place): number {
    const { reach, rows } = this;
    const cost = rows.get(this.rowOf(work, (layer + 1) * work.keys + at.key, at.state, at.outer), at.inner);
    const low = segment.innerEnds ? reach.low(layer, at.state) : at.inner;
    const high = segment.innerEnds ? reach.high(layer, at.state) : at.inner;
    for (let outer = 0; outer < segment.outers; outer++) {
      const row = this.rowOf(work, layer * work.keys + at.key, at.state, outer);
      if (segment.endTo[outer] !== at.outer || !rows.has(row)) continue;
      for (let inner = low; inner <= high; inner++) {
        if (rows.get(row, inner) + segment.endCost[outer]! !== cost) continue;
        at.outer = outer;
        at.inner = inner;
        return segment.endCost[outer]!;
      }
    }
    throw new Error('a long tour must lead back to its first day; this is a fault of the engine');
  }

  /** The choice (-1 off) that led to the place, which becomes the place before it. */
  private undo(work: Work, segment: LongSegment, { day, layer, at }: BackStep): number {
    const { space, pins, boundary, tables } = work;
    const cost = this.rows.get(this.rowOf(work, (layer + 1) * work.keys + at.key, at.state, at.outer), at.inner);
    const pinned = this.isPinned(work, day);
    const only = pinned ? pins!.choice[day]! : -1;
    if ((pinned ? only < 0 : space.mustWork[day] === 0) && this.undoOff(work, segment, { day, layer, at }, cost))
      return -1;
    const from = pinned ? only : space.dayFrom[day]!;
    const until = pinned ? only + 1 : space.dayFrom[day + 1]!;
    for (let choice = Math.max(0, from); choice < until; choice++) {
      const start = space.startMinute[choice]!;
      if (start < boundary.readyMinute) continue;
      if (work.keys > 1 && space.choiceKey[choice] !== at.key) continue;
      const symbol = tables.choiceSymbol[choice]!;
      const value = this.shifts.values[choice]!;
      for (let key = 0; key < this.keysAt(work, day); key++) {
        const rested = work.keys === 1 || key === FREE_KEY || space.keyReady[space.keyFrom[day]! + key]! <= start;
        if (key === CARRIED_KEY || !rested) continue;
        if (this.cameFrom(work, segment, { day, layer, at }, { key, symbol, value, cost })) return choice;
      }
    }
    throw new Error('a long tour must lead back to its first day; this is a fault of the engine');
  }

  private undoOff(work: Work, segment: LongSegment, step: BackStep, cost: number): boolean {
    const { space, keys } = work;
    for (let key = 0; key < this.keysAt(work, step.day); key++) {
      if (key === CARRIED_KEY) continue;
      if (keys > 1 && space.offKey[space.keyFrom[step.day]! + key] !== step.at.key) continue;
      if (this.cameFrom(work, segment, step, { key, symbol: 0, value: 0, cost })) return true;
    }
    return false;
  }

  private keysAt({ space, keys }: Work, day: number): number {
    return keys === 1 ? 1 : space.keyFrom[day + 1]! - space.keyFrom[day]!;
  }

  /** Whether a state of that key one day earlier gave the cost; it then becomes the place. */
  private cameFrom(
    work: Work,
    segment: LongSegment,
    { day, layer, at }: BackStep,
    { key, symbol, value, cost }: { key: number; symbol: number; value: number; cost: number },
  ): boolean {
    const { tables } = work;
    for (let state = 0; state < tables.states; state++) {
      const place = (day * tables.states + state) * tables.symbols + symbol;
      if (tables.next[place] !== at.state) continue;
      const inner = at.inner - tables.grow[place]!;
      if (inner < this.reach.low(layer, state) || inner > this.reach.high(layer, state)) continue;
      const moves = tables.move[place]! * segment.outers;
      for (let outer = 0; outer < segment.outers; outer++) {
        if (segment.step[moves + outer] !== at.outer) continue;
        const row = this.rowOf(work, layer * work.keys + key, state, outer);
        if (!this.rows.has(row) || this.rows.get(row, inner) + value !== cost) continue;
        Object.assign(at, { key, state, outer, inner });
        return true;
      }
    }
    return false;
  }

  private write(space: TourSpace, found: { cost: number; endCost: number }, out: Tour): number {
    out.ownCost = space.baseCost + found.endCost;
    out.slotCount = 0;
    out.choice.fill(-1);
    for (let day = 0; day < space.days; day++) {
      const choice = this.choices[day]!;
      out.choice[day] = choice;
      if (choice < 0) continue;
      out.ownCost += space.cost[choice]!;
      this.shifts.writeDay(space, choice, day, out);
    }
    return found.cost + space.baseCost;
  }
}

interface DayRange {
  readonly layer: number;
  readonly from: number;
  readonly until: number;
}

interface DayStep {
  readonly day: number;
  readonly layer: number;
  readonly symbol: number;
  readonly value: number;
  /** Key the states have; -1: those of all keys taken in. */
  readonly key: number;
  readonly toKey: number;
  readonly from: RowPool;
}

/** Where a tour is between two days. */
interface Place {
  key: number;
  state: number;
  outer: number;
  inner: number;
}

interface BackStep {
  readonly day: number;
  readonly layer: number;
  readonly at: Place;
}
