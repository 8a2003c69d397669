import type { HistoryDay, QueueHistory } from '../queue-history.js';

/** Two in three given shares lie within this of the truth (relative standard deviation). */
export const GIVEN_SHARE_SPREAD = 0.1;
/** The same for a queue that is only expected to be like another. */
export const GIVEN_LIKE_SPREAD = 0.25;
/** Contacts of evidence with which an interval's share is drawn to that of the whole day. */
const SLOT_EVIDENCE = 60;
/** Relative standard deviation of a day's share about the mean share. */
const DAY_SPREAD = 0.1;

/** A share by interval of the day, and how sure the whole of it is. */
export interface LearnedShare {
  /** By wall-clock slot as the histories' days have them; the last value stands for longer days. */
  readonly bySlot: Float64Array;
  readonly mean: number;
  /** Relative standard deviation. */
  readonly spread: number;
}

/**
 * The part one queue's days have of another's, on the days both have. `of` says what the other's contacts would have
 * been: its own alone (`like`), or both together (a part that was split off). By time of day, drawn to the whole day's
 * share where contacts are few. Null without a common day.
 */
export function learnShare(own: QueueHistory, other: QueueHistory, of: 'other' | 'both'): LearnedShare | null {
  const others = new Map(other.days.map((day) => [day.on, day]));
  const pairs = own.days
    .map((day) => ({ mine: day, theirs: others.get(day.on) }))
    .filter((pair): pair is { mine: HistoryDay; theirs: HistoryDay } => pair.theirs !== undefined);
  const slots = Math.max(0, ...pairs.map(({ mine }) => mine.contacts.length));
  const part = new Float64Array(slots);
  const whole = new Float64Array(slots);
  let days = 0;
  for (const { mine, theirs } of pairs) {
    let seen = false;
    mine.contacts.forEach((value, slot) => {
      const their = theirs.contacts[slot] ?? Number.NaN;
      if (Number.isNaN(value) && Number.isNaN(their)) return;
      part[slot]! += value || 0;
      whole[slot]! += (their || 0) + (of === 'both' ? value || 0 : 0);
      seen = true;
    });
    if (seen) days++;
  }
  const total = sum(whole);
  if (days === 0 || total === 0 || sum(part) === 0) return null;
  const mean = sum(part) / total;
  const evidence = SLOT_EVIDENCE;
  return {
    mean,
    bySlot: part.map((value, slot) => (value + evidence * mean) / (whole[slot]! + evidence)),
    spread: Math.sqrt(1 / sum(part) + DAY_SPREAD ** 2 / days),
  };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
