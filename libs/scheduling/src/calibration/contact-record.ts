import type { Instant } from '@yotei/time';

export const CONTACT_OUTCOMES = ['answered', 'abandoned'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** One contact of a log: when it joined the queue, how long it waited there, how it ended. */
export interface ContactRecord {
  /** When it joined the queue (or was answered, where nobody had to wait). */
  readonly arrivedAt: Instant;
  readonly outcome: ContactOutcome;
  /** Time in queue until answered or abandoned, 0 or more; absent = not recorded. */
  readonly waitSeconds?: number;
  /** Talk, hold and after-contact work of an answered contact, 0 or more; absent = not recorded. */
  readonly handleSeconds?: number;
  /** Who answered, any id; only used to tell agents apart, never part of a report. */
  readonly agent?: string;
}

function mustBeDuration(name: string, seconds: number | undefined): void {
  if (seconds === undefined || (Number.isFinite(seconds) && seconds >= 0)) return;
  throw new RangeError(`${name} (${seconds}) must be 0 or more; mend the log or leave the row out`);
}

/** Throws for a contact that cannot be: a negative or endless duration, an instant that is none. */
export function checkContact(contact: ContactRecord): void {
  const { arrivedAt, waitSeconds, handleSeconds } = contact;
  if (!Number.isFinite(arrivedAt)) throw new RangeError(`arrivedAt (${arrivedAt}) must be an instant in milliseconds`);
  mustBeDuration('waitSeconds', waitSeconds);
  mustBeDuration('handleSeconds', handleSeconds);
}
