import { busyChances, sumOf } from './busy-spread.js';

interface Sum {
  readonly rest: Float64Array;
  readonly at: number;
  readonly into: Float64Array;
}

const NOBODY = Float64Array.of(1);

/**
 * The groups that may serve one queue, seen as one pool: chances of its busy agents, and of some of its groups being full
 * given how many are busy. Sets of groups are bits over places of the route. Given the number of busy agents of the pool,
 * these are spread over its groups as if the groups were independent.
 */
export class Pool {
  readonly agents: number;
  /** Chance of so many busy agents, 0 … agents; the last is "all busy", whoever waits. */
  readonly busyChance: Float64Array;
  private readonly chances: readonly Float64Array[];
  private readonly sums: Sum[] = [];
  private readonly bySet = new Map<number, Float64Array>([[0, NOBODY]]);
  private readonly all: number;
  private readonly total: Float64Array;
  /** Busy chance / total, so that a mean over busy agents is one sum of products. */
  private readonly weight: Float64Array;

  constructor(private readonly groupAgents: readonly number[]) {
    this.all = 2 ** groupAgents.length - 1;
    this.agents = groupAgents.reduce((sum, count) => sum + count, 0);
    this.chances = groupAgents.map((count) => new Float64Array(count + 1));
    this.busyChance = new Float64Array(this.agents + 1);
    this.weight = new Float64Array(this.agents);
    this.total = this.sumOver(this.all);
  }

  /** Sets the birth-death chances of one group, see `busyChances`. */
  setGroup(at: number, rates: Parameters<typeof busyChances>[1]): void {
    busyChances(this.chances[at]!, rates);
  }

  /** Adds up the groups anew after all are set. */
  refresh(): void {
    for (const { rest, at, into } of this.sums) sumOf(rest, this.chances[at]!, into);
  }

  /** To be called when `busyChance` is new, before {@link meanFull}. */
  busyChanceChanged(): void {
    for (let busy = 0; busy < this.agents; busy++) {
      const total = this.total[busy]!;
      this.weight[busy] = total > 1e-290 ? this.busyChance[busy]! / total : 0;
    }
  }

  /** Chance that all groups of the set are full. */
  meanFull(set: number): number {
    if (set === 0) return 1;
    const others = this.sumOver(this.all & ~set);
    const { chance, agents } = this.full(set);
    let sum = 0;
    for (let busy = agents; busy < this.agents; busy++) sum += this.weight[busy]! * others[busy - agents]!;
    return Math.min(1, this.busyChance[this.agents]! + chance * sum);
  }

  /** The same for each number of busy agents; every place of `into` is written. */
  fullGiven(set: number, into: Float64Array): void {
    const others = this.sumOver(this.all & ~set);
    const { chance, agents } = this.full(set);
    into.fill(0, 0, agents);
    for (let busy = agents; busy < this.agents; busy++) {
      const total = this.total[busy]!;
      into[busy] = total > 1e-290 ? Math.min(1, (chance * others[busy - agents]!) / total) : 0;
    }
    into[this.agents] = 1;
  }

  private full(set: number): { readonly chance: number; readonly agents: number } {
    let chance = 1;
    let agents = 0;
    for (let at = 0; at < this.groupAgents.length; at++) {
      if ((set & (1 << at)) === 0) continue;
      agents += this.groupAgents[at]!;
      chance *= this.chances[at]![this.groupAgents[at]!]!;
    }
    return { chance, agents };
  }

  /** Distribution of the busy agents of a set of groups; kept up to date by {@link refresh} from the first call on. */
  private sumOver(set: number): Float64Array {
    const known = this.bySet.get(set);
    if (known) return known;
    const at = 31 - Math.clz32(set & -set);
    const rest = this.sumOver(set & (set - 1));
    const into = rest === NOBODY ? this.chances[at]! : new Float64Array(rest.length + this.groupAgents[at]!);
    this.bySet.set(set, into);
    if (rest !== NOBODY) {
      this.sums.push({ rest, at, into });
      sumOf(rest, this.chances[at]!, into);
    }
    return into;
  }
}
