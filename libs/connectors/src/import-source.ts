import type { Instant, ZoneId } from '@yotei/time';

/** What happened in one interval of one queue. Counts are contacts; `handleSeconds` is the total, not the mean. */
export interface IntervalRecord {
  /** Number of the file's record it came from (the header is record 1), or of the first of several. */
  readonly record: number;
  /** Queue as the file names it; empty when the file has no such column and no default was given. */
  readonly queue: string;
  readonly startAt: Instant;
  readonly intervalMinutes: number;
  readonly offeredCount: number;
  readonly answeredCount?: number;
  readonly answeredWithinCount?: number;
  readonly abandonedCount?: number;
  readonly handleSeconds?: number;
  readonly abandonedWithinCount?: number;
  /** Left within 5 seconds. */
  readonly shortAbandonedCount?: number;
  /** Total wait of those answered. */
  readonly waitSeconds?: number;
  /** Waiting at the end of the interval. */
  readonly backlogCount?: number;
}

export type RejectCode =
  | 'missing-value'
  | 'not-a-number'
  | 'negative-number'
  | 'not-a-time'
  | 'nonexistent-local-time'
  | 'ambiguous-local-time'
  | 'not-on-interval'
  | 'more-than-offered'
  | 'broken-row';

/** A row that was left out, with the column and the reason. */
export interface Reject {
  readonly record: number;
  readonly column: string;
  readonly code: RejectCode;
  readonly raw: string;
  readonly message: string;
}

/** Field of a source -> column of the file. */
export type ColumnMap = Readonly<Record<string, string>>;

export interface SourceField {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly required: boolean;
  /** Header names that mean this field, lower case, without spaces, `_` or `-`. */
  readonly names: readonly string[];
}

export interface ReadOptions {
  readonly columnMap: ColumnMap;
  /** Zone of times without an offset. */
  readonly zone: ZoneId;
  /** What to do with a local time that exists twice; default `reject`. */
  readonly ambiguous?: 'reject' | 'earlier' | 'later';
  /** Order of the parts of a date such as 04/11/2026; ISO dates and 2026/11/4 need none. Default `ymd`. */
  readonly dateOrder?: 'ymd' | 'mdy' | 'dmy';
  /** Length of the file's intervals; contacts are gathered into intervals of this length. Minutes, divides 1440. */
  readonly intervalMinutes?: number;
  readonly defaultQueue?: string;
  /** Threshold for answeredWithinCount where single contacts are read; default 20 s. */
  readonly answerWithinSeconds?: number;
}

export type RowResult =
  | { readonly kind: 'record'; readonly record: IntervalRecord }
  | { readonly kind: 'reject'; readonly reject: Reject }
  /** Taken into account, but its interval is not complete before the end of the file. */
  | { readonly kind: 'gathered' };

/** Reads the rows of one file, in order. `value` gives a field's text, trimmed, or empty. */
export interface RowReader {
  readonly read: (value: (field: string) => string, record: number) => RowResult;
  readonly finish: () => Iterable<IntervalRecord>;
}

/** One kind of file that can be imported: one folder under `sources/`, one line in `catalogue.ts`. */
export interface ImportSource {
  /** Permanent, kebab-case: it is stored with each import. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly fields: readonly SourceField[];
  /** Whether rows are intervals of a fixed length that a preview can measure. */
  readonly hasIntervals: boolean;
  readonly reader: (options: ReadOptions) => RowReader;
}
