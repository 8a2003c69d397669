import type { ExchangeDesk } from '@yotei/scheduling/exchanges';
import type { ScheduleRecord, StoredShift } from '../rosters/index.js';
import type { BookStamp } from './exchange-book-stamp.js';

/** A book with what it was made of. Nothing in it changes: news makes another one. */
export interface KeptBook {
  readonly stamp: BookStamp;
  readonly desk: ExchangeDesk;
  readonly shifts: ReadonlyMap<string, StoredShift>;
  /** Schedule by shift. */
  readonly homes: ReadonlyMap<string, string>;
}

/** Shifts kept over all books of this process; some 40 MB. */
const MOST_SHIFTS = 60_000;

/** The books asked for last, so that a crowd on one week reads it once. What is on the shelf is checked before it is used. */
export class BookShelf {
  private readonly kept = new Map<string, KeptBook>();

  get(key: string): KeptBook | undefined {
    return this.kept.get(key);
  }

  put(key: string, book: KeptBook): void {
    this.kept.delete(key);
    this.kept.set(key, book);
    let shifts = [...this.kept.values()].reduce((sum, one) => sum + one.shifts.size, 0);
    for (const [old, one] of this.kept) {
      if (shifts <= MOST_SHIFTS || old === key) return;
      this.kept.delete(old);
      shifts -= one.shifts.size;
    }
  }
}

/** Schedules in which the book lacks edits; null: the book rests on something else that changed. A newer book lacks none. */
export function behindOf({ stamp }: KeptBook, now: BookStamp): ScheduleRecord[] | null {
  if (stamp.base !== now.base || stamp.schedules.length !== now.schedules.length) return null;
  if (now.schedules.some(({ id }, i) => stamp.schedules[i]!.id !== id)) return null;
  return now.schedules.filter(({ version }, i) => stamp.schedules[i]!.version < version);
}
