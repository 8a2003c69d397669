/** What a contact carries while it waits. Filled in by the line for its first contact; one object, never allocated anew. */
export interface WaitingContact {
  arrivedAt: number;
  /** When it joined the line: at arrival, or when it was returned. */
  queuedAt: number;
  /** Handling seconds still to do at speed 1. */
  work: number;
  /** Leaves then. */
  leavesAt: number;
  /** Tally cell of its arrival. */
  cell: number;
  /** Wait after which it was answered once already and then returned; -1 = never. */
  answeredAfter: number;
}

/** Contacts of a queue in the order of arrival: a ring over flat arrays. Those who have left stay until looked at. */
export class WaitingLine {
  private arrivedAt = new Float64Array(64);
  private queuedAt = new Float64Array(64);
  private work = new Float64Array(64);
  private leavesAt = new Float64Array(64);
  private answeredAfter = new Float64Array(64);
  private cell = new Int32Array(64);
  private head = 0;
  size = 0;

  clear(): void {
    this.head = 0;
    this.size = 0;
  }

  get firstArrivedAt(): number {
    return this.arrivedAt[this.head]!;
  }

  get firstLeavesAt(): number {
    return this.leavesAt[this.head]!;
  }

  addLast(arrivedAt: number, work: number, leavesAt: number, cell: number): void {
    if (this.size === this.work.length) this.grow();
    const at = (this.head + this.size++) & (this.work.length - 1);
    this.arrivedAt[at] = arrivedAt;
    this.queuedAt[at] = arrivedAt;
    this.work[at] = work;
    this.leavesAt[at] = leavesAt;
    this.cell[at] = cell;
    this.answeredAfter[at] = -1;
  }

  addFirst(contact: WaitingContact): void {
    if (this.size === this.work.length) this.grow();
    this.head = (this.head - 1) & (this.work.length - 1);
    this.size++;
    this.put(this.head, contact);
  }

  /** Takes the first contact out and fills `into` with it. */
  takeFirst(into: WaitingContact): void {
    this.read(this.head, into);
    this.head = (this.head + 1) & (this.work.length - 1);
    this.size--;
  }

  /** Takes out those who have left by then, wherever they stand, and hands each on. */
  removeLeft(by: number, contact: WaitingContact, onLeft: () => void): void {
    const mask = this.work.length - 1;
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      this.read((this.head + i) & mask, contact);
      if (contact.leavesAt <= by) onLeft();
      else this.put((this.head + kept++) & mask, contact);
    }
    this.size = kept;
  }

  private read(at: number, into: WaitingContact): void {
    into.arrivedAt = this.arrivedAt[at]!;
    into.queuedAt = this.queuedAt[at]!;
    into.work = this.work[at]!;
    into.leavesAt = this.leavesAt[at]!;
    into.cell = this.cell[at]!;
    into.answeredAfter = this.answeredAfter[at]!;
  }

  private put(at: number, contact: WaitingContact): void {
    this.arrivedAt[at] = contact.arrivedAt;
    this.queuedAt[at] = contact.queuedAt;
    this.work[at] = contact.work;
    this.leavesAt[at] = contact.leavesAt;
    this.cell[at] = contact.cell;
    this.answeredAfter[at] = contact.answeredAfter;
  }

  private grow(): void {
    const capacity = this.work.length;
    const unrolled = (old: Float64Array) => {
      const larger = new Float64Array(capacity * 2);
      for (let i = 0; i < this.size; i++) larger[i] = old[(this.head + i) & (capacity - 1)]!;
      return larger;
    };
    this.arrivedAt = unrolled(this.arrivedAt);
    this.queuedAt = unrolled(this.queuedAt);
    this.work = unrolled(this.work);
    this.leavesAt = unrolled(this.leavesAt);
    this.answeredAfter = unrolled(this.answeredAfter);
    const cells = new Int32Array(capacity * 2);
    for (let i = 0; i < this.size; i++) cells[i] = this.cell[(this.head + i) & (capacity - 1)]!;
    this.cell = cells;
    this.head = 0;
  }
}
