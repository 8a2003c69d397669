import { formatUtc, type Instant } from '@yotei/time';
import { rateCvOfBand, type CountBand } from '@yotei/scheduling/staffing';
import type { CsvRow } from '../io/csv-reader.js';
import { readInstant, readNumber, type InstantOptions } from '../io/quantities.js';
import type { RowReader } from '../io/row-reader.js';

export interface ForecastReadOptions extends InstantOptions {
  /** Mean handle time where the file has none. */
  readonly handleTime?: number;
  /** Relative standard deviation of the arrival rate where the file says nothing of it. */
  readonly rateCv?: number;
}

/** An interval of a forecast file. */
export interface ForecastInterval {
  readonly row: CsvRow;
  readonly queue: string;
  readonly startAt: Instant;
  readonly intervalSeconds: number;
  readonly startText: string;
  readonly endText: string;
  readonly contacts: number;
  readonly handleSeconds: number;
  /** The file's or the option's; NaN = not said. */
  readonly rateCv: number;
  readonly band: CountBand;
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
  const quantile = (column: string): number | undefined => row.number(column, { min: 0 });
  const band = {
    p05: quantile('contacts_p05'),
    p10: quantile('contacts_p10'),
    p90: quantile('contacts_p90'),
    p95: quantile('contacts_p95'),
  };
  // Quantiles know the interval; the option stands in where there are none.
  const hasBand = !Number.isNaN(rateCvOfBand(contacts ?? 0, band));
  const rateCv = row.number('rate_cv', { min: 0, max: 2 }) ?? (hasBand ? undefined : options.rateCv) ?? Number.NaN;
  if (start === undefined || end === undefined || contacts === undefined || handleSeconds === undefined) return null;
  if (end <= start) {
    row.report('end', 'is not after start');
    return null;
  }
  return {
    row: source,
    queue: row.text('queue') ?? '',
    startAt: start,
    intervalSeconds: (end - start) / 1000,
    startText: options.zone ? formatUtc(start) : source.cells['start']!,
    endText: options.zone ? formatUtc(end) : source.cells['end']!,
    contacts,
    handleSeconds,
    rateCv,
    band,
  };
}
