import { asText } from '../../app/search-params.js';

export const CAPACITY_PARTS = ['grid', 'chart', 'hiring', 'terms', 'compare'] as const;
export type CapacityPart = (typeof CAPACITY_PARTS)[number];

/** What a link to a capacity plan says. */
export interface CapacitySearch {
  /** Absent = the plan saved last. */
  readonly plan?: string | undefined;
  /** Absent = the first group. */
  readonly group?: string | undefined;
  /** Absent = the chart. */
  readonly part?: CapacityPart | undefined;
  /** The plan it is compared with. */
  readonly with?: string | undefined;
}

export function capacitySearch(search: Record<string, unknown>): CapacitySearch {
  return {
    plan: asText(search['plan']),
    group: asText(search['group']),
    part: CAPACITY_PARTS.find((part) => part === search['part']),
    with: asText(search['with']),
  };
}
