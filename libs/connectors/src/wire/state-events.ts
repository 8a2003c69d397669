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

export interface EventReject extends EntryReject<EventRejectCode> {
  readonly eventId: string | null;
}

export interface StateBatch {
  readonly kind: 'batch';
  readonly source: string;
  readonly events: readonly StateEvent[];
  readonly rejects: readonly EventReject[];
}

export interface ReadEventsOptions {
  readonly now: Instant;
  /** Events before it are not kept. */
  readonly oldest: Instant;
}

/**
 * Reads a batch as it came over the wire: `{ source, events: [{ id, agent, at, state, correction? }] }`. `at` is ISO-8601
 * with Z or an offset, or epoch milliseconds; at most an hour ahead of `now`, not before `oldest`. An empty `events` is a
 * heartbeat. Bad events are told one by one and do not hold up the rest; a broken envelope refuses the whole.
 */
export function readStateEvents(body: unknown, options: ReadEventsOptions): StateBatch | MalformedBatch {
  const envelope = readEnvelope(body, 'events');
  if (envelope.kind === 'malformed') return envelope;
  const read = envelope.entries.map((entry, index) => readEvent(entry, index, options));
  return {
    kind: 'batch',
    source: envelope.source,
    events: read.filter((one): one is StateEvent => !('code' in one)),
    rejects: read.filter((one): one is EventReject => 'code' in one),
  };
}

function readEvent(entry: unknown, index: number, { now, oldest }: ReadEventsOptions): StateEvent | EventReject {
  if (!isObject(entry)) return { index, eventId: null, code: 'not-an-object', message: 'must be an object' };
  const eventId = textOf(entry['id']);
  const reject = (code: EventRejectCode, message: string): EventReject => ({ index, eventId, code, message });
  const agent = textOf(entry['agent']);
  const state = textOf(entry['state']);
  if (eventId === null) return reject('missing-value', 'id is missing');
  if (agent === null) return reject('missing-value', 'agent is missing');
  if (state === null) return reject('missing-value', 'state is missing');
  const long = Object.entries({ id: eventId, agent, state }).find(([, text]) => text.length > LONGEST_TEXT);
  if (long) return reject('too-long', `${long[0]} must have at most ${LONGEST_TEXT} letters`);
  const at = instantOf(entry['at']);
  if (at === null) return reject('not-a-time', 'at must be ISO-8601 with Z or an offset, or epoch milliseconds');
  if (at > now + FURTHEST_AHEAD_MILLIS) return reject('in-future', 'at is more than an hour ahead');
  if (at < oldest) return reject('too-old', 'at is before the time states are kept for');
  return { index, eventId, agent, at, state, correction: entry['correction'] === true };
}
