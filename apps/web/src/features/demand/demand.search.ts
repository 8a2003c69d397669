import { asDate, asOneOf, asText } from '../../app/search-params.js';
import type { Zoom } from './demand.model.js';

/** What a link to the demand page says. */
export interface DemandSearch {
  readonly queue?: string | undefined;
  readonly from?: string | undefined;
  readonly zoom?: Zoom | undefined;
  readonly view?: 'chart' | 'table' | undefined;
}

export function demandSearch(search: Record<string, unknown>): DemandSearch {
  return {
    queue: asText(search['queue']),
    from: asDate(search['from']),
    zoom: asOneOf(search['zoom'], ['day', 'week', 'weeks4']),
    view: asOneOf(search['view'], ['chart', 'table']),
  };
}
