import { asDate, asText } from '../../app/search-params.js';

/** What a link to the requirement page says. */
export interface RequirementSearch {
  readonly week?: string | undefined;
  readonly day?: string | undefined;
  /** The interval whose calculation is open: queue and start in epoch milliseconds. */
  readonly queue?: string | undefined;
  readonly at?: number | undefined;
  /** What the cells show; absent = agents to roster. */
  readonly show?: 'chance' | undefined;
  /** The what-if field stands open. */
  readonly formula?: boolean | undefined;
  /** The queue whose settings stand open. */
  readonly settings?: string | undefined;
}

export function requirementSearch(search: Record<string, unknown>): RequirementSearch {
  const at = Number(search['at']);
  return {
    week: asDate(search['week']),
    day: asDate(search['day']),
    queue: asText(search['queue']),
    at: Number.isFinite(at) && at > 0 ? at : undefined,
    show: search['show'] === 'chance' ? 'chance' : undefined,
    formula: search['formula'] === true ? true : undefined,
    settings: asText(search['settings']),
  };
}
