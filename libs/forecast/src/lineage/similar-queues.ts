import { weekdayOf } from '@yotei/time';
import type { QueueHistory } from '../queue-history.js';

/** A queue whose week looks like another's. */
export interface SimilarQueue {
  readonly queue: string;
  /** Part of the contacts that lie in the same intervals of the week, 0..1, beside what chance alone moves. */
  readonly overlap: number;
  /** This queue's contacts over the other's, on the same weekdays. */
  readonly levelRatio: number;
}

/** Contacts come in bunches: variance over mean within a day's shape. */
const NOISE = 3;
const LEAST_CONTACTS = 30;

/**
 * Queues by the likeness of their weeks (weekday and time of day), the most alike first, judged on the weekdays the
 * young queue has. Its few contacts make any two shapes differ; that much is taken off. Empty with too few contacts.
 */
export function similarQueues(young: QueueHistory, others: ReadonlyMap<string, QueueHistory>): SimilarQueue[] {
  const mine = weekOf(young);
  const total = totalOf(mine);
  if (total < LEAST_CONTACTS) return [];
  const found: SimilarQueue[] = [];
  for (const [queue, history] of others) {
    if (history.stepMinutes !== young.stepMinutes) continue;
    const theirs = new Map([...weekOf(history)].filter(([weekday]) => mine.has(weekday)));
    const all = totalOf(theirs);
    if (all < LEAST_CONTACTS) continue;
    let apart = 0;
    let slots = 0;
    for (const [weekday, values] of mine) {
      const other = theirs.get(weekday);
      values.forEach((value, slot) => {
        const their = other?.[slot] ?? 0;
        apart += Math.abs(value / total - their / all) / 2;
        if (value + their > 0) slots++;
      });
    }
    const chance = 0.4 * Math.sqrt(NOISE * slots * (1 / total + 1 / all));
    found.push({ queue, overlap: Math.min(1, 1 - apart + chance), levelRatio: total / all });
  }
  return found.sort((a, b) => b.overlap - a.overlap || (a.queue < b.queue ? -1 : 1));
}

/** Mean contacts by weekday and interval, over the weekdays there are. */
function weekOf({ days }: QueueHistory): Map<number, Float64Array> {
  const sums = new Map<number, { values: Float64Array; days: number }>();
  for (const { on, contacts } of days) {
    const weekday = weekdayOf(on);
    const sum = sums.get(weekday) ?? { values: new Float64Array(contacts.length), days: 0 };
    contacts.forEach((value, slot) => {
      if (slot < sum.values.length) sum.values[slot]! += value || 0;
    });
    sums.set(weekday, { ...sum, days: sum.days + 1 });
  }
  return new Map(
    [...sums].map(([weekday, { values, days: count }]) => [weekday, values.map((value) => value / count)]),
  );
}

const totalOf = (week: ReadonlyMap<number, Float64Array>): number =>
  [...week.values()].reduce((sum, values) => sum + values.reduce((all, value) => all + value, 0), 0);
