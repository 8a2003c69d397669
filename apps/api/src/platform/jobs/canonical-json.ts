import { createHash } from 'node:crypto';
import type { JsonValue } from './job-definition.js';

/** The one spelling of a JSON value: keys sorted, no spaces. Refuses what JSON cannot hold (NaN, undefined in a list). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`number (${value}) must be finite to be stored; use null for missing`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
      .join(',')}}`;
  }
  throw new Error(`value (${typeof value}) must be JSON; convert it before`);
}

/** Hexadecimal SHA-256 of the canonical spelling: equal inputs have equal hashes whatever the order of their keys. */
export function inputSha256(input: JsonValue): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex');
}
