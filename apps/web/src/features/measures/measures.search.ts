import { asDate, asText } from '../../app/search-params.js';

export const WEEK_COUNTS = [1, 4, 13] as const;
export type WeekCount = (typeof WEEK_COUNTS)[number];

/** What a link to the measures says. */
export interface MeasuresSearch {
  /** First day; absent = the last whole weeks. */
  readonly from?: string | undefined;
  readonly weeks?: WeekCount | undefined;
  /** Absent = all queues together. */
  readonly queue?: string | undefined;
}

export function measuresSearch(search: Record<string, unknown>): MeasuresSearch {
  return {
    from: asDate(search['from']),
    weeks: WEEK_COUNTS.find((count) => count === Number(search['weeks'])),
    queue: asText(search['queue']),
  };
}
