import type { CompiledCentre } from './compiled-centre.js';
import type { Tallies } from './tallies.js';
import { WaitingLine, type WaitingContact } from './waiting-line.js';

/** The waiting lines of all queues, and the counting of how each wait ended. */
export class Lines {
  /** The contact last taken out or looked at. */
  readonly contact: WaitingContact = {
    arrivedAt: 0,
    queuedAt: 0,
    work: 0,
    leavesAt: 0,
    cell: 0,
    answeredAfter: -1,
  };
  private readonly lines: readonly WaitingLine[];
  private readonly thresholds: Float64Array;

  constructor(
    centre: CompiledCentre,
    private readonly tallies: Tallies,
  ) {
    this.lines = centre.queues.map(() => new WaitingLine());
    this.thresholds = Float64Array.from(centre.queues, (queue) => queue.answerWithinSeconds);
  }

  clear(): void {
    for (const line of this.lines) line.clear();
  }

  of(queue: number): WaitingLine {
    return this.lines[queue]!;
  }

  /** Whether somebody still waits; those in front who have left are counted and go. */
  hasWaiting(queue: number, now: number): boolean {
    const line = this.lines[queue]!;
    while (line.size > 0 && line.firstLeavesAt <= now) {
      line.takeFirst(this.contact);
      this.countLeft(queue);
    }
    return line.size > 0;
  }

  /** Takes the first contact of a line that has one and counts its answer; the work it brings. */
  take(queue: number, now: number): number {
    const { contact, tallies } = this;
    this.lines[queue]!.takeFirst(contact);
    if (contact.answeredAfter < 0) tallies.answer(contact.cell, now - contact.arrivedAt, this.thresholds[queue]!);
    tallies.addQueueTime(queue, contact.queuedAt, now);
    return contact.work;
  }

  /** Counts and removes all who have left by now, wherever they stand. */
  clearLeft(queue: number, now: number): void {
    this.lines[queue]!.removeLeft(now, this.contact, () => this.countLeft(queue));
  }

  /** When nothing happens any more: who can leave does so, the others were waiting to the end of the horizon. */
  settle(endsAt: number): void {
    this.lines.forEach((line, queue) => {
      this.clearLeft(queue, Number.MAX_VALUE);
      while (line.size > 0) {
        line.takeFirst(this.contact);
        this.tallies.addQueueTime(queue, this.contact.queuedAt, endsAt);
      }
    });
  }

  /** Counts the contact just read as one that left. */
  private countLeft(queue: number): void {
    const { contact, tallies } = this;
    const threshold = this.thresholds[queue]!;
    if (contact.answeredAfter >= 0) tallies.unanswer(contact.cell, contact.answeredAfter, threshold);
    tallies.abandon(contact.cell, contact.leavesAt - contact.arrivedAt, threshold);
    tallies.addQueueTime(queue, contact.queuedAt, contact.leavesAt);
  }
}
