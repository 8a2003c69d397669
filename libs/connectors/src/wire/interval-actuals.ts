import type { Instant } from '@yotei/time';
import {
  FURTHEST_AHEAD_MILLIS,
  instantOf,
  isObject,
  LONGEST_TEXT,
  readEnvelope,
  textOf,
  type EntryReject,
  type MalformedBatch,
} from './wire-values.js';

/** What came in during one interval of one queue so far, as a source tells it. Counts are contacts. */
export interface IntervalActual {
  readonly index: number;
  /** Our id of the queue, or its name. */
  readonly queue: string;
  readonly startAt: Instant;
  readonly offeredCount: number;
  readonly answeredCount: number | null;
  readonly answeredWithinCount: number | null;
  readonly abandonedCount: number | null;
  readonly shortAbandonedCount: number | null;
  /** Total of the interval, not the mean. */
  readonly handleSeconds: number | null;
  /** Contacts waiting at the end of the interval. */
  readonly backlogCount: number | null;
  /** Left within the threshold that `answeredWithinCount` is counted by. */
  readonly abandonedWithinCount: number | null;
  /** Total wait of those answered. */
  readonly waitSeconds: number | null;
}

export type ActualRejectCode =
  | 'missing-value'
  | 'too-long'
  | 'not-a-time'
  | 'in-future'
  | 'too-old'
  | 'not-a-number'
  | 'unknown-queue'
  | 'not-on-interval'
  | 'not-an-object';

export type ActualReject = EntryReject<ActualRejectCode>;

export interface ActualsBatch {
  readonly kind: 'batch';
  readonly source: string;
  readonly intervals: readonly IntervalActual[];
  readonly rejects: readonly ActualReject[];
}

/** Field on the wire -> ours; all but `offered` may be left out or null: not known. */
const COUNTS = {
  offered: 'offeredCount',
  answered: 'answeredCount',
  answeredWithin: 'answeredWithinCount',
  abandoned: 'abandonedCount',
  shortAbandoned: 'shortAbandonedCount',
  handleSeconds: 'handleSeconds',
  backlog: 'backlogCount',
  abandonedWithin: 'abandonedWithinCount',
  waitSeconds: 'waitSeconds',
} as const;

/**
 * Reads `{ source, intervals: [{ queue, startAt, offered, answered?, answeredWithin?, abandoned?, shortAbandoned?,
 * handleSeconds?, backlog?, abandonedWithin?, waitSeconds? }] }`. An interval is told as a whole: told again, it replaces what its source said before.
 * Numbers are finite and not negative. Bad intervals are told one by one; a broken envelope refuses the whole.
 */
export function readIntervalActuals(
  body: unknown,
  limits: { readonly now: Instant; readonly oldest: Instant },
): ActualsBatch | MalformedBatch {
  const envelope = readEnvelope(body, 'intervals');
  if (envelope.kind === 'malformed') return envelope;
  const read = envelope.entries.map((entry, index) => readActual(entry, index, limits));
  return {
    kind: 'batch',
    source: envelope.source,
    intervals: read.filter((one): one is IntervalActual => !('code' in one)),
    rejects: read.filter((one): one is ActualReject => 'code' in one),
  };
}

function readActual(
  entry: unknown,
  index: number,
  { now, oldest }: { readonly now: Instant; readonly oldest: Instant },
): IntervalActual | ActualReject {
  const reject = (code: ActualRejectCode, message: string): ActualReject => ({ index, code, message });
  if (!isObject(entry)) return reject('not-an-object', 'must be an object');
  const queue = textOf(entry['queue']);
  if (queue === null) return reject('missing-value', 'queue is missing');
  if (queue.length > LONGEST_TEXT) return reject('too-long', `queue must have at most ${LONGEST_TEXT} letters`);
  const startAt = instantOf(entry['startAt']);
  if (startAt === null)
    return reject('not-a-time', 'startAt must be ISO-8601 with Z or an offset, or epoch milliseconds');
  if (startAt > now + FURTHEST_AHEAD_MILLIS) return reject('in-future', 'startAt is more than an hour ahead');
  if (startAt < oldest) return reject('too-old', 'startAt is too long ago; import a file instead');
  if (entry['offered'] === undefined || entry['offered'] === null) return reject('missing-value', 'offered is missing');
  const wrong = Object.keys(COUNTS).find((field) => !isCount(entry[field]));
  if (wrong) return reject('not-a-number', `${wrong} must be a number of 0 or more`);
  const counts = Object.fromEntries(Object.entries(COUNTS).map(([field, name]) => [name, entry[field] ?? null]));
  return { index, queue, startAt, ...(counts as Omit<IntervalActual, 'index' | 'queue' | 'startAt'>) };
}

function isCount(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
}
