import { asDate, asText } from '../../app/search-params.js';

export const WEEK_COUNTS = [1, 4, 13, 52] as const;
export type WeekCount = (typeof WEEK_COUNTS)[number];

export const PERIODS = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Period = (typeof PERIODS)[number];

export const CUTS = ['ALL', 'QUEUE', 'CHANNEL', 'SITE', 'TEAM'] as const;
export type Cut = (typeof CUTS)[number];

/** Of the calendar, beside so many weeks. */
export const CALENDAR_SPANS = ['day', 'month', 'quarter', 'year'] as const;
export type CalendarSpan = (typeof CALENDAR_SPANS)[number];

/** What a link to the measures says. */
export interface MeasuresSearch {
  /** First day; absent = the last whole weeks. */
  readonly from?: string | undefined;
  readonly weeks?: WeekCount | undefined;
  /** A whole day, month, quarter or year instead of weeks: the one in which `from` lies. */
  readonly span?: CalendarSpan | undefined;
  /** Columns of the table. */
  readonly by?: Period | undefined;
  /** Rows of the table under each measure; absent = all together. */
  readonly cut?: Cut | undefined;
  /** Absent = all queues together. */
  readonly queue?: string | undefined;
  /** The measure that is open. */
  readonly kpi?: string | undefined;
}

export function measuresSearch(search: Record<string, unknown>): MeasuresSearch {
  return {
    from: asDate(search['from']),
    weeks: WEEK_COUNTS.find((count) => count === Number(search['weeks'])),
    span: CALENDAR_SPANS.find((span) => span === search['span']),
    by: PERIODS.find((period) => period === search['by']),
    cut: CUTS.find((cut) => cut === search['cut']),
    queue: asText(search['queue']),
    kpi: asText(search['kpi']),
  };
}
