// Looked up once: globals are slow to reach in the inner loop where they are not the engine’s own (test sandboxes).
const { floor, max, min } = Math;

/** What is counted of the contacts that arrived in one interval; places in a row of {@link Tallies.contacts}. */
export const CONTACT_FIELDS = {
  offered: 0,
  answered: 1,
  answeredWithin: 2,
  abandoned: 3,
  abandonedWithin: 4,
  abandonedWithin5Seconds: 5,
  blocked: 6,
  waited: 7,
  answeredWaitSeconds: 8,
  abandonedWaitSeconds: 9,
  /** Time spent waiting inside the interval, whenever the contact arrived. */
  queueSeconds: 10,
} as const;
export const CONTACT_WIDTH = 11;

/** Time of a class of agents inside one interval. */
export const AGENT_FIELDS = { busySeconds: 0, slotSeconds: 1, workingSeconds: 2 } as const;
export const AGENT_WIDTH = 3;

const F = CONTACT_FIELDS;

/**
 * Counters of one replication by queue or class and place: place 0 is the warm-up, 1 the first interval, the last one
 * what comes after the horizon. A contact counts where it arrived; its cell is queue × places + place.
 */
export class Tallies {
  readonly places: number;
  readonly contacts: Float64Array;
  readonly agents: Float64Array;

  constructor(
    private readonly size: { readonly queues: number; readonly classes: number; readonly intervals: number },
    private readonly intervalSeconds: number,
  ) {
    this.places = size.intervals + 2;
    this.contacts = new Float64Array(size.queues * this.places * CONTACT_WIDTH);
    this.agents = new Float64Array(size.classes * this.places * AGENT_WIDTH);
  }

  clear(): void {
    this.contacts.fill(0);
    this.agents.fill(0);
  }

  cellOf(queue: number, place: number): number {
    return queue * this.places + place;
  }

  offer(cell: number): void {
    this.contacts[cell * CONTACT_WIDTH + F.offered]! += 1;
  }

  block(cell: number): void {
    this.contacts[cell * CONTACT_WIDTH + F.blocked]! += 1;
  }

  /** Has to wait, however it ends. */
  queueUp(cell: number): void {
    this.contacts[cell * CONTACT_WIDTH + F.waited]! += 1;
  }

  answer(cell: number, wait: number, threshold: number): void {
    const at = cell * CONTACT_WIDTH;
    const { contacts } = this;
    contacts[at + F.answered]! += 1;
    if (wait <= threshold) contacts[at + F.answeredWithin]! += 1;
    contacts[at + F.answeredWaitSeconds]! += wait;
  }

  /** Takes an answer back: the contact was returned to its queue and left there. */
  unanswer(cell: number, wait: number, threshold: number): void {
    const at = cell * CONTACT_WIDTH;
    const { contacts } = this;
    contacts[at + F.answered]! -= 1;
    if (wait <= threshold) contacts[at + F.answeredWithin]! -= 1;
    contacts[at + F.answeredWaitSeconds]! -= wait;
  }

  abandon(cell: number, wait: number, threshold: number): void {
    const at = cell * CONTACT_WIDTH;
    const { contacts } = this;
    contacts[at + F.abandoned]! += 1;
    if (wait <= threshold) contacts[at + F.abandonedWithin]! += 1;
    if (wait <= 5) contacts[at + F.abandonedWithin5Seconds]! += 1;
    contacts[at + F.abandonedWaitSeconds]! += wait;
  }

  /** Spreads a time in queue over the intervals it lies in. */
  addQueueTime(queue: number, from: number, to: number): void {
    const { contacts } = this;
    const first = queue * this.places * CONTACT_WIDTH + F.queueSeconds;
    let place = this.placeOf(from);
    let start = from;
    for (; place <= this.size.intervals; place++) {
      const end = min(to, place * this.intervalSeconds);
      contacts[first + place * CONTACT_WIDTH]! += end - start;
      if (end === to) return;
      start = end;
    }
  }

  /** The same for the time of one busy agent with one contact in hand. */
  addBusyTime(classIndex: number, from: number, to: number): void {
    const { agents } = this;
    const first = classIndex * this.places * AGENT_WIDTH;
    let place = this.placeOf(from);
    let start = from;
    for (; place <= this.size.intervals; place++) {
      const end = min(to, place * this.intervalSeconds);
      agents[first + place * AGENT_WIDTH + AGENT_FIELDS.busySeconds]! += end - start;
      agents[first + place * AGENT_WIDTH + AGENT_FIELDS.slotSeconds]! += end - start;
      if (end === to) return;
      start = end;
    }
  }

  private placeOf(at: number): number {
    return min(this.places - 1, max(0, floor(at / this.intervalSeconds) + 1));
  }
}
