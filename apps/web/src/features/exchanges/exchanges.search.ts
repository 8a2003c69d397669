import { asDate, asOneOf, asText } from '../../app/search-params.js';

export const TABS = ['mine', 'offers', 'bids', 'inbox', 'policies'] as const;
export type ExchangeTab = (typeof TABS)[number];

export interface ExchangesSearch {
  readonly tab?: ExchangeTab | undefined;
  /** A shift of one's own to exchange, and a date of its week. */
  readonly shift?: string | undefined;
  readonly week?: string | undefined;
  /** The exchange a notice is about. */
  readonly exchange?: string | undefined;
}

export function exchangesSearch(search: Record<string, unknown>): ExchangesSearch {
  return {
    tab: asOneOf(search['tab'], TABS),
    shift: asText(search['shift']),
    week: asDate(search['week']),
    exchange: asText(search['exchange']),
  };
}
