import type { Instant } from '@yotei/time';

/** A whole message that cannot be read, with the place that is wrong. */
export interface MalformedBatch {
  readonly kind: 'malformed';
  readonly path: string;
  readonly message: string;
}

/** An entry that was left out, and why. */
export interface EntryReject<Code extends string> {
  readonly index: number;
  readonly code: Code;
  readonly message: string;
}

export const MOST_ENTRIES_PER_BATCH = 1000;
/** A clock further ahead than this is broken rather than skewed. */
export const FURTHEST_AHEAD_MILLIS = 3_600_000;
export const LONGEST_TEXT = 200;

const SOURCE_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** `{ source, [list]: [...] }` with at most {@link MOST_ENTRIES_PER_BATCH} entries; a list left out is empty. */
export function readEnvelope(
  body: unknown,
  list: string,
): { readonly kind: 'envelope'; readonly source: string; readonly entries: readonly unknown[] } | MalformedBatch {
  if (!isObject(body)) return malformed('', `must be an object with source and ${list}`);
  const { source, [list]: entries = [] } = body;
  if (typeof source !== 'string' || !SOURCE_ID.test(source))
    return malformed('source', 'must have 1 to 40 of a-z, 0-9 and -, beginning with a letter or digit');
  if (!Array.isArray(entries)) return malformed(list, 'must be a list');
  if (entries.length > MOST_ENTRIES_PER_BATCH)
    return malformed(list, `must have at most ${MOST_ENTRIES_PER_BATCH} entries; send several batches`);
  return { kind: 'envelope', source, entries };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Trimmed text; numbers count as text, since many systems have numeric ids. Null when empty. NUL cannot be stored. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).replaceAll('\0', '').trim();
  return text === '' ? null : text;
}

/** ISO-8601 with Z or an offset, or epoch milliseconds; null for anything else. */
export function instantOf(value: unknown): Instant | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && Math.abs(value) < 8.64e15 ? value : null;
  if (typeof value !== 'string' || !WITH_OFFSET.test(value)) return null;
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}

function malformed(path: string, message: string): MalformedBatch {
  return { kind: 'malformed', path, message };
}
