import { formatLocal, MINUTE_MILLIS } from '@yotei/time';
import { breakDownWeeks, type CalendarEvent, type LongRangeWeek, type QueueHistory } from '@yotei/forecast';
import { csvLines, significant, type Cell } from '../../io/csv-writer.js';
import { startsOf } from '../interval-starts.js';

/** A queue's weeks, and the past whose shape they are given. */
export interface BrokenDownQueue {
  readonly queue: string;
  readonly history: QueueHistory;
  readonly weeks: readonly LongRangeWeek[];
  readonly events: readonly CalendarEvent[];
}

const COLUMNS = ['queue', 'start', 'end', 'contacts', 'handle_seconds'] as const;
const DIGITS = 6;

/** The open intervals of the weeks as CSV; those of a week add up to its contacts. */
export function intervalLines(queues: readonly BrokenDownQueue[]): Iterable<string> {
  return csvLines(COLUMNS, cellsOf(queues));
}

function* cellsOf(queues: readonly BrokenDownQueue[]): Iterable<readonly Cell[]> {
  for (const { queue, history, weeks, events } of queues) {
    const { zone, stepMinutes } = history;
    for (const [index, { on, contacts }] of breakDownWeeks(history, weeks, events).entries()) {
      const startOf = startsOf(on, zone, stepMinutes);
      const handleSeconds = significant(weeks[Math.floor(index / 7)]!.averageHandleSeconds, DIGITS);
      for (const [interval, value] of contacts.entries()) {
        if (Number.isNaN(value)) continue;
        const startAt = startOf(interval);
        const endAt = startAt + stepMinutes * MINUTE_MILLIS;
        yield [queue, formatLocal(startAt, zone), formatLocal(endAt, zone), significant(value, DIGITS), handleSeconds];
      }
    }
  }
}
