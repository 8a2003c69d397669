import { asDate, asOneOf, asText } from '../../../app/search-params.js';
import type { BoardSort } from '../board/layout.js';
import { BOARD_GROUPS, BOARD_ZOOMS, type BoardGroupBy, type BoardZoom } from '../board/view-choices.js';

/** What a link to the board says: any view is a link. Left out = the default. */
export interface RosterSearch {
  /** First day of the week shown; this week unless given. */
  readonly week?: string | undefined;
  readonly zoom?: BoardZoom | undefined;
  /** Day the board opens on. */
  readonly day?: string | undefined;
  readonly team?: string | undefined;
  readonly text?: string | undefined;
  readonly breaches?: 'only' | undefined;
  readonly group?: BoardGroupBy | undefined;
  readonly sort?: BoardSort | undefined;
  /** `site` unless given; the board's times in the own zone or in UTC. */
  readonly zone?: 'mine' | 'utc' | undefined;
  /** Queue whose gap and chart are shown; all queues unless given. */
  readonly queue?: string | undefined;
  readonly view?: 'list' | undefined;
  readonly panel?: BoardPanel | undefined;
  /** What opens over the board when it comes up. */
  readonly open?: 'publish' | undefined;
}

export const BOARD_PANELS = ['selection', 'breaches', 'changes'] as const;
export type BoardPanel = (typeof BOARD_PANELS)[number];

export function rosterSearch(search: Record<string, unknown>): RosterSearch {
  return {
    week: asDate(search['week']),
    zoom: asOneOf(search['zoom'], BOARD_ZOOMS),
    day: asDate(search['day']),
    team: asText(search['team']),
    text: asText(search['text']),
    breaches: asOneOf(search['breaches'], ['only']),
    group: asOneOf(search['group'], BOARD_GROUPS),
    sort: asOneOf(search['sort'], ['start', 'name', 'hours', 'breaches']),
    zone: asOneOf(search['zone'], ['mine', 'utc']),
    queue: asText(search['queue']),
    view: asOneOf(search['view'], ['list']),
    panel: asOneOf(search['panel'], BOARD_PANELS),
    open: asOneOf(search['open'], ['publish']),
  };
}
