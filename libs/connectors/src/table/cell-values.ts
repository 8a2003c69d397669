import { DAY_MILLIS, MINUTE_MILLIS, epochDay, isLocalDate, resolveLocal, type Instant } from '@yotei/time';
import type { ReadOptions, RejectCode } from '../import-source.js';

/** A cell's meaning, or why it has none. */
export type CellValue<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly code: RejectCode; readonly message: string };

const problem = (code: RejectCode, message: string): CellValue<never> => ({ kind: 'problem', code, message });

/** A number at least 0. A comma between groups of three digits is a separator: `1,234` is 1234. */
export function readNumber(text: string): CellValue<number> {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = Number(plain);
  if (!text || !Number.isFinite(value)) return problem('not-a-number', 'expected a number such as 42');
  return value < 0 ? problem('negative-number', 'expected a number that is not negative') : { kind: 'value', value };
}

const ISO_WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/i;
const LOCAL = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

function dateOf(parts: readonly [string, string, string], order: 'ymd' | 'mdy' | 'dmy'): string {
  const [a, b, c] = parts;
  const [year, month, day] = a.length === 4 ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function withOffset(found: RegExpExecArray): CellValue<Instant> {
  const [, on, hours, minutes, seconds, offset] = found as unknown as string[];
  if (!isLocalDate(on!)) return problem('not-a-time', `${on} is not a date of the calendar`);
  const sign = offset!.startsWith('-') ? -1 : 1;
  const digits = offset!.replace(/[^0-9]/g, '');
  const offsetMinutes = digits ? sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))) : 0;
  const local = epochDay(on!) * DAY_MILLIS + (Number(hours) * 60 + Number(minutes)) * MINUTE_MILLIS;
  return { kind: 'value', value: local + Number(seconds ?? 0) * 1000 - offsetMinutes * MINUTE_MILLIS };
}

/**
 * An instant: ISO-8601 with offset or Z, or a local time in the options' zone. A local time that does not exist, or
 * exists twice, is reported unless the options say which of the two is meant.
 */
export function readInstant(text: string, options: ReadOptions): CellValue<Instant> {
  const exact = ISO_WITH_OFFSET.exec(text);
  if (exact) return withOffset(exact);
  const local = LOCAL.exec(text);
  const hour = Number(local?.[4]);
  const minute = Number(local?.[5]);
  const isClock = hour < 24 && minute < 60 && Number(local?.[6] ?? 0) < 60;
  const order = options.dateOrder ?? 'ymd';
  if (!local || !isClock || (local[1]!.length !== 4 && order === 'ymd')) {
    return problem('not-a-time', 'expected a date and time such as 2026-11-04 09:00');
  }
  const on = dateOf([local[1]!, local[2]!, local[3]!], order);
  if (!isLocalDate(on)) return problem('not-a-time', `${on} is not a date of the calendar`);
  const found = resolveLocal(on, hour * 60 + minute, options.zone);
  const seconds = Number(local[6] ?? 0) * 1000;
  if (found.kind === 'instant') return { kind: 'value', value: found.at + seconds };
  if (found.kind === 'nonexistent-local-time') {
    return problem('nonexistent-local-time', `the clocks of ${options.zone} skip this time`);
  }
  if (options.ambiguous === 'earlier') return { kind: 'value', value: found.earlierAt + seconds };
  if (options.ambiguous === 'later') return { kind: 'value', value: found.laterAt + seconds };
  return problem('ambiguous-local-time', `the clocks of ${options.zone} show this time twice; say which is meant`);
}
