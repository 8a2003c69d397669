import { asDate, asText } from '../../app/search-params.js';

/** What a link to the reports says. Neither = the first dashboard. */
export interface ReportsSearch {
  readonly dashboard?: string | undefined;
  /** Day whose report is open. */
  readonly day?: string | undefined;
}

export function reportsSearch(search: Record<string, unknown>): ReportsSearch {
  return { dashboard: asText(search['dashboard']), day: asDate(search['day']) };
}
