import { isLocalDate, type Instant, type LocalDate } from '@yotei/time';
import {
  instantOf,
  isObject,
  LONGEST_TEXT,
  readEnvelope,
  textOf,
  type EntryReject,
  type MalformedBatch,
} from './wire-values.js';

/** A fact another system tells, of a queue, a team, a channel, or of everything. */
export interface WireFact {
  readonly index: number;
  readonly name: string;
  /** The local day; where only an instant is told, null. */
  readonly on: LocalDate | null;
  readonly startAt: Instant | null;
  readonly place: { readonly kind: 'queue' | 'team' | 'channel'; readonly word: string } | null;
  /** With a weight, the mean times it. */
  readonly value: number;
  readonly weight: number | null;
}

export type FactEntryRejectCode =
  | 'missing-value'
  | 'too-long'
  | 'not-a-date'
  | 'not-a-number'
  | 'several-places'
  | 'unknown-name'
  | 'unknown-place'
  | 'not-an-object';

export type FactEntryReject = EntryReject<FactEntryRejectCode>;

export interface FactsBatch {
  readonly kind: 'batch';
  readonly source: string;
  readonly facts: readonly WireFact[];
  readonly rejects: readonly FactEntryReject[];
}

const PLACES = ['queue', 'team', 'channel'] as const;

/**
 * Reads `{ source, facts: [{ name, on | startAt, queue? | team? | channel?, value, weight? }] }`. A mean comes with its
 * weight: of how many it is. Told again, a fact replaces what its source said before. Bad entries are told one by one; a
 * broken envelope refuses the whole.
 */
export function readMeasureFacts(body: unknown): FactsBatch | MalformedBatch {
  const envelope = readEnvelope(body, 'facts');
  if (envelope.kind === 'malformed') return envelope;
  const read = envelope.entries.map(readFact);
  return {
    kind: 'batch',
    source: envelope.source,
    facts: read.filter((one): one is WireFact => !('code' in one)),
    rejects: read.filter((one): one is FactEntryReject => 'code' in one),
  };
}

function readFact(entry: unknown, index: number): WireFact | FactEntryReject {
  const reject = (code: FactEntryRejectCode, message: string): FactEntryReject => ({ index, code, message });
  if (!isObject(entry)) return reject('not-an-object', 'must be an object');
  const name = textOf(entry['name']);
  if (name === null) return reject('missing-value', 'name is missing');
  const startAt = entry['startAt'] === undefined ? null : instantOf(entry['startAt']);
  const on = typeof entry['on'] === 'string' && isLocalDate(entry['on']) ? entry['on'] : null;
  if (on === null && startAt === null)
    return reject('not-a-date', 'on must be a date 2026-11-04, or startAt an instant with Z or an offset');
  const places = PLACES.flatMap((kind) => {
    const word = textOf(entry[kind]);
    return word === null ? [] : [{ kind, word }];
  });
  if (places.length > 1) return reject('several-places', 'a fact is of a queue, a team or a channel');
  if (name.length > LONGEST_TEXT || (places[0]?.word.length ?? 0) > LONGEST_TEXT)
    return reject('too-long', `at most ${LONGEST_TEXT} letters`);
  const { value, weight = null } = entry;
  if (typeof value !== 'number' || !Number.isFinite(value)) return reject('not-a-number', 'value must be a number');
  if (weight !== null && (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0))
    return reject('not-a-number', 'weight must be a number of 0 or more');
  return {
    index,
    name,
    on,
    startAt,
    place: places[0] ?? null,
    value: weight === null ? value : value * weight,
    weight,
  };
}
