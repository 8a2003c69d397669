import type { LongTables } from '../problem/long-rules.js';
import type { LongSegment } from '../problem/long-segments.js';
import { FREE_KEY, type TourSpace } from '../problem/tour-space.js';
import { CLOSED, WindowLayers } from './window-layers.js';
import { startPrice } from './long-work.js';
import type { WeekBoundary } from './tour.js';
import { WindowPath, type PathPlace } from './window-path.js';

/** The days of a long tour that may change, and what their choices are worth. */
export interface TourWindow {
  readonly space: TourSpace;
  readonly tables: LongTables;
  /** The whole tour as it stands. */
  readonly choice: Int32Array;
  readonly from: number;
  readonly until: number;
  /** By choice; infinite where it must not be taken. */
  readonly values: Float64Array;
  /** What the time before the horizon demands. */
  readonly boundary: WeekBoundary;
}

const INFINITE = Number.POSITIVE_INFINITY;

/**
 * The best days of a window in a long tour whose other days stay, exactly under the rules of the tables: a programme forward
 * from the one place the tour comes from, whose ends are tried in order of cost until the tour's later days can follow. Far
 * faster than the whole tour.
 */
export class WindowProgramme {
  private readonly path = new WindowPath();
  private readonly layers = new WindowLayers();
  private outers = 1;
  private bestChoice = new Int32Array(0);
  private readonly growths = new WeakMap<LongTables, Int32Array>();
  private readonly place: PathPlace = { key: 0, state: 0, outer: 0, inner: 0 };
  private readonly step = { shift: 0, value: 0, choice: 0, most: 0 };

  /** Whether the end of no week costs anything; after {@link best}. */
  get endsAreFree(): boolean {
    return this.path.endsAreFree;
  }

  /** What the ends of weeks cost as the tour stood; after {@link best}. */
  endCost(): number {
    return this.path.endCostFrom(0);
  }

  /** What they cost with the window's choice of the tour as it stands now. */
  endCostNow(window: TourWindow): number {
    this.path.follow(window);
    return this.path.endCostFrom(0);
  }

  /**
   * Writes the choices (-1 off) of the window's days into `out`, by day, and returns their value; what the ends of weeks and
   * starts too soon cost from the window on is in it. Infinite, with `out` untouched, when nothing fits.
   */
  best(window: TourWindow, out: Int32Array): number {
    const { tables, from, until } = window;
    const { path, layers, place } = this;
    if (!path.follow(window)) return INFINITE;
    this.outers = tables.segments.reduce((most, { outers }) => Math.max(most, outers), 1);
    if (this.bestChoice.length < tables.symbols) this.bestChoice = new Int32Array(tables.symbols);
    path.placeBefore(from, place);
    layers.begin(path.keys * tables.states * this.outers, this.widthOf(window), place.inner);
    const start = (place.key * tables.states + place.state) * this.outers + place.outer;
    layers.lower(layers.rowOf(start), 0, { cost: 0, choice: CLOSED, back: -1 });
    for (let day = from; day < until; day++) {
      const segment = path.segmentOf(day);
      if (day > from && day === segment.fromDay) this.closeSegment(path.segmentOf(day - 1));
      this.stepDay(window, day, segment);
    }
    return this.finish(window, out);
  }

  /** Values of the inner amount that the window's days can lead to. */
  private widthOf({ tables, from, until }: TourWindow): number {
    let growth = this.growths.get(tables);
    if (!growth) {
      const width = tables.states * tables.symbols;
      growth = Int32Array.from({ length: tables.days }, (_, day) =>
        tables.grow.subarray(day * width, (day + 1) * width).reduce((most, each) => Math.max(most, each), 0),
      );
      this.growths.set(tables, growth);
    }
    let width = 1;
    for (let day = from; day < until; day++) width += growth[day]!;
    return width;
  }

  private stepDay(window: TourWindow, day: number, segment: LongSegment): void {
    const { space, tables, values, boundary } = window;
    const { layers, step, bestChoice } = this;
    layers.next();
    step.most = segment.innerMax - layers.base;
    if (space.mustWork[day] === 0) this.stepAll(window, { day, symbol: 0, choice: -1 }, segment);
    const rested = this.path.keys > 1;
    bestChoice.fill(-1, 0, tables.symbols);
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      if (values[choice] === INFINITE || space.startMinute[choice]! < boundary.readyMinute) continue;
      const symbol = tables.choiceSymbol[choice]!;
      if (rested) {
        this.stepAll(window, { day, symbol, choice }, segment);
        continue;
      }
      // No rest binds: of the choices alike for the rules only the cheapest counts.
      const known = bestChoice[symbol]!;
      if (known < 0 || values[choice]! < values[known]!) bestChoice[symbol] = choice;
    }
    if (rested) return;
    for (let symbol = 1; symbol < tables.symbols; symbol++) {
      const choice = bestChoice[symbol]!;
      if (choice >= 0) this.stepAll(window, { day, symbol, choice }, segment);
    }
  }

  /** Leads every row of the layer before on by the choice. */
  private stepAll(
    { space, tables, values, boundary }: TourWindow,
    { day, symbol, choice }: { readonly day: number; readonly symbol: number; readonly choice: number },
    segment: LongSegment,
  ): void {
    const { layers, outers, step } = this;
    const rested = this.path.keys > 1;
    const keys = space.keyFrom[day]!;
    const value = choice < 0 ? 0 : values[choice]!;
    step.value = value;
    step.choice = choice;
    const { states } = tables;
    for (let row = layers.before; row < layers.first; row++) {
      const id = layers.id[row]!;
      const outer = id % outers;
      const place = (id - outer) / outers;
      const state = place % states;
      const key = (place - state) / states;
      if (rested && choice >= 0 && key !== FREE_KEY && space.keyReady[keys + key]! > space.startMinute[choice]!)
        continue;
      const move = (day * states + state) * tables.symbols + symbol;
      const to = tables.next[move]!;
      if (to < 0) continue;
      const reached = segment.step[tables.move[move]! * segment.outers + outer]!;
      if (reached < 0) continue;
      const toKey = !rested ? FREE_KEY : choice < 0 ? space.offKey[keys + key]! : space.choiceKey[choice]!;
      step.shift = tables.grow[move]!;
      if (space.followUps && choice >= 0)
        step.value = value + startPrice({ space, boundary }, { day, key, start: space.startMinute[choice]! });
      layers.lowerRow(layers.rowOf((toKey * states + to) * outers + reached), row, step);
    }
  }

  /** Amounts whose period ends with the segment begin anew. */
  private closeSegment(segment: LongSegment): void {
    const { layers, outers } = this;
    const { base, width } = layers;
    layers.next();
    if (segment.innerEnds) layers.base = 0;
    for (let row = layers.before; row < layers.first; row++) {
      const id = layers.id[row]!;
      const outer = id % outers;
      const to = segment.endTo[outer]!;
      if (to < 0) continue;
      for (let place = layers.low[row]!; place <= layers.high[row]!; place++) {
        const inner = base + place;
        if (segment.innerEnds && (inner < segment.innerMin || inner > segment.innerMax)) continue;
        const back = row * width + place;
        const cost = layers.costs[back]! + segment.endCost[outer]!;
        if (cost === INFINITE) continue;
        const target = layers.rowOf(id - outer + to);
        layers.lower(target, segment.innerEnds ? 0 : place, { cost, choice: CLOSED, back });
      }
    }
  }

  /** Tries the ends in order of cost until the later days can follow one; ends of weeks cost nothing or more. */
  private finish(window: TourWindow, out: Int32Array): number {
    const { layers, path, place, outers } = this;
    const { states } = window.tables;
    let best = INFINITE;
    let found = -1;
    for (;;) {
      const cell = this.cheapest(best);
      if (cell < 0) break;
      const cost = layers.costs[cell]!;
      const row = Math.floor(cell / layers.width);
      const id = layers.id[row]!;
      place.outer = id % outers;
      place.state = Math.floor(id / outers) % states;
      place.key = Math.floor(id / outers / states);
      place.inner = layers.base + (cell - row * layers.width);
      const total = cost + path.costAfter(window.until, place);
      layers.costs[cell] = INFINITE;
      if (total >= best) continue;
      best = total;
      found = cell;
      if (path.endsAreFree && !window.space.followUps) break;
    }
    if (found >= 0) this.trace(window, found, out);
    return best;
  }

  /** The cell of the newest layer that costs least, below `most`; -1 when there is none. */
  private cheapest(most: number): number {
    const { layers } = this;
    const { costs, width } = layers;
    let least = most;
    let found = -1;
    for (let row = layers.first; row < layers.count; row++) {
      for (let cell = row * width + layers.low[row]!; cell <= row * width + layers.high[row]!; cell++) {
        if (costs[cell]! >= least) continue;
        least = costs[cell]!;
        found = cell;
      }
    }
    return found;
  }

  private trace({ from, until }: TourWindow, end: number, out: Int32Array): void {
    const { layers } = this;
    let cell = end;
    for (let day = until - 1; day >= from;) {
      const choice = layers.choice[cell]!;
      cell = layers.back[cell]!;
      if (choice !== CLOSED) out[day--] = choice;
    }
  }
}
