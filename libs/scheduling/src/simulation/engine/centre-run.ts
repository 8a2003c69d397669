import { AgentPool } from './agent-pool.js';
import { Arrivals } from './arrivals.js';
import type { CompiledCentre } from './compiled-centre.js';
import type { EngineRun, QueueDraws, ReplicationStart } from './engine-run.js';
import { EventHeap } from './event-heap.js';
import { Hands } from './hands.js';
import { Lines } from './lines.js';
import { Tallies } from './tallies.js';
import type { WaitingContact } from './waiting-line.js';

// Looked up once: globals are slow to reach in the inner loop where they are not the engine’s own (test sandboxes).
const { max, min } = Math;
const NEVER = Number.POSITIVE_INFINITY;

const LOOK_EVERY = 65_536;

/**
 * One centre, run again and again. Three lists of events: the next arrival of each queue, the ends of handling, the
 * beginnings and ends of agents' time. Leaving the queue is no event: a contact that has left is noticed when it would
 * be served, and counted as of the moment it left.
 */
export class CentreRun implements EngineRun {
  readonly tallies: Tallies;
  /** Contacts that arrived, over all replications. */
  contacts = 0;
  private readonly pool: AgentPool;
  private readonly hands: Hands;
  private readonly heap: EventHeap;
  private readonly lines: Lines;
  private readonly arrivals: readonly Arrivals[];
  private readonly inHand: Int32Array;
  /** Agents inside their time who have the queue's skill. */
  private readonly onDuty: Int32Array;
  private readonly timeEndedAt: Float64Array;
  private readonly contact: WaitingContact;
  /** Contacts in hand have a history: several at once, or contacts that may be returned. */
  private readonly tracked: boolean;
  private now = 0;
  /** End of the interval the clock is in. */
  private boundary = 0;
  private nextQueue = 0;
  private shiftAt = 0;
  private missed: Uint8Array | null = null;

  constructor(
    readonly centre: CompiledCentre,
    private readonly draws: readonly QueueDraws[],
    arrivalStream: (queue: number) => { readonly seed: number; readonly stream: number },
  ) {
    const { queues, classes, intervalCount, intervalSeconds, agentCount, slots } = centre;
    const size = { queues: queues.length, classes: classes.length, intervals: intervalCount };
    this.tallies = new Tallies(size, intervalSeconds);
    this.pool = new AgentPool(classes, this.tallies, { agents: agentCount, slots });
    this.hands = new Hands(centre);
    this.heap = new EventHeap(agentCount);
    this.lines = new Lines(centre, this.tallies);
    this.arrivals = queues.map((queue, i) => new Arrivals(queue.rates, intervalSeconds, arrivalStream(i)));
    this.contact = this.lines.contact;
    this.inHand = new Int32Array(queues.length);
    this.onDuty = new Int32Array(queues.length);
    this.timeEndedAt = new Float64Array(agentCount);
    this.tracked = slots > 1 || centre.returnsContacts;
  }

  /** Runs one replication and leaves its counts in `tallies`; false when cancelled on the way. */
  run(start: ReplicationStart): boolean {
    this.begin(start);
    const { isCancelled } = start;
    for (let events = 1; this.step(); events++) {
      if (isCancelled && events % LOOK_EVERY === 0 && isCancelled()) return false;
    }
    this.lines.settle(this.centre.intervalCount * this.centre.intervalSeconds);
    return true;
  }

  private begin({ replication, startsAt, factors, missed }: ReplicationStart): void {
    this.tallies.clear();
    this.pool.clear(startsAt, startsAt < 0 ? 0 : 1);
    this.hands.clear();
    this.heap.size = 0;
    this.inHand.fill(0);
    this.onDuty.fill(0);
    this.shiftAt = 0;
    this.missed = missed;
    this.now = startsAt;
    this.boundary = startsAt < 0 ? 0 : this.centre.intervalSeconds;
    this.lines.clear();
    for (const { handleTime, patience } of this.draws) {
      handleTime.restart(replication);
      patience?.restart(replication);
    }
    this.arrivals.forEach((arrivals, i) => arrivals.restart(replication, startsAt, factors?.[i] ?? null));
    this.findNextArrival();
  }

  /** Handles the next event; false when nothing happens any more. */
  private step(): boolean {
    const { heap } = this;
    const { shifts } = this.centre;
    const arrivalAt = this.arrivals[this.nextQueue]!.nextAt;
    const doneAt = heap.size > 0 ? heap.times[0]! : NEVER;
    const shiftAt = this.shiftAt < shifts.times.length ? shifts.times[this.shiftAt]! : NEVER;
    const at = min(arrivalAt, doneAt, shiftAt);
    while (at >= this.boundary && this.boundary < NEVER) this.endInterval();
    if (at === NEVER) return false;
    if (at > this.now) this.now = at;
    if (doneAt === at) this.handleDone();
    else if (shiftAt === at) this.handleShift();
    else this.handleArrival();
    return true;
  }

  private endInterval(): void {
    const { intervalCount, intervalSeconds } = this.centre;
    this.pool.endInterval(this.boundary);
    const { place } = this.pool;
    this.boundary = place > intervalCount ? NEVER : place * intervalSeconds;
  }

  private findNextArrival(): void {
    let best = 0;
    for (let i = 1; i < this.arrivals.length; i++) {
      if (this.arrivals[i]!.nextAt < this.arrivals[best]!.nextAt) best = i;
    }
    this.nextQueue = best;
  }

  private handleArrival(): void {
    const queueAt = this.nextQueue;
    const queue = this.centre.queues[queueAt]!;
    const { handleTime, patience } = this.draws[queueAt]!;
    const { place } = this.pool;
    const cell = this.tallies.cellOf(queueAt, place);
    const factors = queue.handleTimeFactors;
    const work = factors ? handleTime.take() * factors[max(0, place - 1)]! : handleTime.take();
    const leavesAt = patience ? this.now + patience.take() : NEVER;
    this.contacts += 1;
    this.tallies.offer(cell);
    this.arrivals[queueAt]!.advance();
    if (this.arrivals.length > 1) this.findNextArrival();
    if (queue.lines < NEVER && this.isFull(queueAt)) {
      this.tallies.block(cell);
      return;
    }
    const agent = this.freeAgentFor(queueAt);
    if (agent < 0) {
      this.tallies.queueUp(cell);
      this.lines.of(queueAt).addLast(this.now, work, leavesAt, cell);
      return;
    }
    this.tallies.answer(cell, 0, queue.answerWithinSeconds);
    if (this.tracked) this.fillContact(cell, work, leavesAt);
    this.serve(agent, queueAt, work);
  }

  private fillContact(cell: number, work: number, leavesAt: number): void {
    const { contact } = this;
    contact.arrivedAt = this.now;
    contact.queuedAt = this.now;
    contact.work = work;
    contact.leavesAt = leavesAt;
    contact.cell = cell;
    contact.answeredAfter = -1;
  }

  /** Whether all lines of the queue are taken. Those who have left are cleared away first. */
  private isFull(queueAt: number): boolean {
    const { lines } = this.centre.queues[queueAt]!;
    if (this.inHand[queueAt]! + this.lines.of(queueAt).size < lines) return false;
    this.lines.clearLeft(queueAt, this.now);
    return this.inHand[queueAt]! + this.lines.of(queueAt).size >= lines;
  }

  /** The agent an arrival gets; -1 = it has to wait. */
  private freeAgentFor(queueAt: number): number {
    const { classes, ranks } = this.centre.queues[queueAt]!;
    const { pool } = this;
    let best = -1;
    let bestRank = -1;
    for (let i = 0; i < classes.length; i++) {
      if (best >= 0 && ranks[i]! !== bestRank) break;
      const agent = pool.firstFree(classes[i]!);
      if (agent < 0 || (best >= 0 && !this.isFreer(agent, best))) continue;
      best = agent;
      bestRank = ranks[i]!;
    }
    return best;
  }

  /** Fewer contacts in hand, or as many for longer. */
  private isFreer(agent: number, than: number): boolean {
    const { load, freeSince } = this.pool;
    if (load[agent]! !== load[than]!) return load[agent]! < load[than]!;
    return freeSince[agent]! < freeSince[than]!;
  }

  /** Gives the agent a contact of the queue; the agent was free. */
  private serve(agent: number, queueAt: number, work: number): void {
    const { pool, hands } = this;
    const { speeds, slowdown } = this.centre.classes[pool.classOf[agent]!]!;
    const handling = work / speeds[queueAt]!;
    this.inHand[queueAt]!++;
    if (!this.tracked) {
      const doneAt = this.now + handling;
      pool.take(agent, this.now);
      hands.putOnly(agent, queueAt, doneAt);
      this.heap.push(doneAt, agent);
      return;
    }
    const load = pool.load[agent]!;
    hands.progress(agent, load, this.now, slowdown);
    hands.put(agent, load, queueAt, handling);
    hands.remember(agent, load, this.contact, this.now);
    pool.take(agent, this.now);
    this.heap.push(hands.plan(agent, load + 1, this.now, slowdown), agent);
  }

  private handleDone(): void {
    const { heap, hands } = this;
    const agent = heap.agents[0]!;
    if (heap.times[0] !== hands.nextDoneAt[agent]) {
      heap.removeFirst();
      return;
    }
    if (this.tracked) {
      heap.removeFirst();
      this.finishTracked(agent);
      return;
    }
    this.inHand[hands.queueOf(agent, 0)]!--;
    const queueAt = this.nextQueueFor(agent);
    if (queueAt < 0) {
      heap.removeFirst();
      this.pool.release(agent, this.now);
      return;
    }
    // Straight on with the next contact: the agent stays busy and takes the place of its own event.
    const work = this.lines.take(queueAt, this.now);
    const { speeds } = this.centre.classes[this.pool.classOf[agent]!]!;
    const doneAt = this.now + work / speeds[queueAt]!;
    this.inHand[queueAt]!++;
    hands.putOnly(agent, queueAt, doneAt);
    heap.replaceFirst(doneAt, agent);
  }

  private finishTracked(agent: number): void {
    const { pool, hands } = this;
    const { slowdown } = this.centre.classes[pool.classOf[agent]!]!;
    const load = pool.load[agent]!;
    hands.progress(agent, load, this.now, slowdown);
    const slot = hands.slotOfLeast(agent, load);
    this.inHand[hands.queueOf(agent, slot)]!--;
    hands.remove(agent, slot, load);
    pool.release(agent, this.now);
    const doneAt = hands.plan(agent, load - 1, this.now, slowdown);
    if (load > 1) this.heap.push(doneAt, agent);
    this.occupy(agent);
  }

  /** Gives the agent waiting contacts as long as there are both. */
  private occupy(agent: number): void {
    const { pool } = this;
    const { concurrency } = this.centre.classes[pool.classOf[agent]!]!;
    while (pool.load[agent]! < concurrency) {
      const queueAt = this.nextQueueFor(agent);
      if (queueAt < 0) return;
      this.serve(agent, queueAt, this.lines.take(queueAt, this.now));
    }
  }

  /** Of the queues an agent may serve, the first by rank with somebody waiting, among equals who waits longest; or -1. */
  private nextQueueFor(agent: number): number {
    const { queues, ranks } = this.centre.classes[this.pool.classOf[agent]!]!;
    const finishing = this.pool.isOn[agent] === 0;
    let best = -1;
    let bestRank = -1;
    let longestSince = NEVER;
    for (let i = 0; i < queues.length; i++) {
      if (best >= 0 && ranks[i]! !== bestRank) break;
      const queueAt = queues[i]!;
      if (!this.lines.hasWaiting(queueAt, this.now)) continue;
      if (finishing && !this.mayStayFor(queueAt, agent)) continue;
      const since = this.lines.of(queueAt).firstArrivedAt;
      if (since >= longestSince) continue;
      best = queueAt;
      bestRank = ranks[i]!;
      longestSince = since;
    }
    return best;
  }

  /** Whether an agent past the end of the day still serves the line: nobody else is there, and it stood there before. */
  private mayStayFor(queueAt: number, agent: number): boolean {
    const { servesWaiting } = this.centre;
    return (
      servesWaiting && this.onDuty[queueAt] === 0 && this.lines.of(queueAt).firstArrivedAt < this.timeEndedAt[agent]!
    );
  }

  private handleShift(): void {
    const { shifts } = this.centre;
    const agent = shifts.agents[this.shiftAt]!;
    const classIndex = shifts.classes[this.shiftAt]!;
    const missed = this.missed?.[shifts.shifts[this.shiftAt]!] === 1;
    this.shiftAt += 1;
    if (missed) return;
    if (classIndex < 0) this.endTime(agent);
    else this.beginTime(agent, classIndex);
  }

  private beginTime(agent: number, classIndex: number): void {
    const { pool } = this;
    if (pool.isOn[agent] === 1) this.countDuty(agent, -1);
    pool.begin(agent, classIndex, this.now);
    this.countDuty(agent, 1);
    this.occupy(agent);
  }

  private endTime(agent: number): void {
    const { pool } = this;
    this.countDuty(agent, -1);
    this.timeEndedAt[agent] = this.now;
    pool.end(agent, this.now);
    if (this.centre.returnsContacts && pool.load[agent]! > 0) this.returnContacts(agent);
  }

  private countDuty(agent: number, sign: 1 | -1): void {
    const { queues } = this.centre.classes[this.pool.classOf[agent]!]!;
    for (let i = 0; i < queues.length; i++) this.onDuty[queues[i]!]! += sign;
  }

  /** Puts all the agent has in hand back in front of its queues, where somebody free takes it at once. */
  private returnContacts(agent: number): void {
    const { pool, hands, contact } = this;
    const { slowdown, speeds } = this.centre.classes[pool.classOf[agent]!]!;
    hands.progress(agent, pool.load[agent]!, this.now, slowdown);
    while (pool.load[agent]! > 0) {
      const slot = pool.load[agent]! - 1;
      const queueAt = hands.queueOf(agent, slot);
      hands.readReturned(agent, slot, contact, { at: this.now, speed: speeds[queueAt]! });
      pool.release(agent, this.now);
      this.inHand[queueAt]!--;
      this.lines.of(queueAt).addFirst(contact);
      const free = this.freeAgentFor(queueAt);
      if (free >= 0 && this.lines.hasWaiting(queueAt, this.now))
        this.serve(free, queueAt, this.lines.take(queueAt, this.now));
    }
    hands.nextDoneAt[agent] = Number.NaN;
  }
}
