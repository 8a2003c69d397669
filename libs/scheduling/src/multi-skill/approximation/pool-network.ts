import type { CentreFrame } from '../centre-frame.js';
import { FixedPointStep } from './fixed-point.js';
import type { NetworkPlan, Overlap } from './network-plan.js';
import { Pool } from './pool.js';
import { leaveFraction, type WaitingRates } from './queue-state.js';

/** Share of a rate that always remains: keeps a step of the iteration possible where its estimates contradict. */
const LEAST_SHARE = 1e-3;
const MOST_ROUNDS = 80;
/** Rounds after which steps get smaller. */
const CAREFUL_FROM = 35;
/** Greatest change of a chance of waiting at which the iteration ends. */
const SETTLED = 4e-5;

/** Where the iteration stands with one queue. Arrays have one place for each group of the route unless said otherwise. */
export interface QueueNode {
  readonly queue: number;
  readonly rate: number;
  readonly route: readonly number[];
  readonly pool: Pool;
  /** Rate at which its agents take from it while they are all busy, contacts per second. */
  takeRate: number;
  /** How much slower its waiting passes because of the bursts of queues that go first; 1 where none does. */
  slowdown: number;
  /** Place of `full` in the state of the network. */
  readonly place: number;
  /** Chance that all its agents are busy (one place). */
  readonly full: Float64Array;
  /** Share of its waiting contacts that are answered in the end (one place). */
  readonly answered: Float64Array;
  /** Chance that an arrival is taken at once by each group. */
  readonly landing: Float64Array;
  /** The same, given that the group has somebody idle. */
  readonly landingIfIdle: Float64Array;
  /** Share of its waiting contacts that each group takes. */
  readonly takenBy: Float64Array;
  /** Chance that each group is full. */
  readonly groupFull: Float64Array;
  readonly links: readonly Link[];
}

/** An overlap with what the present round knows of it. */
interface Link extends Overlap {
  /** Chance that the shared groups are full for each number of busy agents of the pool. */
  readonly fullGiven: Float64Array;
  /** Its mean (one place). */
  readonly sharedFull: Float64Array;
}

/**
 * One pool for each queue, made consistent with one another (docs/methods/several-skills.md): each pool is a birth-death
 * chain of its busy agents whose rates follow from what the others say of the groups they share.
 */
export class PoolNetwork {
  readonly nodes: readonly QueueNode[];
  /** Handled contacts per second and busy agent of each group. */
  readonly endRate: Float64Array;
  /** Mean busy share of each group; 0 without agents. */
  readonly occupancy: Float64Array;
  rounds = 0;
  private readonly active: readonly QueueNode[];
  /** All that one round hands to the next; the arrays of nodes and groups are parts of it. */
  private readonly state: Float64Array;
  private used = 0;

  constructor(
    private readonly frame: CentreFrame,
    private readonly plan: NetworkPlan,
    private readonly agents: ArrayLike<number>,
  ) {
    const { routes, overlaps } = plan;
    const places = routes.reduce((sum, route, queue) => sum + 2 + 4 * route.length + overlaps[queue]!.length, 0);
    this.state = new Float64Array(places + 2 * frame.groupCount);
    this.nodes = routes.map((_, queue) => this.startNode(queue));
    this.active = this.nodes.filter(({ route }) => route.length > 0);
    this.endRate = this.part(frame.groupCount, 1);
    this.occupancy = this.part(frame.groupCount, 0);
    this.measureGroups();
  }

  /** The next part of the state, filled. */
  private part(length: number, value: number): Float64Array {
    this.used += length;
    return this.state.subarray(this.used - length, this.used).fill(value);
  }

  private startNode(queue: number): QueueNode {
    const route = this.plan.routes[queue]!;
    const pool = new Pool(route.map((group) => this.agents[group]!));
    const even = 1 / Math.max(1, route.length);
    return {
      queue,
      rate: this.frame.arrivalRate[queue]!,
      route,
      pool,
      takeRate: 0,
      slowdown: 1,
      place: this.used,
      full: this.part(1, route.length === 0 ? 1 : 0.3),
      answered: this.part(1, 1),
      landing: this.part(route.length, 0.7 * even),
      landingIfIdle: this.part(route.length, even),
      takenBy: this.part(route.length, even),
      groupFull: this.part(route.length, 0.5),
      links: this.plan.overlaps[queue]!.map((overlap) => ({
        ...overlap,
        fullGiven: new Float64Array(pool.agents + 1),
        sharedFull: this.part(1, 0.5),
      })),
    };
  }

  /** Repeats rounds until the chances of waiting settle. */
  solve(): void {
    const step = new FixedPointStep(this.state.length);
    let least = Infinity;
    while (this.rounds < MOST_ROUNDS) {
      step.start(this.state);
      this.round();
      this.rounds++;
      let greatest = 0;
      for (const { full, place } of this.active) greatest = Math.max(greatest, Math.abs(full[0]! - step.before(place)));
      if (greatest < SETTLED) return;
      if (this.rounds === CAREFUL_FROM) step.slowDown();
      else if (greatest > 10 * least) step.reset();
      least = Math.min(least, greatest);
      step.step(this.state);
      this.clamp();
    }
  }

  /** A step may overshoot: chances stay chances, and no group is busier than it is large. */
  private clamp(): void {
    const { state, occupancy, endRate } = this;
    const chances = state.length - occupancy.length - endRate.length;
    for (let i = 0; i < chances; i++) state[i] = Math.min(1, Math.max(1e-9, state[i]!));
    for (let group = 0; group < occupancy.length; group++) {
      occupancy[group] = Math.min(1, Math.max(0, occupancy[group]!));
      endRate[group] = Math.max(this.leastEndRate(group), endRate[group]!);
    }
  }

  private leastEndRate(group: number): number {
    let slowest = 0;
    for (const { queue } of this.plan.served[group]!) slowest = Math.max(slowest, this.frame.handleSeconds[queue]!);
    return slowest > 0 ? 1 / slowest : 1;
  }

  private round(): void {
    for (const node of this.active) this.spread(node);
    for (const node of this.active) node.full[0] = this.fillPool(node);
    for (const node of this.active) this.land(node);
    for (const node of this.active) this.take(node);
    this.measureGroups();
  }

  /** Rate at which the other queue's waiting contacts go to the shared groups while all its agents are busy. */
  private refill({ other, others }: Overlap): number {
    const node = this.nodes[other]!;
    let share = 0;
    for (const at of others) share += node.takenBy[at]!;
    return node.rate * node.answered[0]! * share;
  }

  /** Chance that all agents of the other queue are busy, given that those they share are. */
  private otherFull(link: Link): number {
    if (link.isWholeOther) return 1;
    const other = this.nodes[link.other]!;
    const shared = other.links[link.back]!.sharedFull[0]!;
    return shared > 0 ? Math.min(1, other.full[0]! / shared) : 0;
  }

  /** The busy agents of a queue's groups, each a birth-death chain of its own. */
  private spread(node: QueueNode): void {
    node.route.forEach((group, at) => {
      const endRate = this.endRate[group]!;
      const most = this.agents[group]! * endRate;
      const leaveFullRate = Math.max(LEAST_SHARE * most, most - this.refillOutside(node, at));
      node.pool.setGroup(at, { birthRate: this.landingRate(group), endRate, leaveFullRate });
    });
    node.pool.refresh();
    for (const link of node.links) if (!link.isWholeOwn) node.pool.fullGiven(link.mask, link.fullGiven);
  }

  private landingRate(group: number): number {
    let rate = 0;
    for (const { queue, at } of this.plan.served[group]!)
      rate += this.nodes[queue]!.rate * this.nodes[queue]!.landingIfIdle[at]!;
    return Math.max(rate, 1e-9);
  }

  /** Refills of a full group by other queues while the queue has somebody idle elsewhere. */
  private refillOutside(node: QueueNode, at: number): number {
    const full = node.full[0]!;
    const elsewhere = 1 - full / Math.max(full, node.groupFull[at]!);
    if (elsewhere <= 1e-6) return 0;
    let rate = 0;
    for (const link of node.links) {
      const shared = link.own.indexOf(at);
      if (link.isWholeOwn || shared < 0) continue;
      const other = this.nodes[link.other]!;
      const place = link.others[shared]!;
      const waits = Math.min(1, other.full[0]! / Math.max(1e-12, other.groupFull[place]!));
      const notOwn = 1 - this.otherFull(other.links[link.back]!);
      rate += other.rate * other.answered[0]! * other.takenBy[place]! * waits * notOwn;
    }
    return rate / elsewhere;
  }

  /** The birth-death chain of the pool's busy agents; the chance that all are busy. */
  private fillPool(node: QueueNode): number {
    const { pool, rate, route, links } = node;
    const agents = pool.agents;
    const endRate = this.poolEndRate(route);
    const lands = links.map((link) => this.nodes[link.other]!.rate * this.landsIn(link));
    const refills = links.map((link) => this.refill(link) * this.otherFull(link));
    const chance = pool.busyChance;
    chance[0] = 1;
    let sum = 1;
    for (let busy = 1; busy <= agents; busy++) {
      let up = rate;
      let refilled = busy === agents ? rate * node.answered[0]! : 0;
      for (let i = 0; i < links.length; i++) {
        const { isWholeOwn, fullGiven } = links[i]!;
        up += lands[i]! * (isWholeOwn ? 1 : 1 - fullGiven[busy - 1]!);
        refilled += refills[i]! * (isWholeOwn ? Number(busy === agents) : fullGiven[busy]!);
      }
      const ends = busy * endRate;
      chance[busy] = (chance[busy - 1]! * up) / Math.max(LEAST_SHARE * ends, ends - refilled);
      sum += chance[busy]!;
      if (sum > 1e200) {
        for (let k = 0; k <= busy; k++) chance[k]! /= sum;
        sum = 1;
      }
    }
    for (let busy = 0; busy <= agents; busy++) chance[busy]! /= sum;
    pool.busyChanceChanged();
    return chance[agents]!;
  }

  /** Chance that an arrival of the other queue goes to the shared groups, given that one of them has somebody idle. */
  private landsIn(link: Link): number {
    if (link.isWholeOther) return 1;
    const other = this.nodes[link.other]!;
    let lands = 0;
    for (const at of link.others) lands += other.landing[at]!;
    const full = other.links[link.back]!.sharedFull[0]!;
    return full < 1 ? Math.min(1, lands / (1 - full)) : 1;
  }

  private poolEndRate(route: readonly number[]): number {
    let ends = 0;
    let busy = 0;
    for (const group of route) {
      ends += this.busy(group) * this.endRate[group]!;
      busy += this.busy(group);
    }
    return busy > 0 ? ends / busy : this.endRate[route[0]!]!;
  }

  /** Where arrivals of the queue find their first idle agent. */
  private land(node: QueueNode): void {
    const { pool, route } = node;
    for (let at = 0; at < route.length; at++) node.groupFull[at] = pool.meanFull(1 << at);
    for (const link of node.links) link.sharedFull[0] = link.isWholeOwn ? node.full[0]! : pool.meanFull(link.mask);
    const tiers = this.plan.tiers[node.queue]!;
    let reached = 1;
    for (let tier = 0; tier + 1 < tiers.length; tier++) {
      const [first, end] = [tiers[tier]!, tiers[tier + 1]!];
      const passed = pool.meanFull(2 ** end - 1);
      let left = 0;
      for (let at = first; at < end; at++) left += this.leftFor(node, at);
      // `landing` of a place is read by leftFor before it is written here, and not after.
      const shares = route.slice(first, end).map((_, i) => this.leftFor(node, first + i) / left);
      for (let at = first; at < end; at++) {
        node.landing[at] = Math.max(0, reached - passed) * shares[at - first]!;
        const notFull = 1 - node.groupFull[at]!;
        node.landingIfIdle[at] = notFull > 1e-9 ? Math.min(1, node.landing[at]! / notFull) : reached;
      }
      reached = passed;
    }
  }

  /**
   * Agents of a group that everything but the queue's own landings leaves. Landings shared in proportion to it leave idle
   * agents in proportion to themselves, as whoever is idle longest goes first; shared by idle agents, rounds would swing.
   */
  private leftFor(node: QueueNode, at: number): number {
    const group = node.route[at]!;
    const own = node.rate * node.landing[at]! * this.frame.handleSeconds[node.queue]!;
    return Math.max(0.02 * this.agents[group]!, this.agents[group]! - this.busy(group) + own);
  }

  /** Mean busy agents of a group. */
  busy(group: number): number {
    return this.agents[group]! * this.occupancy[group]!;
  }

  /** What the groups take from the queue while it waits, after those who go first or came first. */
  private take(node: QueueNode): void {
    const { frame } = this;
    const priorityOf = (group: number, queue: number): number => frame.priority[group * frame.queueCount + queue]!;
    const rates = node.takenBy;
    let whole = 0;
    let taken = 0;
    let before = 0;
    node.route.forEach((group, at) => {
      const most = this.agents[group]! * this.endRate[group]!;
      const own = priorityOf(group, node.queue);
      let others = 0;
      for (const link of node.links) {
        const shared = link.own.indexOf(at);
        const priority = priorityOf(group, link.other);
        if (shared < 0 || priority > own) continue;
        const other = this.nodes[link.other]!;
        const flow = other.rate * other.answered[0]! * other.takenBy[link.others[shared]!]! * this.otherFull(link);
        others += flow;
        if (priority < own) before += Math.min(flow, most);
      }
      rates[at] = Math.max(LEAST_SHARE * most, most - others);
      whole += most;
      taken += rates[at]!;
    });
    for (let at = 0; at < rates.length; at++) rates[at]! /= taken;
    // Queues that go first are served in bursts, during which the clock of this queue stands still.
    node.slowdown = 1 / Math.max(0.1, 1 - before / whole);
    node.takeRate = taken;
    node.answered[0] = 1 - leaveFraction(this.waitingRates(node));
  }

  /** The rates of those who wait, on the queue's own clock. */
  waitingRates({ queue, rate, takeRate, slowdown }: QueueNode): WaitingRates {
    return {
      arrivalRate: rate / slowdown,
      takeRate: takeRate / slowdown,
      patienceSeconds: this.frame.patienceSeconds[queue]!,
    };
  }

  /** Busy agents and speed of each group by the contacts that reach it. */
  private measureGroups(): void {
    const { frame } = this;
    for (let group = 0; group < frame.groupCount; group++) {
      let flow = 0;
      let work = 0;
      for (const { queue, at } of this.plan.served[group]!) {
        const node = this.nodes[queue]!;
        const share = node.rate * (node.landing[at]! + node.full[0]! * node.answered[0]! * node.takenBy[at]!);
        flow += share;
        work += share * frame.handleSeconds[queue]!;
      }
      this.endRate[group] = work > 0 ? flow / work : 1;
      this.occupancy[group] = this.agents[group]! > 0 ? Math.min(1, work / this.agents[group]!) : 0;
    }
  }
}
