/**
 * Exact steady state of a small multi-skill centre: the whole Markov chain is listed and solved. Written from the rules
 * of routing alone, without a look at the code under test. Equal priorities are refused: first come first served
 * between queues would need the order of waiting in the state.
 */
export interface ChainQueue {
  readonly rate: number;
  readonly handleSeconds: number;
  readonly patienceSeconds: number;
  /** Groups an arrival tries, in order. */
  readonly route: readonly number[];
}

export interface ChainGroup {
  readonly agents: number;
  /** Queues a free agent looks at, in order. */
  readonly takes: readonly number[];
}

export interface ChainResult {
  readonly states: number;
  readonly pWait: readonly number[];
  readonly pAbandon: readonly number[];
  readonly meanQueue: readonly number[];
  readonly occupancy: readonly number[];
}

interface Transition {
  readonly to: number[];
  readonly rate: number;
}

/** A state: contacts in service by group and queue, then waiting by queue. */
class Chain {
  readonly pairs: readonly { readonly group: number; readonly queue: number }[];
  private readonly radix: number[];

  constructor(
    readonly queues: readonly ChainQueue[],
    readonly groups: readonly ChainGroup[],
    readonly cap: number,
  ) {
    this.pairs = groups.flatMap(({ takes }, group) => takes.map((queue) => ({ group, queue })));
    this.radix = [...this.pairs.map(({ group }) => groups[group]!.agents + 1), ...queues.map(() => cap + 1)];
    const size = this.radix.reduce((product, base) => product * base, 1);
    if (size > Number.MAX_SAFE_INTEGER) throw new Error(`states (${size}) must be fewer; use a smaller centre`);
  }

  key(state: readonly number[]): number {
    return state.reduce((key, value, index) => key * this.radix[index]! + value, 0);
  }

  busy(state: readonly number[], group: number): number {
    return this.pairs.reduce((sum, pair, index) => sum + (pair.group === group ? state[index]! : 0), 0);
  }

  waiting(state: readonly number[], queue: number): number {
    return state[this.pairs.length + queue]!;
  }

  isFull(state: readonly number[], queue: number): boolean {
    return this.queues[queue]!.route.every((group) => this.busy(state, group) >= this.groups[group]!.agents);
  }

  private pairOf(group: number, queue: number): number {
    return this.pairs.findIndex((pair) => pair.group === group && pair.queue === queue);
  }

  private plus(state: readonly number[], changes: readonly (readonly [number, number])[]): number[] {
    const next = [...state];
    for (const [index, by] of changes) next[index]! += by;
    return next;
  }

  private arrivals(state: readonly number[]): Transition[] {
    return this.queues.flatMap(({ rate, route }, queue) => {
      const group = route.find((each) => this.busy(state, each) < this.groups[each]!.agents);
      const index = group === undefined ? this.pairs.length + queue : this.pairOf(group, queue);
      if (group === undefined && this.waiting(state, queue) >= this.cap) return [];
      return [{ to: this.plus(state, [[index, 1]]), rate }];
    });
  }

  transitions(state: readonly number[]): Transition[] {
    const ends = this.pairs.flatMap(({ group, queue }, index) => {
      if (state[index] === 0) return [];
      const next = this.groups[group]!.takes.find((each) => this.waiting(state, each) > 0);
      const taken: (readonly [number, number])[] =
        next === undefined
          ? []
          : [
              [this.pairs.length + next, -1],
              [this.pairOf(group, next), 1],
            ];
      const rate = state[index]! / this.queues[queue]!.handleSeconds;
      return [{ to: this.plus(state, [[index, -1], ...taken]), rate }];
    });
    const leaves = this.queues.flatMap(({ patienceSeconds }, queue) => {
      const count = this.waiting(state, queue);
      if (count === 0 || patienceSeconds === Infinity) return [];
      return [{ to: this.plus(state, [[this.pairs.length + queue, -1]]), rate: count / patienceSeconds }];
    });
    return [...this.arrivals(state), ...ends, ...leaves];
  }
}

interface Listed {
  readonly states: number[][];
  readonly from: number[][];
  readonly rates: number[][];
  readonly out: number[];
}

function listStates(chain: Chain): Listed {
  const empty = [...chain.pairs.map(() => 0), ...chain.queues.map(() => 0)];
  const index = new Map([[chain.key(empty), 0]]);
  const states = [empty];
  const from: number[][] = [[]];
  const rates: number[][] = [[]];
  const out: number[] = [];
  for (let at = 0; at < states.length; at++) {
    let total = 0;
    for (const { to, rate } of chain.transitions(states[at]!)) {
      const key = chain.key(to);
      let place = index.get(key);
      if (place === undefined) {
        place = states.push(to) - 1;
        index.set(key, place);
        from.push([]);
        rates.push([]);
      }
      from[place]!.push(at);
      rates[place]!.push(rate);
      total += rate;
    }
    out.push(total);
  }
  return { states, from, rates, out };
}

/** Gauss-Seidel, forwards and backwards in turn, until no probability changes by more than 1e-13 of the whole. */
function solve({ states, from, rates, out }: Listed): Float64Array {
  const count = states.length;
  const p = new Float64Array(count).fill(1 / count);
  for (let sweep = 0; sweep < 4000; sweep++) {
    let change = 0;
    for (let step = 0; step < count; step++) {
      const at = sweep % 2 === 0 ? step : count - 1 - step;
      let flow = 0;
      const sources = from[at]!;
      for (let i = 0; i < sources.length; i++) flow += p[sources[i]!]! * rates[at]![i]!;
      const next = flow / out[at]!;
      change += Math.abs(next - p[at]!);
      p[at] = next;
    }
    const sum = p.reduce((total, each) => total + each, 0);
    for (let at = 0; at < count; at++) p[at]! /= sum;
    if (change / sum < 1e-13) break;
  }
  return p;
}

/** Steady state with at most `cap` contacts waiting in each queue, beyond which arrivals are lost. */
export function exactMultiSkill(
  queues: readonly ChainQueue[],
  groups: readonly ChainGroup[],
  cap: number,
): ChainResult {
  const chain = new Chain(queues, groups, cap);
  const listed = listStates(chain);
  const p = solve(listed);
  const mean = (valueOf: (state: readonly number[]) => number): number =>
    listed.states.reduce((sum, state, index) => sum + p[index]! * valueOf(state), 0);
  const meanQueue = queues.map((_, queue) => mean((state) => chain.waiting(state, queue)));
  return {
    states: p.length,
    pWait: queues.map((_, queue) => mean((state) => Number(chain.isFull(state, queue)))),
    pAbandon: queues.map(({ rate, patienceSeconds }, queue) => meanQueue[queue]! / patienceSeconds / rate),
    meanQueue,
    occupancy: groups.map(({ agents }, group) => mean((state) => chain.busy(state, group)) / agents),
  };
}
