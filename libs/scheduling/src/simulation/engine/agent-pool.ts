import type { AgentClass } from './compiled-centre.js';
import { AGENT_FIELDS, AGENT_WIDTH, type Tallies } from './tallies.js';

/**
 * Who is at work, how many contacts each has in hand, and who can take another one: for each class and number of
 * contacts in hand a list in the order in which agents came to it, so that the first is the one idle longest.
 */
export class AgentPool {
  readonly load: Int32Array;
  readonly classOf: Int32Array;
  /** 1 inside the agent's time; a contact in hand may outlast it. */
  readonly isOn: Uint8Array;
  /** When an agent came to the list it is in. */
  readonly freeSince: Float64Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly listOf: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly busy: Int32Array;
  private readonly inHand: Int32Array;
  private readonly atWork: Int32Array;
  private readonly settledAt: Float64Array;
  /** Interval the clock is in, as a place of the tallies. */
  place = 0;

  constructor(
    private readonly classes: readonly AgentClass[],
    private readonly tallies: Tallies,
    private readonly size: { readonly agents: number; readonly slots: number },
  ) {
    const integers = (length: number) => new Int32Array(length);
    const lists = classes.length * size.slots;
    [this.load, this.classOf, this.next] = [integers(size.agents), integers(size.agents), integers(size.agents)];
    [this.before, this.listOf] = [integers(size.agents), integers(size.agents)];
    [this.first, this.last] = [integers(lists), integers(lists)];
    [this.busy, this.inHand, this.atWork] = [
      integers(classes.length),
      integers(classes.length),
      integers(classes.length),
    ];
    this.isOn = new Uint8Array(size.agents);
    this.freeSince = new Float64Array(size.agents);
    this.settledAt = new Float64Array(classes.length);
  }

  clear(startsAt: number, place: number): void {
    for (const list of [this.first, this.last, this.listOf, this.classOf]) list.fill(-1);
    for (const count of [this.load, this.busy, this.inHand, this.atWork, this.isOn]) count.fill(0);
    this.settledAt.fill(startsAt);
    this.place = place;
  }

  /** The agent of the class with the fewest contacts in hand, among those the one longest so; -1 = all are full. */
  firstFree(classIndex: number): number {
    const base = classIndex * this.size.slots;
    const { concurrency } = this.classes[classIndex]!;
    for (let level = 0; level < concurrency; level++) {
      const agent = this.first[base + level]!;
      if (agent >= 0) return agent;
    }
    return -1;
  }

  /** One more contact in the agent's hands. */
  take(agent: number, at: number): void {
    const classIndex = this.classOf[agent]!;
    this.settle(classIndex, at);
    if (this.listOf[agent]! >= 0) this.delist(agent);
    if (this.load[agent]!++ === 0) {
      this.busy[classIndex]!++;
      // Past the end of the time, staying on for a contact that waits.
      if (this.isOn[agent] === 0) this.atWork[classIndex]!++;
    }
    this.inHand[classIndex]!++;
    this.enlist(agent, at);
  }

  /** One contact fewer. An agent whose time has ended goes when none is left. */
  release(agent: number, at: number): void {
    const classIndex = this.classOf[agent]!;
    this.settle(classIndex, at);
    if (this.listOf[agent]! >= 0) this.delist(agent);
    this.inHand[classIndex]!--;
    if (--this.load[agent]! === 0) {
      this.busy[classIndex]!--;
      if (this.isOn[agent] === 0) this.atWork[classIndex]!--;
    }
    this.enlist(agent, at);
  }

  /** The agent's time begins, or goes on in another class. */
  begin(agent: number, classIndex: number, at: number): void {
    const old = this.classOf[agent]!;
    const present = this.isOn[agent] === 1 || this.load[agent]! > 0;
    if (present) this.move(agent, old, -1, at);
    this.classOf[agent] = classIndex;
    this.isOn[agent] = 1;
    this.move(agent, classIndex, 1, at);
    this.enlist(agent, at);
  }

  /** The agent's time ends; contacts in hand are finished. */
  end(agent: number, at: number): void {
    const classIndex = this.classOf[agent]!;
    if (this.listOf[agent]! >= 0) this.delist(agent);
    this.isOn[agent] = 0;
    this.settle(classIndex, at);
    if (this.load[agent] === 0) this.atWork[classIndex]!--;
  }

  /** Ends the interval: all time up to its end is written down. */
  endInterval(at: number): void {
    for (let i = 0; i < this.classes.length; i++) this.settle(i, at);
    this.place += 1;
  }

  /** Takes the agent with all in hand out of a class (-1) or into it (+1). */
  private move(agent: number, classIndex: number, sign: 1 | -1, at: number): void {
    this.settle(classIndex, at);
    if (this.listOf[agent]! >= 0) this.delist(agent);
    this.atWork[classIndex]! += sign;
    this.inHand[classIndex]! += sign * this.load[agent]!;
    if (this.load[agent]! > 0) this.busy[classIndex]! += sign;
  }

  private settle(classIndex: number, at: number): void {
    const seconds = at - this.settledAt[classIndex]!;
    if (seconds <= 0) return;
    const row = (classIndex * this.tallies.places + this.place) * AGENT_WIDTH;
    const { agents } = this.tallies;
    agents[row + AGENT_FIELDS.busySeconds]! += seconds * this.busy[classIndex]!;
    agents[row + AGENT_FIELDS.slotSeconds]! += seconds * this.inHand[classIndex]!;
    agents[row + AGENT_FIELDS.workingSeconds]! += seconds * this.atWork[classIndex]!;
    this.settledAt[classIndex] = at;
  }

  private enlist(agent: number, at: number): void {
    const classIndex = this.classOf[agent]!;
    const level = this.load[agent]!;
    if (this.isOn[agent] === 0 || level >= this.classes[classIndex]!.concurrency) return;
    const list = classIndex * this.size.slots + level;
    const tail = this.last[list]!;
    if (tail >= 0) this.next[tail] = agent;
    else this.first[list] = agent;
    this.before[agent] = tail;
    this.next[agent] = -1;
    this.last[list] = agent;
    this.listOf[agent] = list;
    this.freeSince[agent] = at;
  }

  private delist(agent: number): void {
    const list = this.listOf[agent]!;
    const before = this.before[agent]!;
    const next = this.next[agent]!;
    if (before >= 0) this.next[before] = next;
    else this.first[list] = next;
    if (next >= 0) this.before[next] = before;
    else this.last[list] = before;
    this.listOf[agent] = -1;
  }
}
