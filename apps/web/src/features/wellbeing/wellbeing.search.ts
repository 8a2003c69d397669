import { asDate } from '../../app/search-params.js';

/** What a link to the page says. */
export interface WellbeingSearch {
  /** First day of the week; absent = this week. */
  readonly week?: string | undefined;
}

export const wellbeingSearch = (search: Record<string, unknown>): WellbeingSearch => ({ week: asDate(search['week']) });
