import type { ZoneId } from '@yotei/time';
import type { ContactOutcome, ContactRecord } from '@yotei/scheduling/calibration';
import type { Ambiguous, Read } from './quantities.js';
import type { RowReader } from './row-reader.js';

/** What the codes of a file's outcome column mean; codes that stand nowhere are a problem of their row. */
export interface OutcomeCodes {
  readonly answered: ReadonlySet<string>;
  readonly abandoned: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
}

export interface ContactRowOptions {
  readonly zone: ZoneId;
  readonly ambiguous?: Ambiguous;
  readonly outcomes?: OutcomeCodes;
}

const MEANINGS = ['answered', 'abandoned', 'ignored'] as const;
const OWN_CODES: OutcomeCodes = {
  answered: new Set(['answered']),
  abandoned: new Set(['abandoned']),
  ignored: new Set(),
};

/** `answered=AGENT|TRANSFER,abandoned=HANG,ignored=TEST`: the codes of a log behind our words. */
export function readOutcomeCodes(text: string): Read<OutcomeCodes> {
  const codes = { answered: new Set<string>(), abandoned: new Set<string>(), ignored: new Set<string>() };
  for (const pair of text.split(',')) {
    const [meaning = '', list = '', ...more] = pair.split('=').map((part) => part.trim());
    const known = MEANINGS.find((word) => word === meaning);
    if (!known || list === '' || more.length > 0)
      return {
        kind: 'problem',
        message: `'${text}' is not an outcome map; expected for example answered=AGENT|TRANSFER,abandoned=HANG,ignored=TEST`,
      };
    for (const code of list.split('|')) codes[known].add(code.trim());
  }
  return { kind: 'value', value: codes };
}

/** The outcome by its column, else by what is filled in. */
function outcomeOf(reader: RowReader, codes: OutcomeCodes): ContactOutcome | 'ignored' | undefined {
  const code = reader.text('outcome');
  if (code !== undefined) {
    const found = MEANINGS.find((meaning) => codes[meaning].has(code));
    if (!found) reader.report('outcome', `'${code}' is not a known outcome; say what it means with --outcome`);
    return found;
  }
  const answered = reader.text('answered_at') !== undefined;
  const abandoned = reader.text('abandoned_at') !== undefined;
  if (answered && abandoned) {
    reader.report('abandoned_at', 'the contact is answered and abandoned; keep one of the two');
    return undefined;
  }
  if (abandoned) return 'abandoned';
  if (answered || reader.text('handle_seconds') !== undefined) return 'answered';
  reader.report('outcome', 'neither answered nor abandoned; give outcome, answered_at, abandoned_at or handle_seconds');
  return undefined;
}

/** A year: what lasts longer is a mistake of the log. */
const MOST_SECONDS = 31_622_400;

/** Seconds of a column, or between two instants of the row. */
function secondsOf(
  reader: RowReader,
  options: ContactRowOptions,
  from: { column: string; startAt: number | undefined; endColumn: string },
): number | undefined {
  const given = reader.number(from.column, { min: 0, max: MOST_SECONDS });
  if (given !== undefined || reader.text(from.column) !== undefined) return given;
  const endAt = reader.instant(from.endColumn, options);
  if (endAt === undefined || from.startAt === undefined) return undefined;
  if (endAt < from.startAt) {
    reader.report(from.endColumn, `lies ${(from.startAt - endAt) / 1000} s before its beginning`);
    return undefined;
  }
  return (endAt - from.startAt) / 1000;
}

/**
 * One row of a log as a contact; null when it is ignored or cannot be read, in which case the reader's problems say
 * why. `handle_seconds` of an abandoned contact is no work of an agent and is not read.
 */
export function contactOfRow(reader: RowReader, options: ContactRowOptions): ContactRecord | null {
  const outcome = outcomeOf(reader, options.outcomes ?? OWN_CODES);
  if (outcome === 'ignored') return null;
  const arrivedAt = reader.instant('arrived_at', options);
  if (arrivedAt === undefined && reader.text('arrived_at') === undefined)
    reader.report('arrived_at', 'missing value; expected an ISO-8601 date-time');
  if (arrivedAt === undefined || outcome === undefined) return null;
  const endColumn = outcome === 'answered' ? 'answered_at' : 'abandoned_at';
  const waitSeconds = secondsOf(reader, options, { column: 'wait_seconds', startAt: arrivedAt, endColumn });
  if (outcome === 'abandoned') return { arrivedAt, outcome, waitSeconds };
  const answeredAt =
    reader.instant('answered_at', options) ?? (waitSeconds === undefined ? undefined : arrivedAt + waitSeconds * 1000);
  const handleSeconds = secondsOf(reader, options, {
    column: 'handle_seconds',
    startAt: answeredAt,
    endColumn: 'ended_at',
  });
  return { arrivedAt, outcome, waitSeconds, handleSeconds, agent: reader.text('agent') };
}
