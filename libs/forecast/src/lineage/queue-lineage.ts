import type { LocalDate } from '@yotei/time';

/**
 * Where a queue's contacts come from, when not from its own past:
 * `split` = a part of another queue was made this one; `moved` = a part of another queue's contacts came over on the
 * date (from phone to chat, say) to a queue that was there; `merged` = the other queue was joined into this one;
 * `like` = a new queue expected to behave as another does, which keeps its own contacts.
 */
export type LineageKind = 'split' | 'moved' | 'merged' | 'like';

/** One line of a queue's lineage. */
export interface QueueLineage {
  readonly queue: string;
  readonly kind: LineageKind;
  /** The queue whose past is used. */
  readonly from: string;
  /** Part of the other queue's contacts, above 0 (up to 1, for `like` up to 100); null = learned from the days since. */
  readonly share: number | null;
  /** First day on which it is so. */
  readonly sinceOn: LocalDate;
}

/** Days of a composed history that are estimated, by the queue they were taken from. */
export interface BorrowedSpan {
  readonly from: string;
  readonly kind: LineageKind | 'given-away';
  /** Mean share used. */
  readonly share: number;
  readonly shareLearned: boolean;
  /** Relative standard deviation of that share: it widens the bands. */
  readonly shareSpread: number;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly days: number;
}

/** Refuses lineage that cannot be, in one pass over all of it: the message names the line. */
export function checkLineage(lineage: readonly QueueLineage[]): void {
  for (const { queue, kind, from, share } of lineage) {
    const most = kind === 'like' ? 100 : 1;
    if (queue === from)
      throw new RangeError(`from (${from}) must be another queue than the queue itself; name the queue it came from`);
    if (share !== null && !(share > 0 && share <= most))
      throw new RangeError(`share (${share}) of ${queue} must lie above 0 and up to ${most}; 0.3 is three tenths`);
  }
}
