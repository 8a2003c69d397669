import type { Instant } from '@yotei/time';

/** One event as a source tells it: the agent is in `state` (the source's word) from `at` on. */
export interface StateEvent {
  /** Place in the batch, from 0. */
  readonly index: number;
  /** Of the source's own; the same id is the same event however often it is sent. */
  readonly eventId: string;
  /** Our id of the agent, or what the source calls the agent. */
  readonly agent: string;
  readonly at: Instant;
  readonly state: string;
  /** Sent again with this mark, an event known already is replaced; without it the first telling stays. */
  readonly correction: boolean;
}

export type EventRejectCode =
  | 'missing-value'
  | 'too-long'
  | 'not-a-time'
  | 'in-future'
  | 'too-old'
  | 'unknown-agent'
  | 'event-id-reused'
  | 'not-an-object';

/** An event that was left out, and why. */
export interface EventReject {
  readonly index: number;
  readonly eventId: string | null;
  readonly code: EventRejectCode;
  readonly message: string;
}

export interface StateBatch {
  readonly kind: 'batch';
  readonly source: string;
  readonly events: readonly StateEvent[];
  readonly rejects: readonly EventReject[];
}

export interface MalformedBatch {
  readonly kind: 'malformed';
  readonly path: string;
  readonly message: string;
}

export interface ReadEventsOptions {
  readonly now: Instant;
  /** Events before it are not kept. */
  readonly oldest: Instant;
}

export const MOST_EVENTS_PER_BATCH = 1000;
/** A clock further ahead than this is broken rather than skewed. */
const FURTHEST_AHEAD_MILLIS = 3_600_000;
const LONGEST_TEXT = 200;
const SOURCE_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Reads a batch as it came over the wire: `{ source, events: [{ id, agent, at, state, correction? }] }`. `at` is ISO-8601
 * with Z or an offset, or epoch milliseconds; at most an hour ahead of `now`, not before `oldest`. An empty `events` is a
 * heartbeat. Bad events are told one by one and do not hold up the rest; a broken envelope refuses the whole.
 */
export function readStateEvents(body: unknown, { now, oldest }: ReadEventsOptions): StateBatch | MalformedBatch {
  if (!isObject(body)) return malformed('', 'must be an object with source and events');
  const { source, events = [] } = body;
  if (typeof source !== 'string' || !SOURCE_ID.test(source))
    return malformed('source', 'must have 1 to 40 of a-z, 0-9 and -, beginning with a letter or digit');
  if (!Array.isArray(events)) return malformed('events', 'must be a list');
  if (events.length > MOST_EVENTS_PER_BATCH)
    return malformed('events', `must have at most ${MOST_EVENTS_PER_BATCH} entries; send several batches`);
  const read = events.map((event: unknown, index) => readEvent(event, { index, now, oldest }));
  return {
    kind: 'batch',
    source,
    events: read.filter((one): one is StateEvent => !('code' in one)),
    rejects: read.filter((one): one is EventReject => 'code' in one),
  };
}

function readEvent(
  event: unknown,
  { index, now, oldest }: ReadEventsOptions & { readonly index: number },
): StateEvent | EventReject {
  if (!isObject(event)) return { index, eventId: null, code: 'not-an-object', message: 'must be an object' };
  const eventId = textOf(event['id']);
  const reject = (code: EventRejectCode, message: string): EventReject => ({ index, eventId, code, message });
  const agent = textOf(event['agent']);
  const state = textOf(event['state']);
  if (eventId === null) return reject('missing-value', 'id is missing');
  if (agent === null) return reject('missing-value', 'agent is missing');
  if (state === null) return reject('missing-value', 'state is missing');
  const long = Object.entries({ id: eventId, agent, state }).find(([, text]) => text.length > LONGEST_TEXT);
  if (long) return reject('too-long', `${long[0]} must have at most ${LONGEST_TEXT} letters`);
  const at = instantOf(event['at']);
  if (at === null) return reject('not-a-time', 'at must be ISO-8601 with Z or an offset, or epoch milliseconds');
  if (at > now + FURTHEST_AHEAD_MILLIS) return reject('in-future', 'at is more than an hour ahead');
  if (at < oldest) return reject('too-old', 'at is before the time states are kept for');
  return { index, eventId, agent, at, state, correction: event['correction'] === true };
}

function malformed(path: string, message: string): MalformedBatch {
  return { kind: 'malformed', path, message };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Trimmed text; numbers count as text, since many systems have numeric ids. Null when empty. NUL cannot be stored. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).replaceAll('\0', '').trim();
  return text === '' ? null : text;
}

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

function instantOf(value: unknown): Instant | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && Math.abs(value) < 8.64e15 ? value : null;
  if (typeof value !== 'string' || !WITH_OFFSET.test(value)) return null;
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}
