import type { ObjectiveWeights } from '../roster/index.js';
import { slotCost } from './slot-cost.js';

/** Marginal costs are compared in millionths, so that float noise does not decide between queues. */
const COST_QUANTUM = 1e6;

export interface SharingSetup {
  /** Demand of each queue in every slot. */
  readonly demand: readonly Float64Array[];
  /** Queues each group of agents can serve, ascending. A group with none serves nobody. */
  readonly groups: readonly (readonly number[])[];
  readonly slotCount: number;
  /** One a queue. */
  readonly weights: readonly ObjectiveWeights[];
}

interface Server {
  readonly group: number;
  readonly place: number;
}

/**
 * Shares the agents present in each slot over the queues they can serve, at least cost (roster.md section 2.3).
 *
 * Adding an agent looks for the queue that gains most among those reachable by moving people already there to another
 * queue of theirs; removing is the reverse. Cost being convex, one such path a step keeps the sharing optimal. Equal
 * costs are settled by the relative shortage and then by the order of queues, which is a strictly convex second goal: the
 * agents of each queue depend only on who is present, never on the order in which they came.
 */
export class SlotSharing {
  /** Agents assigned, at `slot * queueCount + queue`. */
  private readonly assigned: Int32Array;
  /** Cost of the next agent and of the last one there, as `assigned`; in whole millionths. */
  private readonly nextCost: Float64Array;
  private readonly lastCost: Float64Array;
  /** Agents of a group on one of its queues, at `slot * width + place`; see {@link placeOf}. */
  private readonly serving: Int32Array;
  /** Groups that can serve each queue, with the place of the pair. */
  private readonly serversOf: readonly (readonly Server[])[];
  /** First place of each group; a group has one for each of its queues. */
  private readonly firstPlace: readonly number[];
  private readonly width: number;
  private readonly queueCount: number;
  private readonly fromQueue: Int32Array;
  private readonly viaGroup: Int32Array;
  private readonly reached: Int32Array;

  constructor(private readonly setup: SharingSetup) {
    const { groups, slotCount } = setup;
    this.queueCount = setup.demand.length;
    let width = 0;
    this.firstPlace = groups.map((queues) => (width += queues.length) - queues.length);
    this.width = width;
    this.serversOf = setup.demand.map((_, queue) =>
      groups.flatMap((queues, group) => (queues.includes(queue) ? [{ group, place: this.placeOf(group, queue) }] : [])),
    );
    this.assigned = new Int32Array(slotCount * this.queueCount);
    this.nextCost = new Float64Array(slotCount * this.queueCount);
    this.lastCost = new Float64Array(slotCount * this.queueCount);
    for (let slot = 0; slot < slotCount; slot++) {
      for (let queue = 0; queue < this.queueCount; queue++) this.assign(slot, queue, 0);
    }
    this.serving = new Int32Array(slotCount * width);
    this.fromQueue = new Int32Array(this.queueCount);
    this.viaGroup = new Int32Array(this.queueCount);
    this.reached = new Int32Array(this.queueCount);
  }

  /** Agents on the queue in the slot. */
  assignedTo(slot: number, queue: number): number {
    return this.assigned[slot * this.queueCount + queue]!;
  }

  /** Puts one more agent of the group into the slot. */
  add(slot: number, group: number): void {
    if (this.setup.groups[group]!.length === 0) return;
    const count = this.reachByAdding(slot, group);
    this.shift(slot, this.best(slot, count, 1), 1);
  }

  /** Takes one agent of the group, who must be there, out of the slot. */
  remove(slot: number, group: number): void {
    if (this.setup.groups[group]!.length === 0) return;
    const count = this.reachByRemoving(slot, group);
    if (count === 0) throw new Error(`group (${group}) must have an agent in slot ${slot}; add one before removing`);
    this.shift(slot, this.best(slot, count, -1), -1);
  }

  /** Moves one agent along the path found: `by` 1 fills `queue` and empties what it came from; -1 the reverse. */
  private shift(slot: number, queue: number, by: 1 | -1): void {
    this.assign(slot, queue, this.assignedTo(slot, queue) + by);
    for (let at = queue; ;) {
      const via = this.viaGroup[at]!;
      this.serving[slot * this.width + this.placeOf(via, at)]! += by;
      const from = this.fromQueue[at]!;
      if (from < 0) return;
      this.serving[slot * this.width + this.placeOf(via, from)]! -= by;
      at = from;
    }
  }

  /** Queues that can take one more when an agent of the group comes; returns how many stand in `reached`. */
  private reachByAdding(slot: number, group: number): number {
    const { groups } = this.setup;
    let count = this.start(groups[group]!, group);
    for (let next = 0; next < count; next++) {
      const queue = this.reached[next]!;
      for (const server of this.serversOf[queue]!) {
        if (this.serving[slot * this.width + server.place] === 0) continue;
        for (const other of groups[server.group]!) count = this.reach(other, queue, server.group, count);
      }
    }
    return count;
  }

  /** Queues that can lose one when an agent of the group leaves, others stepping in. */
  private reachByRemoving(slot: number, group: number): number {
    const { groups } = this.setup;
    let count = this.start(this.servedBy(slot, group), group);
    for (let next = 0; next < count; next++) {
      const queue = this.reached[next]!;
      for (const server of this.serversOf[queue]!) {
        if (groups[server.group]!.length === 1) continue;
        for (const other of this.servedBy(slot, server.group)) count = this.reach(other, queue, server.group, count);
      }
    }
    return count;
  }

  /** Queues on which the group has somebody in the slot. */
  private servedBy(slot: number, group: number): number[] {
    const base = slot * this.width + this.firstPlace[group]!;
    return this.setup.groups[group]!.filter((_, i) => this.serving[base + i]! > 0);
  }

  /** Place of a group on one of its queues. */
  private placeOf(group: number, queue: number): number {
    return this.firstPlace[group]! + this.setup.groups[group]!.indexOf(queue);
  }

  private start(queues: readonly number[], group: number): number {
    this.viaGroup.fill(-1);
    let count = 0;
    for (const queue of queues) count = this.reach(queue, -1, group, count);
    return count;
  }

  private reach(queue: number, from: number, via: number, count: number): number {
    if (this.viaGroup[queue]! >= 0) return count;
    this.viaGroup[queue] = via;
    this.fromQueue[queue] = from;
    this.reached[count] = queue;
    return count + 1;
  }

  /** Of the first `count` reached: the queue where one more costs least (`by` 1) or where the last one costs most (-1). */
  private best(slot: number, count: number, by: 1 | -1): number {
    let best = this.reached[0]!;
    for (let i = 1; i < count; i++) {
      const queue = this.reached[i]!;
      if (by * this.compare(slot, queue, best, by) < 0) best = queue;
    }
    return best;
  }

  /** Order of two queues by the marginal of the next agent (`by` 1) or the last (-1): cost, relative shortage, index. */
  private compare(slot: number, a: number, b: number, by: 1 | -1): number {
    const costs = by === 1 ? this.nextCost : this.lastCost;
    const base = slot * this.queueCount;
    const cost = costs[base + a]! - costs[base + b]!;
    if (cost !== 0) return cost;
    const nth = by === 1 ? 1 : 0;
    const relative =
      this.relative(slot, a, this.assigned[base + a]! + nth) - this.relative(slot, b, this.assigned[base + b]! + nth);
    return relative !== 0 ? relative : a - b;
  }

  private assign(slot: number, queue: number, count: number): void {
    const at = slot * this.queueCount + queue;
    this.assigned[at] = count;
    this.nextCost[at] = this.marginal(slot, queue, count + 1);
    this.lastCost[at] = this.marginal(slot, queue, count);
  }

  /** Cost of the n-th agent on the queue in the slot, in whole millionths. */
  private marginal(slot: number, queue: number, nth: number): number {
    const demand = this.setup.demand[queue]![slot]!;
    const weights = this.setup.weights[queue]!;
    return Math.round((slotCost(nth, demand, weights) - slotCost(nth - 1, demand, weights)) * COST_QUANTUM);
  }

  private relative(slot: number, queue: number, nth: number): number {
    const demand = this.setup.demand[queue]![slot]!;
    return (nth - demand) / Math.max(1, demand);
  }
}
