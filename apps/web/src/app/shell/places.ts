import type { MessageId } from '../i18n/t.js';
import { can, type Viewer } from '../session.js';

/** A view below the pages of the navigation, by the name it has there; found by other words too. */
export interface Place {
  readonly id: string;
  readonly text: MessageId;
  readonly words: MessageId;
  /** Where it lies, said before its name: a part of set-up, or an act on the board. */
  readonly within?: Extract<MessageId, 'palette.setupOf' | 'palette.onBoard'>;
  readonly link:
    | { readonly to: '/demand/days'; readonly search: { readonly view?: 'unusual' } }
    | { readonly to: '/demand/accuracy' | '/demand/long-range' | '/roster' | '/roster/weights' }
    | { readonly to: '/requests'; readonly search: { readonly tab: 'offers' | 'bids' | 'inbox' | 'policies' } }
    | { readonly to: '/setup'; readonly search: { readonly part: string } };
}

const DEMAND: readonly Place[] = [
  place('unusual', { to: '/demand/days', search: { view: 'unusual' } }),
  place('days', { to: '/demand/days', search: {} }),
  place('accuracy', { to: '/demand/accuracy' }),
  place('longRange', { to: '/demand/long-range' }),
];
const ROSTER: readonly Place[] = [place('weights', { to: '/roster/weights' })];
/** What is done on the board, found from other pages; on the board itself its own commands stand for them. */
const BOARD_ACTS: readonly Place[] = (['actGap', 'actBreak', 'actAbsence', 'actRelease'] as const).map((key) =>
  place(key, { to: '/roster' }),
);
const REQUESTS: readonly Place[] = (['offers', 'bids', 'inbox'] as const).map((tab) =>
  place(tab, { to: '/requests', search: { tab } }),
);
const POLICIES: readonly Place[] = [place('policies', { to: '/requests', search: { tab: 'policies' } })];
const SETUP: readonly Place[] = (
  [
    ['agents', 'agents'],
    ['teams', 'teams'],
    ['sites', 'sites'],
    ['skills', 'skills'],
    ['queues', 'queues'],
    ['contracts', 'contracts'],
    ['templates', 'templates'],
    ['activities', 'activities'],
    ['timeOff', 'time-off'],
    ['rules', 'rules'],
    ['teamRules', 'team-rules'],
    ['law', 'law'],
    ['lawReport', 'law-report'],
    ['connections', 'connections'],
    ['adherence', 'adherence'],
  ] as const
).map(([key, part]) => place(key, { to: '/setup', search: { part } }));
const USERS: readonly Place[] = [place('users', { to: '/setup', search: { part: 'users' } })];
const COSTS: readonly Place[] = [place('costs', { to: '/setup', search: { part: 'costs' } })];

type PlaceKey = Extract<MessageId, `palette.${string}Words`> extends `palette.${infer Key}Words` ? Key : never;

function place(key: PlaceKey, link: Place['link']): Place {
  return {
    id: `place-${key}`,
    text: `palette.${key}` as MessageId,
    words: `palette.${key}Words` as MessageId,
    ...(link.to === '/setup' ? { within: 'palette.setupOf' as const } : {}),
    ...(link.to === '/roster' ? { within: 'palette.onBoard' as const } : {}),
    link,
  };
}

/** Other words for the pages of the navigation. */
export const PAGE_WORDS: Readonly<Partial<Record<string, MessageId>>> = {
  '/': 'palette.pageHomeWords',
  '/import': 'palette.pageImportWords',
  '/demand': 'palette.pageDemandWords',
  '/requirement': 'palette.pageRequirementWords',
  '/roster': 'palette.pageRosterWords',
  '/live': 'palette.pageLiveWords',
  '/live/history': 'palette.pageHistoryWords',
  '/requests': 'palette.pageRequestsWords',
  '/time-off': 'palette.pageTimeOffWords',
  '/wellbeing': 'palette.pageWellbeingWords',
  '/measures': 'palette.pageMeasuresWords',
  '/scenarios': 'palette.pageScenariosWords',
  '/capacity': 'palette.pageCapacityWords',
  '/reports': 'palette.pageReportsWords',
  '/jobs': 'palette.pageJobsWords',
  '/setup': 'palette.pageSetupWords',
  '/my-week': 'palette.pageMyWeekWords',
};

/** The places this user may open; `onBoard` when the board with its own commands is what is shown. */
export function placesOf(viewer: Viewer, onBoard = false): readonly Place[] {
  return [
    ...(can(viewer, 'demand.read') ? DEMAND : []),
    ...(can(viewer, 'schedule.edit') && !onBoard ? BOARD_ACTS : []),
    ...(can(viewer, 'schedule.read') ? ROSTER : []),
    ...(can(viewer, 'exchange.decide') ? REQUESTS : []),
    ...(can(viewer, 'exchange.policy') ? POLICIES : []),
    ...(can(viewer, 'organisation.edit') ? SETUP : []),
    ...(can(viewer, 'costs.read') ? COSTS : []),
    ...(can(viewer, 'users.manage') ? USERS : []),
  ];
}
