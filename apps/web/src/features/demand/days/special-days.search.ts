import { asDate, asOneOf, asText } from '../../../app/search-params.js';

export type DaysView = 'calendar' | 'unusual';

/** What a link to the special days says. */
export interface SpecialDaysSearch {
  readonly queue?: string | undefined;
  readonly from?: string | undefined;
  readonly site?: string | undefined;
  readonly year?: string | undefined;
  readonly view?: DaysView | undefined;
  /** Unusual history of all queues instead of one. */
  readonly all?: boolean | undefined;
}

export function specialDaysSearch(search: Record<string, unknown>): SpecialDaysSearch {
  const year = asText(String(search['year'] ?? ''));
  return {
    queue: asText(search['queue']),
    from: asDate(search['from']),
    site: asText(search['site']),
    year: year && /^(19|20)\d{2}$/.test(year) ? year : undefined,
    view: asOneOf(search['view'], ['calendar', 'unusual']),
    all: search['all'] === true ? true : undefined,
  };
}
