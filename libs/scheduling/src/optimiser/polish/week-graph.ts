import { CARRIED_KEY, DAYS, type TourSpace } from '../problem/tour-space.js';
import { startPrice } from '../tour/long-work.js';
import { RunStates } from '../tour/run-states.js';
import type { WeekBoundary } from '../tour/tour.js';
import { soonCost } from '../tour/week-programme.js';

/** Which choice each day must keep; days without an entry (undefined) are free. */
export type KeptDays = readonly (number | undefined)[];

/**
 * Every legal week of one unit as the paths of a layered graph: a node is a state before a day as the week programme has it
 * (earliest next start, days in a row, paid minutes and days), an arc one choice or a day off. Arcs are by day.
 */
export interface WeekGraph {
  readonly nodeCount: number;
  readonly root: number;
  /** Arcs of day d are `arcFrom[d]` to `arcFrom[d + 1] - 1`. */
  readonly arcFrom: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Choice of the arc in the space, -1 for a day off. */
  readonly choice: readonly number[];
  /** What the arc costs besides its choice: a start too soon after the shift before. */
  readonly price: readonly number[];
  /** Nodes after the last day with what ending there costs. */
  readonly ends: readonly { readonly node: number; readonly cost: number }[];
}

/** A state while the graph is built. */
interface State {
  readonly node: number;
  readonly key: number;
  readonly run: number;
  readonly pair: number;
}

/** Builds the graph; null when it would have more than `mostArcs`, or the space prices days off or holds rules over weeks. */
export function weekGraph(
  space: TourSpace,
  boundary: WeekBoundary,
  { kept = [], mostArcs }: { readonly kept?: KeptDays; readonly mostArcs: number },
): WeekGraph | null {
  if (space.loneOffCost || space.long) return null;
  const builder = new GraphBuilder(space, boundary);
  for (let day = 0; day < DAYS; day++) {
    builder.addDay(day, kept[day]);
    if (builder.choice.length > mostArcs) return null;
  }
  return builder.finish();
}

class GraphBuilder {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly choice: number[] = [];
  readonly price: number[] = [];
  private readonly arcFrom = [0];
  private readonly runs = new RunStates();
  private layer: State[];
  private next = new Map<number, State>();
  private nodeCount = 1;

  constructor(
    readonly space: TourSpace,
    readonly boundary: WeekBoundary,
  ) {
    this.runs.prepare(space, boundary);
    this.layer = [{ node: 0, key: CARRIED_KEY, run: this.runs.initial, pair: 0 }];
  }

  addDay(day: number, kept: number | undefined): void {
    const { space } = this;
    this.next = new Map();
    for (const state of this.layer) {
      if (kept !== undefined && kept >= 0) this.work(state, day, kept);
      else if (kept === undefined)
        for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++)
          this.work(state, day, choice);
      if (kept === undefined || kept < 0) this.rest(state, day);
    }
    this.arcFrom.push(this.choice.length);
    this.layer = [...this.next.values()];
  }

  finish(): WeekGraph {
    const { space, boundary, runs } = this;
    const ends = this.layer.flatMap(({ node, key, run, pair }) =>
      this.readyOf(DAYS, key) > boundary.nextStartMinute || runs.mayEnd[run] === 0
        ? []
        : [{ node, cost: space.pairs.endCost[pair]! + soonCost(space, key, boundary) }],
    );
    const { nodeCount, arcFrom, from, to, choice, price } = this;
    return { nodeCount, root: 0, arcFrom, from, to, choice, price, ends };
  }

  private work(state: State, day: number, choice: number): void {
    const { space, runs } = this;
    if (space.startMinute[choice]! < this.readyOf(day, state.key)) return;
    const run = runs.afterWork[day * runs.count + state.run]!;
    if (run < 0) return;
    const pair = space.pairs.next[state.pair * space.paidLengths.length + space.paidIndex[choice]!]!;
    if (pair >= 0) this.arc(state, day, choice, { key: space.choiceKey[choice]!, run, pair });
  }

  private rest(state: State, day: number): void {
    const { space, runs } = this;
    if (space.mustWork[day] === 1) return;
    const key = space.offKey[space.keyFrom[day]! + state.key]!;
    this.arc(state, day, -1, { key, run: runs.afterOff[day * runs.count + state.run]!, pair: state.pair });
  }

  private arc(state: State, day: number, choice: number, to: Omit<State, 'node'>): void {
    const { pairs } = this.space;
    if (this.space.canFinish[(day + 1) * pairs.count + to.pair] === 0) return;
    const id = (to.key * this.runs.count + to.run) * pairs.count + to.pair;
    let reached = this.next.get(id);
    if (!reached) this.next.set(id, (reached = { node: this.nodeCount++, ...to }));
    this.from.push(state.node);
    this.to.push(reached.node);
    this.choice.push(choice);
    const start = choice < 0 ? null : this.space.startMinute[choice]!;
    this.price.push(start === null ? 0 : startPrice(this, { day, key: state.key, start }));
  }

  private readyOf(day: number, key: number): number {
    return key === CARRIED_KEY ? this.boundary.readyMinute : this.space.keyReady[this.space.keyFrom[day]! + key]!;
  }
}

/** For each arc the least value of a week through it, and the least of all; choices are worth `values` each. */
export function valuesThrough(
  graph: WeekGraph,
  values: Float64Array,
): { readonly best: number; readonly through: Float64Array } {
  const { from, to, choice, price } = graph;
  const valueOf = (arc: number) => price[arc]! + (choice[arc]! < 0 ? 0 : values[choice[arc]!]!);
  const before = new Float64Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  const after = new Float64Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  before[graph.root] = 0;
  // Arcs are by layer, so one pass each way is enough.
  for (let arc = 0; arc < from.length; arc++)
    before[to[arc]!] = Math.min(before[to[arc]!]!, before[from[arc]!]! + valueOf(arc));
  for (const { node, cost } of graph.ends) after[node] = cost;
  for (let arc = from.length - 1; arc >= 0; arc--)
    after[from[arc]!] = Math.min(after[from[arc]!]!, after[to[arc]!]! + valueOf(arc));
  const through = Float64Array.from(from, (node, arc) => before[node]! + valueOf(arc) + after[to[arc]!]!);
  return { best: after[graph.root]!, through };
}
