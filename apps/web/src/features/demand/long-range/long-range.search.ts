import { asOneOf, asText } from '../../../app/search-params.js';

export const LONG_RANGE_VIEWS = ['chart', 'parts', 'table'] as const;
export type LongRangeShape = (typeof LONG_RANGE_VIEWS)[number];

/** What a link to the page of the far future says; without a queue it is the last one, `all` is all of them. */
export interface LongRangeSearch {
  readonly queue?: string | undefined;
  readonly all?: boolean | undefined;
  readonly shape?: LongRangeShape | undefined;
}

export function longRangeSearch(search: Record<string, unknown>): LongRangeSearch {
  return {
    queue: asText(search['queue']),
    all: search['all'] === true ? true : undefined,
    shape: asOneOf(search['shape'], LONG_RANGE_VIEWS),
  };
}
