import { asDate, asOneOf, asText } from '../../../app/search-params.js';

export const HISTORY_STEPS = ['day', 'week', 'month'] as const;
export type HistoryStep = (typeof HISTORY_STEPS)[number];
export const HISTORY_WEEKS = [1, 4, 13, 52] as const;
export type HistoryWeeks = (typeof HISTORY_WEEKS)[number];

/** What a link to the history of adherence says. */
export interface HistorySearch {
  /** First day; absent: the last whole weeks. */
  readonly from?: string | undefined;
  readonly weeks?: HistoryWeeks | undefined;
  /** What a line of the table over time is; absent: months of a year, days of less. */
  readonly by?: HistoryStep | undefined;
  /** The team whose days and people stand there; absent: teams side by side. */
  readonly team?: string | undefined;
}

export function historySearch(search: Record<string, unknown>): HistorySearch {
  return {
    from: asDate(search['from']),
    weeks: HISTORY_WEEKS.find((count) => count === Number(search['weeks'])),
    by: asOneOf(search['by'], HISTORY_STEPS),
    team: asText(search['team']),
  };
}
