import { formatLocal, localDateOf, type LocalDate } from '@yotei/time';
import type { ForecastDay, QueueForecast } from '@yotei/forecast';
import { significant, type Cell } from '../io/csv-writer.js';
import type { HistoryOptions } from './history-options.js';
import { startsOf } from './interval-starts.js';

/** Columns of a forecast file, in order; the contract of docs/cli/forecast.md. */
export const FORECAST_COLUMNS = [
  'queue',
  'start',
  'end',
  'contacts',
  'contacts_p05',
  'contacts_p10',
  'contacts_p90',
  'contacts_p95',
  'handle_seconds',
] as const;

const DIGITS = 6;

/** Where a row's figures stand. */
interface RowPlace {
  readonly queue: string;
  readonly day: ForecastDay;
  readonly index: number;
  readonly startAt: number;
  readonly endAt: number;
}

/** The open intervals of all queues in order of time, written one by one: a row's text is made when it is asked for. */
export class ForecastRows {
  private readonly places: readonly RowPlace[];

  constructor(
    forecasts: ReadonlyMap<string, Pick<QueueForecast, 'days'>>,
    private readonly options: Pick<HistoryOptions, 'zone' | 'interval'>,
  ) {
    this.places = [...forecasts]
      .flatMap(([queue, { days }]) => days.flatMap((day) => this.placesOf(queue, day)))
      .sort((a, b) => a.startAt - b.startAt);
  }

  get count(): number {
    return this.places.length;
  }

  *cells(): Generator<readonly Cell[]> {
    for (const place of this.places) yield this.cellsOf(place);
  }

  /** Rows by column name, with what the file has no column for. */
  documents(): Readonly<Record<string, Cell>>[] {
    return this.places.map((place) => {
      const { day, index } = place;
      const cells = this.cellsOf(place);
      return {
        ...Object.fromEntries(FORECAST_COLUMNS.map((column, at) => [column, cells[at]])),
        handle_standard_error_seconds: significant(day.handleStandardErrorSeconds?.[index] ?? Number.NaN, DIGITS),
      };
    });
  }

  /** Contacts of each queue and local day: the sum of its intervals, with the mean handle time of those contacts. */
  dayTotals(): Readonly<Record<string, Cell>>[] {
    const totals = new Map<string, { queue: string; on: LocalDate; contacts: number; seconds: number }>();
    for (const { queue, day, index, startAt } of this.places) {
      const on = localDateOf(startAt, this.options.zone);
      const key = `${on} ${queue}`;
      const total = totals.get(key) ?? { queue, on, contacts: 0, seconds: 0 };
      total.contacts += day.contacts[index]!;
      total.seconds += day.contacts[index]! * day.averageHandleSeconds[index]!;
      totals.set(key, total);
    }
    return [...totals.values()].map(({ queue, on, contacts, seconds }) => ({
      queue,
      on,
      contacts: significant(contacts, 2 * DIGITS),
      handle_seconds: contacts > 0 ? significant(seconds / contacts, DIGITS) : null,
    }));
  }

  private placesOf(queue: string, day: ForecastDay): RowPlace[] {
    const startOf = startsOf(day.on, this.options.zone, this.options.interval / 60);
    return [...day.contacts.keys()]
      .filter((index) => !Number.isNaN(day.contacts[index]!))
      .map((index) => ({ queue, day, index, startAt: startOf(index), endAt: startOf(index + 1) }));
  }

  private cellsOf({ queue, day, index, startAt, endAt }: RowPlace): Cell[] {
    const { zone } = this.options;
    const figures = [day.contacts, day.p05, day.p10, day.p90, day.p95, day.averageHandleSeconds];
    return [
      queue,
      formatLocal(startAt, zone),
      formatLocal(endAt, zone),
      ...figures.map((values) => significant(values[index]!, DIGITS)),
    ];
  }
}
