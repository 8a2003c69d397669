import { modifiedOfferedLoad, type LoadStart } from '@yotei/scheduling/staffing';
import { formatUtc, type Instant } from '@yotei/time';
import type { CsvRow } from '../io/csv-reader.js';
import { readInstant, readNumber, type InstantOptions } from '../io/quantities.js';
import type { RowReader } from '../io/row-reader.js';
import { quantileAt, QUANTILE_COLUMNS } from './forecast-quantile.js';

export interface ForecastReadOptions extends InstantOptions {
  /** Mean handle time where the file has none. */
  readonly handleTime?: number;
  /** Staff the quantile of the forecast instead of the forecast. */
  readonly risk?: number;
}

/** An interval of a forecast file. */
export interface ForecastInterval {
  readonly row: CsvRow;
  readonly queue: string;
  readonly startAt: Instant;
  readonly intervalSeconds: number;
  readonly startText: string;
  readonly endText: string;
  /** What is staffed: the forecast, or its quantile with `--risk`. */
  readonly contacts: number;
  readonly handleSeconds: number;
}

/** One row; null when something is wrong with it, which is then among the reader's problems. */
export function forecastIntervalOf(
  row: RowReader,
  options: ForecastReadOptions,
  source: CsvRow,
): ForecastInterval | null {
  const start = row.required('start', 'an ISO-8601 date-time', (text) => readInstant(text, options));
  const end = row.required('end', 'an ISO-8601 date-time', (text) => readInstant(text, options));
  const contacts = row.required('contacts', 'a number', (text) => readNumber(text, { min: 0 }));
  const handleSeconds = row.number('handle_seconds', { min: 0 }) ?? options.handleTime;
  if (handleSeconds === undefined && row.text('handle_seconds') === undefined)
    row.report('handle_seconds', 'missing value; or give --handle-time');
  if (start === undefined || end === undefined || contacts === undefined || handleSeconds === undefined) return null;
  if (end <= start) {
    row.report('end', 'is not after start');
    return null;
  }
  const staffedContacts =
    options.risk === undefined
      ? contacts
      : quantileAt(options.risk, contacts, (column) => row.number(column, { min: 0 }));
  if (staffedContacts === null)
    row.report(
      QUANTILE_COLUMNS[0]!.column,
      `missing value; --risk needs ${QUANTILE_COLUMNS.map(({ column }) => column).join(', ')}`,
    );
  return {
    row: source,
    queue: row.text('queue') ?? '',
    startAt: start,
    intervalSeconds: (end - start) / 1000,
    startText: options.zone ? formatUtc(start) : source.cells['start']!,
    endText: options.zone ? formatUtc(end) : source.cells['end']!,
    contacts: staffedContacts ?? contacts,
    handleSeconds,
  };
}

/**
 * The contacts that keep each interval's agents as busy as those still in hand do, one queue's intervals in any
 * order. A pause between two intervals counts as time in which nothing arrives.
 */
export function withContactsInHand(
  intervals: readonly ForecastInterval[],
  start: LoadStart,
): readonly ForecastInterval[] {
  const ordered = [...intervals].sort((a, b) => a.startAt - b.startAt);
  const arrivals = ordered.flatMap((interval, index) => {
    const before = ordered[index - 1];
    const pause = before ? (interval.startAt - before.startAt) / 1000 - before.intervalSeconds : 0;
    if (!before || pause <= 0) return [{ interval, ...interval }];
    return [
      { interval: null, contacts: 0, handleSeconds: before.handleSeconds, intervalSeconds: pause },
      { interval, ...interval },
    ];
  });
  const loads = modifiedOfferedLoad(arrivals, start);
  const carried = new Map<ForecastInterval, ForecastInterval>();
  arrivals.forEach(({ interval }, index) => {
    if (!interval || interval.handleSeconds === 0) return;
    const contacts = (loads[index]!.meanErlangs * interval.intervalSeconds) / interval.handleSeconds;
    carried.set(interval, { ...interval, contacts });
  });
  return intervals.map((interval) => carried.get(interval) ?? interval);
}
