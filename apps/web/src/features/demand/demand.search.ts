import { asDate, asOneOf, asText } from '../../app/search-params.js';

/** Days of each length that can be shown. This file is on every page's path: it imports nothing heavy. */
export const ZOOM_DAYS = { day: 1, week: 7, weeks4: 28, weeks8: 56 } as const;
export type Zoom = keyof typeof ZOOM_DAYS;
export const ZOOMS = Object.keys(ZOOM_DAYS) as readonly Zoom[];

/** What of the past is laid under the forecast. */
export const PASTS = ['none', 'month', 'year', 'mean4'] as const;
export type Past = (typeof PASTS)[number];

/** The chart, the grid to type into, or the table to read. */
export const DEMAND_VIEWS = ['chart', 'grid', 'table'] as const;
export type DemandViewKind = (typeof DEMAND_VIEWS)[number];
export const MEASURES = ['contacts', 'handle_seconds'] as const;

/** What a link to the demand page says. */
export interface DemandSearch {
  readonly queue?: string | undefined;
  readonly from?: string | undefined;
  readonly zoom?: Zoom | undefined;
  readonly view?: DemandViewKind | undefined;
  readonly measure?: (typeof MEASURES)[number] | undefined;
  readonly past?: Past | undefined;
}

export function demandSearch(search: Record<string, unknown>): DemandSearch {
  return {
    queue: asText(search['queue']),
    from: asDate(search['from']),
    zoom: asOneOf(search['zoom'], ZOOMS),
    view: asOneOf(search['view'], DEMAND_VIEWS),
    measure: asOneOf(search['measure'], MEASURES),
    past: asOneOf(search['past'], PASTS),
  };
}
