import { asDate } from '../../../app/search-params.js';

/** What a link to the board says. */
export interface RosterSearch {
  /** First day of the week shown; this week unless given. */
  readonly week?: string | undefined;
}

export function rosterSearch(search: Record<string, unknown>): RosterSearch {
  return { week: asDate(search['week']) };
}
