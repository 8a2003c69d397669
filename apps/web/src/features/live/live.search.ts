import { asOneOf, asText } from '../../app/search-params.js';

export const LIVE_SHOWS = ['shift', 'out', 'all'] as const;
export const LIVE_GROUPS = ['team', 'site', 'state'] as const;

/** What a link to the live page says. */
export interface LiveSearch {
  /** Absent: those on shift. */
  readonly show?: (typeof LIVE_SHOWS)[number] | undefined;
  readonly team?: string | undefined;
  readonly skill?: string | undefined;
  readonly state?: string | undefined;
  readonly text?: string | undefined;
  readonly group?: (typeof LIVE_GROUPS)[number] | undefined;
  /** The agent whose day is open. */
  readonly agent?: string | undefined;
}

/** Whether filters leave somebody out who is on shift. */
export const isNarrowed = ({ team, skill, state, text }: LiveSearch): boolean =>
  [team, skill, state, text].some((one) => one !== undefined);

export function liveSearch(search: Record<string, unknown>): LiveSearch {
  return {
    show: asOneOf(search['show'], LIVE_SHOWS),
    team: asText(search['team']),
    skill: asText(search['skill']),
    state: asText(search['state']),
    text: asText(search['text']),
    group: asOneOf(search['group'], LIVE_GROUPS),
    agent: asText(search['agent']),
  };
}
