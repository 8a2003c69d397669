import { isLocalDate, isZone, resolveLocal, type Instant, type ZoneId } from '@yotei/time';
import type { Fault } from './fault.js';

type Fields = Readonly<Record<string, unknown>>;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
const CLOCK = /^(\d{1,2}):([0-5]\d)$/;
/** Characters of a wrong value that a message repeats. */
const LONGEST_SHOWN = 60;

/**
 * Reads one JSON object field by field and notes every fault with its path instead of stopping at the first. A field
 * never asked for is a fault too when `close` is called: it is a slip of the pen more often than not.
 */
export class JsonReader {
  private readonly asked = new Set<string>();
  private readonly fields: Fields;

  constructor(
    value: unknown,
    private readonly path: string,
    private readonly context: { readonly faults: Fault[]; zone: ZoneId },
  ) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) context.faults.push({ path: path || '(file)', message: 'must be an object { … }' });
    this.fields = isObject ? (value as Fields) : {};
  }

  /** From here on times without an offset are local to this zone. */
  useZone(zone: ZoneId): void {
    this.context.zone = zone;
  }

  text(key: string): string {
    return this.optionalText(key) ?? this.missing(key, 'a text', '');
  }

  optionalText(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'string') return value;
    return this.wrong(key, 'a text', undefined);
  }

  texts(key: string): string[] {
    return this.optionalTexts(key) ?? this.missing(key, 'a list of texts', []);
  }

  optionalTexts(key: string): string[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const isList = Array.isArray(value) && value.every((item): item is string => typeof item === 'string');
    return isList ? value : this.wrong(key, 'a list of texts', []);
  }

  number(key: string): number {
    return this.optionalNumber(key) ?? this.missing(key, 'a number', 0);
  }

  optionalNumber(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
    return this.wrong(key, 'a number', undefined);
  }

  numbers(key: string): number[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const isList = Array.isArray(value) && value.every((item): item is number => Number.isFinite(item));
    return isList ? value : this.wrong(key, 'a list of numbers', []);
  }

  flag(key: string): boolean {
    return this.optionalFlag(key) ?? this.missing(key, 'true or false', false);
  }

  optionalFlag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.wrong(key, 'true or false', undefined);
  }

  choice<T extends string>(key: string, choices: readonly T[]): T {
    return this.optionalChoice(key, choices) ?? this.missing(key, choices.join(' or '), choices[0]!);
  }

  optionalChoice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const value = this.raw(key);
    if (value === undefined || choices.includes(value as T)) return value as T | undefined;
    return this.wrong(key, choices.join(' or '), undefined);
  }

  /** A wall-clock minute of the day, written `09:30` (up to `48:00`) or as a number of minutes. */
  minuteOfDay(key: string): number {
    return this.optionalMinuteOfDay(key) ?? this.missing(key, 'a time of day such as 09:30', 0);
  }

  optionalMinuteOfDay(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const clock = typeof value === 'string' ? CLOCK.exec(value) : null;
    const minute = clock ? Number(clock[1]) * 60 + Number(clock[2]) : value;
    if (typeof minute === 'number' && Number.isInteger(minute) && minute >= 0 && minute <= 2880) return minute;
    return this.wrong(key, 'a time of day such as 09:30, at most 48:00', undefined);
  }

  date(key: string): string {
    return this.optionalDate(key) ?? this.missing(key, 'a date such as 2026-11-02', '');
  }

  /** A calendar date of the day it names, such as 2026-11-02. */
  optionalDate(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined || (typeof value === 'string' && isLocalDate(value))) return value;
    return this.wrong(key, 'a date such as 2026-11-02', undefined);
  }

  optionalZone(key: string): ZoneId | undefined {
    const value = this.raw(key);
    if (value === undefined || (typeof value === 'string' && isZone(value))) return value;
    return this.wrong(key, 'an IANA time zone such as Asia/Tokyo', undefined);
  }

  /** ISO-8601 with offset or `Z`; without one, wall-clock time of the zone, refused where it names no or two instants. */
  instant(key: string): Instant {
    return this.optionalInstant(key) ?? this.missing(key, 'a time such as 2026-11-02T09:00:00+09:00', 0);
  }

  optionalInstant(key: string): Instant | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const parts = typeof value === 'string' ? INSTANT.exec(value) : null;
    if (!parts || !isLocalDate(parts[1]!))
      return this.wrong(key, 'a time such as 2026-11-02T09:00:00+09:00', undefined);
    return parts[5] ? Date.parse(parts[0]) : this.localInstant(key, parts);
  }

  private localInstant(key: string, [, on, hours, minutes, seconds]: RegExpExecArray): Instant | undefined {
    const found = resolveLocal(on!, Number(hours) * 60 + Number(minutes), this.context.zone);
    if (found.kind === 'instant') return found.at + Number(seconds ?? 0) * 1000;
    const why = found.kind === 'ambiguous-local-time' ? 'exists twice' : 'does not exist';
    this.note(key, `${on}T${hours}:${minutes} ${why} in ${this.context.zone}; write it with its offset`);
    return undefined;
  }

  /** A list of objects, each read by `read`; an absent list is empty unless `required`. */
  list<T>(key: string, read: (item: JsonReader) => T, required = false): T[] {
    const value = this.raw(key);
    if (value === undefined) return required ? this.missing(key, 'a list', []) : [];
    if (!Array.isArray(value)) return this.wrong(key, 'a list', []);
    return value.map((item, i) => {
      const reader = new JsonReader(item, `${this.at(key)}[${i}]`, this.context);
      const result = read(reader);
      reader.close();
      return result;
    });
  }

  /** An object inside this one; absent counts as empty. */
  object(key: string): JsonReader {
    return new JsonReader(this.raw(key) ?? {}, this.at(key), this.context);
  }

  optionalList<T>(key: string, read: (item: JsonReader) => T): T[] | undefined {
    return this.raw(key) === undefined ? undefined : this.list(key, read);
  }

  /** A value handed on unread, such as rule parameters. */
  raw(key: string): unknown {
    this.asked.add(key);
    return this.fields[key] ?? undefined;
  }

  /** Notes every field that was not asked for. */
  close(): void {
    for (const key of Object.keys(this.fields)) {
      if (!this.asked.has(key)) this.note(key, `is not known here; known are ${[...this.asked].join(', ')}`);
    }
  }

  note(key: string, message: string): void {
    this.context.faults.push({ path: this.at(key), message });
  }

  private at(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }

  private missing<T>(key: string, expected: string, standIn: T): T {
    if (this.fields[key] === undefined || this.fields[key] === null) this.note(key, `is missing; expected ${expected}`);
    return standIn;
  }

  private wrong<T>(key: string, expected: string, standIn: T): T {
    this.note(key, `(${shown(this.fields[key])}) must be ${expected}`);
    return standIn;
  }
}

/** A value in a message: a list or an object can be as long as the file. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
