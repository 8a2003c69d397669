import type { LongTables } from '../problem/long-rules.js';
import type { LongSegment } from '../problem/long-segments.js';
import { FREE_KEY, type TourSpace } from '../problem/tour-space.js';
import { firstKey, mostKeys, startPrice } from './long-work.js';
import type { WeekBoundary } from './tour.js';

/** Where a long tour is before a day, amounts whose period has just ended begun anew. */
export interface PathPlace {
  key: number;
  state: number;
  outer: number;
  inner: number;
}

interface PathInput {
  readonly space: TourSpace;
  readonly tables: LongTables;
  readonly choice: Int32Array;
  readonly boundary: WeekBoundary;
}

/**
 * The way of a tour through the states of its rules, day by day, and whether its later days can follow another place: they
 * can as soon as rules and outer amounts are where they were and the inner amount ends within its range.
 */
export class WindowPath {
  /** Keys told apart; 1 where no rest ever binds. */
  keys = 1;
  /** True where the end of no week costs anything. */
  endsAreFree = true;
  boundary!: WeekBoundary;
  space!: TourSpace;
  private tables!: LongTables;
  private choice!: Int32Array;
  private key = new Int32Array(0);
  private state = new Int32Array(0);
  private outer = new Int32Array(0);
  private inner = new Int32Array(0);
  /** Segment of each day. */
  private segment = new Int32Array(0);
  /** Inner amount at the end of each segment, and what ends of segments up to it cost. */
  private readonly closing: number[] = [];
  private readonly paid: number[] = [];
  /** What starts before each day have paid for following too soon. */
  private soonPaid = new Float64Array(0);
  private soon = 0;
  private readonly walking: PathPlace = { key: 0, state: 0, outer: 0, inner: 0 };

  /** Follows the tour; false when it does not keep the rules of the tables. */
  follow({ space, tables, choice, boundary }: PathInput): boolean {
    this.space = space;
    this.boundary = boundary;
    this.tables = tables;
    this.choice = choice;
    this.keys = mostKeys(space);
    if (this.key.length <= tables.days) {
      for (const name of ['key', 'state', 'outer', 'inner', 'segment'] as const)
        this[name] = new Int32Array(tables.days + 1);
      this.soonPaid = new Float64Array(tables.days + 1);
    }
    const at = this.walking;
    Object.assign(at, { key: firstKey(space), state: tables.initial, outer: 0, inner: 0 });
    let paid = 0;
    this.soon = 0;
    this.endsAreFree = true;
    for (let i = 0; i < tables.segments.length; i++) {
      const segment = tables.segments[i]!;
      for (let day = segment.fromDay; day < segment.untilDay; day++) {
        this.note(day, i, at);
        if (!this.step(at, day, segment)) return false;
      }
      this.closing[i] = at.inner;
      const cost = this.close(at, segment);
      if (cost === Number.POSITIVE_INFINITY) return false;
      paid += cost;
      this.paid[i] = paid;
      if (segment.endCost.some((each) => each !== 0 && each < Number.POSITIVE_INFINITY)) this.endsAreFree = false;
    }
    this.soonPaid[tables.days] = this.soon;
    return true;
  }

  /** The place before the day. */
  placeBefore(day: number, into: PathPlace): void {
    into.key = this.key[day]!;
    into.state = this.state[day]!;
    into.outer = this.outer[day]!;
    into.inner = this.inner[day]!;
  }

  segmentOf(day: number): LongSegment {
    return this.tables.segments[this.segment[day]!]!;
  }

  /** What the ends of segments from that of the day on cost. */
  endCostFrom(day: number): number {
    const first = this.segment[day]!;
    return this.paid[this.tables.segments.length - 1]! - (first > 0 ? this.paid[first - 1]! : 0);
  }

  /**
   * Cost of ends of segments, and of starts too soon, from the place on, which is that after day `until - 1` and before any
   * end there; infinite where the tour's later days cannot follow.
   */
  costAfter(until: number, from: PathPlace): number {
    const { tables } = this;
    const at = Object.assign(this.walking, from);
    let index = this.segment[until - 1]!;
    let cost = 0;
    this.soon = 0;
    for (let day = until; ; day++) {
      if (day === tables.segments[index]!.untilDay) {
        cost += this.close(at, tables.segments[index]!);
        if (cost === Number.POSITIVE_INFINITY || day === tables.days) return cost + this.soon;
        index++;
      }
      const joins = at.state === this.state[day] && at.outer === this.outer[day] && at.key === this.key[day];
      if (joins && !this.innerFits(index, at.inner - this.inner[day]!)) return Number.POSITIVE_INFINITY;
      if (joins) return cost + this.soon + this.endCostFrom(day) + this.soonPaid[tables.days]! - this.soonPaid[day]!;
      if (!this.step(at, day, tables.segments[index]!)) return Number.POSITIVE_INFINITY;
    }
  }

  /** Whether the inner amount may end its period with so much more than the tour's. */
  private innerFits(from: number, more: number): boolean {
    if (more === 0) return true;
    const { segments } = this.tables;
    let index = from;
    while (!segments[index]!.innerEnds) index++;
    const total = this.closing[index]! + more;
    return total >= segments[index]!.innerMin && total <= segments[index]!.innerMax;
  }

  private note(day: number, segment: number, at: PathPlace): void {
    this.key[day] = at.key;
    this.state[day] = at.state;
    this.outer[day] = at.outer;
    this.inner[day] = at.inner;
    this.soonPaid[day] = this.soon;
    this.segment[day] = segment;
  }

  /** Leads the place on by the tour's choice of the day. */
  private step(at: PathPlace, day: number, segment: LongSegment): boolean {
    const { space, tables, keys } = this;
    const choice = this.choice[day]!;
    const before = keys > 1 ? space.keyFrom[day]! + at.key : 0;
    if (choice >= 0 && keys > 1 && at.key !== FREE_KEY && space.keyReady[before]! > space.startMinute[choice]!)
      return false;
    if (choice >= 0 && space.followUps)
      this.soon += startPrice(this, { day, key: at.key, start: space.startMinute[choice]! });
    const symbol = choice < 0 ? 0 : tables.choiceSymbol[choice]!;
    const move = (day * tables.states + at.state) * tables.symbols + symbol;
    const to = tables.next[move]!;
    if (to < 0) return false;
    const outer = segment.step[tables.move[move]! * segment.outers + at.outer]!;
    if (outer < 0) return false;
    at.state = to;
    at.outer = outer;
    at.inner += tables.grow[move]!;
    if (keys > 1) at.key = choice < 0 ? space.offKey[before]! : space.choiceKey[choice]!;
    return at.inner <= segment.innerMax;
  }

  /** Begins the amounts anew whose period ends with the segment; what that costs, infinite where they must not end so. */
  private close(at: PathPlace, segment: LongSegment): number {
    if (segment.innerEnds && (at.inner < segment.innerMin || at.inner > segment.innerMax))
      return Number.POSITIVE_INFINITY;
    const to = segment.endTo[at.outer]!;
    if (to < 0) return Number.POSITIVE_INFINITY;
    const cost = segment.endCost[at.outer]!;
    at.outer = to;
    if (segment.innerEnds) at.inner = 0;
    return cost;
  }
}
