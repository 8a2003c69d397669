import {
  DAY_MILLIS,
  MINUTE_MILLIS,
  epochDay,
  isLocalDate,
  resolveLocal,
  startOfLocalDay,
  type Instant,
  type ZoneId,
} from '@yotei/time';

/** A value read, or why the text is not one. */
export type Read<T> =
  { readonly kind: 'value'; readonly value: T } | { readonly kind: 'problem'; readonly message: string };

const value = <T>(read: T): Read<T> => ({ kind: 'value', value: read });
const problem = (message: string): Read<never> => ({ kind: 'problem', message });

const SECONDS_OF: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of `30m`, `20s`, `2h`, `7d`, `4w` or plain seconds; none negative, and none 0 where `positive`. */
export function readDuration(text: string, { positive = false }: { positive?: boolean } = {}): Read<number> {
  const parts = /^(\d+(?:\.\d+)?)\s*([smhdw]?)$/.exec(text.trim());
  if (!parts) return problem(`'${text}' is not a duration; expected for example 30m, 20s, 2h, 7d, 4w or seconds`);
  const seconds = Number(parts[1]) * SECONDS_OF[parts[2] || 's']!;
  return positive && seconds === 0 ? problem(`'${text}' is not above 0`) : value(seconds);
}

export interface NumberRange {
  readonly min?: number;
  /** The number must be greater than this. */
  readonly above?: number;
  readonly max?: number;
  /** The number must be less than this. */
  readonly below?: number;
  readonly whole?: boolean;
  /** Whether the word Infinity is a value; default no. */
  readonly infinite?: boolean;
}

/** A plain decimal number within the range. `1,5` and `80%` are not guessed at. */
export function readNumber(text: string, range: NumberRange = {}): Read<number> {
  const { min = -Infinity, above = -Infinity, max = Infinity, below = Infinity } = range;
  const { whole = false, infinite = false } = range;
  const trimmed = text.trim();
  const number =
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) || trimmed === 'Infinity' ? Number(trimmed) : Number.NaN;
  if (Number.isNaN(number)) return problem(`'${text}' is not a number; expected for example 12.5`);
  if (Math.abs(number) === Infinity && !infinite) return problem(`${trimmed} is not a finite number`);
  if (number <= above) return problem(`${trimmed} is not above ${above}`);
  if (number < min) return problem(`${trimmed} is below ${min}`);
  if (number > max) return problem(`${trimmed} is above ${max}`);
  if (number >= below && below < Infinity) return problem(`${trimmed} is not below ${below}`);
  return whole && !Number.isInteger(number) ? problem(`${trimmed} is not a whole number`) : value(number);
}

/** `80/20`: at least 0.80 within 20 s. A share above 1 is percent, because nobody writes 0.8/20 %. */
export function readServiceGoal(
  text: string,
): Read<{ readonly serviceLevelFraction: number; readonly answerWithinSeconds: number }> {
  const [share, within, ...more] = text.split('/');
  const level = readNumber(share ?? '', { min: 0, max: 100 });
  const threshold = readDuration(within ?? '');
  if (level.kind === 'problem' || threshold.kind === 'problem' || more.length > 0) {
    return problem(`'${text}' is not a goal; expected for example 80/20 (80 % answered within 20 s)`);
  }
  return value({
    serviceLevelFraction: level.value > 1 ? level.value / 100 : level.value,
    answerWithinSeconds: threshold.value,
  });
}

export type Ambiguous = 'earlier' | 'later';
export interface InstantOptions {
  /** Zone of times without an offset. */
  readonly zone?: ZoneId;
  /** Which of two to take on the night the clock goes back; absent = report. */
  readonly ambiguous?: Ambiguous;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Minutes of `Z`, `+09:00` or `-0330`. */
function offsetMinutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith('-') ? -minutes : minutes;
}

/**
 * An ISO-8601 date-time: with offset or Z as it stands, without one local to the zone. Seconds may be left out, a
 * bare date is its first instant. A local time that does not exist, or exists twice, is a problem, never a guess.
 */
export function readInstant(text: string, { zone, ambiguous }: InstantOptions = {}): Read<Instant> {
  const parts = INSTANT.exec(text.trim());
  if (!parts) return problem(`'${text}' is not a time; expected an ISO-8601 date-time such as 2026-11-04T09:00:00Z`);
  const [, on, hour = '00', minute = '00', second = '00', offset] = parts;
  const isOffset = !offset || offset === 'Z' || (Number(offset.slice(1, 3)) < 15 && Number(offset.slice(-2)) < 60);
  if (!isLocalDate(on!) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || !isOffset)
    return problem(`'${text}' is not on the calendar; expected for example 2026-11-04T09:00:00Z`);
  if (offset) {
    const local = epochDay(on!) * DAY_MILLIS + (Number(hour) * 60 + Number(minute)) * MINUTE_MILLIS;
    return value(local + Number(second) * 1000 - offsetMinutesOf(offset) * MINUTE_MILLIS);
  }
  if (!zone) return problem(`'${text}' has no offset; write one or give --zone`);
  const found = resolveLocal(on!, Number(hour) * 60 + Number(minute), zone);
  // A date by itself is a day, and each day has a beginning, whatever the clock does at midnight.
  if (found.kind !== 'instant' && parts[2] === undefined) return value(startOfLocalDay(on!, zone));
  if (found.kind === 'nonexistent-local-time')
    return problem(
      `'${text}' does not exist in ${zone}: the clock goes forward then; correct it, write an offset, or give --skip-bad-rows`,
    );
  const after = Number(second) * 1000;
  if (found.kind === 'instant') return value(found.at + after);
  if (!ambiguous)
    return problem(
      `'${text}' exists twice in ${zone}: the clock goes back then; write an offset or give --ambiguous earlier|later`,
    );
  return value((ambiguous === 'earlier' ? found.earlierAt : found.laterAt) + after);
}

/** `start=local_time,contacts=calls` as a table from our column to the file's. */
export function readColumnMap(text: string): Read<Readonly<Record<string, string>>> {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  if (pairs.some((pair) => pair.length !== 2 || pair.some((part) => part === ''))) {
    return problem(`'${text}' is not a column map; expected for example start=local_time,contacts=calls`);
  }
  return value(Object.fromEntries(pairs as [string, string][]));
}
