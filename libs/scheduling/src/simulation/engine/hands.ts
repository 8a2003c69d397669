import type { CompiledCentre } from './compiled-centre.js';
import type { WaitingContact } from './waiting-line.js';

// Looked up once: globals are slow to reach in the inner loop where they are not the engine’s own (test sandboxes).
const { max } = Math;

/**
 * The contacts agents have in hand, by agent and slot. Handling seconds left are at the speed of an agent with one
 * contact; with more in hand all of an agent's contacts slow down alike.
 */
export class Hands {
  /** When the agent's next contact is done; NaN = nothing in hand. Older entries of the event list are stale. */
  readonly nextDoneAt: Float64Array;
  private readonly queue: Int32Array;
  private readonly left: Float64Array;
  private readonly lookedAt: Float64Array;
  private readonly arrivedAt: Float64Array;
  private readonly patienceLeft: Float64Array;
  private readonly answeredAfter: Float64Array;
  private readonly cell: Int32Array;
  private readonly slots: number;

  constructor(private readonly centre: CompiledCentre) {
    const { agentCount, slots } = centre;
    const places = agentCount * slots;
    this.slots = slots;
    this.nextDoneAt = new Float64Array(agentCount);
    this.lookedAt = new Float64Array(agentCount);
    this.queue = new Int32Array(places);
    this.cell = new Int32Array(places);
    [this.left, this.arrivedAt] = [new Float64Array(places), new Float64Array(places)];
    [this.patienceLeft, this.answeredAfter] = [new Float64Array(places), new Float64Array(places)];
  }

  clear(): void {
    this.nextDoneAt.fill(Number.NaN);
  }

  queueOf(agent: number, slot: number): number {
    return this.queue[agent * this.slots + slot]!;
  }

  /** The one contact of an agent who takes one at a time. */
  putOnly(agent: number, queue: number, doneAt: number): void {
    this.queue[agent * this.slots] = queue;
    this.nextDoneAt[agent] = doneAt;
  }

  /** Adds a contact to the `load` ones in hand. */
  put(agent: number, load: number, queue: number, handling: number): void {
    const place = agent * this.slots + load;
    this.queue[place] = queue;
    this.left[place] = handling;
  }

  /** What a contact put just now needs to know again should it be returned. */
  remember(agent: number, load: number, contact: WaitingContact, at: number): void {
    const place = agent * this.slots + load;
    this.arrivedAt[place] = contact.arrivedAt;
    this.patienceLeft[place] = contact.leavesAt - at;
    this.cell[place] = contact.cell;
    this.answeredAfter[place] = contact.answeredAfter < 0 ? at - contact.arrivedAt : contact.answeredAfter;
  }

  /** Brings what is left of the `load` contacts in hand up to date. */
  progress(agent: number, load: number, at: number, slowdown: number): void {
    const done = (at - this.lookedAt[agent]!) / (1 + slowdown * (load - 1));
    const base = agent * this.slots;
    for (let slot = 0; slot < load; slot++) this.left[base + slot]! -= done;
    this.lookedAt[agent] = at;
  }

  /** When the first of the `load` contacts in hand is done if nothing changes. */
  plan(agent: number, load: number, at: number, slowdown: number): number {
    if (load === 0) return (this.nextDoneAt[agent] = Number.NaN);
    const least = this.left[agent * this.slots + this.slotOfLeast(agent, load)]!;
    const doneAt = at + max(0, least) * (1 + slowdown * (load - 1));
    this.nextDoneAt[agent] = doneAt;
    return doneAt;
  }

  slotOfLeast(agent: number, load: number): number {
    const base = agent * this.slots;
    let best = 0;
    for (let slot = 1; slot < load; slot++) if (this.left[base + slot]! < this.left[base + best]!) best = slot;
    return best;
  }

  /** Takes the contact of a slot out of the `load` ones; the last moves into its place. */
  remove(agent: number, slot: number, load: number): void {
    const from = agent * this.slots + load - 1;
    const to = agent * this.slots + slot;
    this.queue[to] = this.queue[from]!;
    this.left[to] = this.left[from]!;
    this.arrivedAt[to] = this.arrivedAt[from]!;
    this.patienceLeft[to] = this.patienceLeft[from]!;
    this.answeredAfter[to] = this.answeredAfter[from]!;
    this.cell[to] = this.cell[from]!;
  }

  /** Fills `into` with the contact of a slot as it goes back to its queue, with the work still to do at speed 1. */
  readReturned(agent: number, slot: number, into: WaitingContact, options: { at: number; speed: number }): void {
    const place = agent * this.slots + slot;
    into.arrivedAt = this.arrivedAt[place]!;
    into.queuedAt = options.at;
    into.leavesAt = options.at + this.patienceLeft[place]!;
    into.cell = this.cell[place]!;
    into.answeredAfter = this.answeredAfter[place]!;
    into.work = max(0, this.left[place]!) * options.speed;
  }
}
