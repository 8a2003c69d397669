import { asText } from '../../../app/search-params.js';

export const ACCURACY_WEEKS = [4, 13] as const;
export type AccuracyWeeks = (typeof ACCURACY_WEEKS)[number];

/** What a link to the accuracy page says. */
export interface AccuracySearch {
  /** Absent = the table of all queues. */
  readonly queue?: string | undefined;
  readonly weeks?: AccuracyWeeks | undefined;
}

export function accuracySearch(search: Record<string, unknown>): AccuracySearch {
  return {
    queue: asText(search['queue']),
    weeks: ACCURACY_WEEKS.find((weeks) => weeks === Number(search['weeks'])),
  };
}
