import type {
  AdherenceFiguresPartsFragment,
  LiveBoardQuery,
  MyAdherenceQuery,
} from '../../../apps/web/src/graphql/generated/graphql.js';

type LiveBoard = LiveBoardQuery['liveBoard'];

const WORDS = [
  'available',
  'handling',
  'after-contact',
  'on-break',
  'at-lunch',
  'in-meeting',
  'in-training',
  'in-coaching',
  'back-office',
  'away',
  'offline',
];
const HOUR = 3_600_000;

/** Agents whose shift began two hours before `at`; states by agent, since so many minutes before. */
export function liveBoard(
  at: number,
  agents: readonly { readonly name: string; readonly state: string; readonly minutes: number }[],
): LiveBoard {
  const baseAt = at - 2 * HOUR;
  const started = (state: string, minutes: number) => {
    // In contact work until the state began, then in that state.
    const until = 2 * HOUR - minutes * 60_000;
    return [until, WORDS.indexOf(state), Number.MIN_SAFE_INTEGER, 0, until, 0, 0, 0, 0, 0, until, until];
  };
  const each = <Value>(value: (agent: (typeof agents)[number], place: number) => Value) => agents.map(value);
  return {
    at: new Date(at).toISOString(),
    baseAt: new Date(baseAt).toISOString(),
    nextShiftAt: null,
    words: WORDS,
    sources: [{ id: 'phone', title: 'Telephony', lastReceivedAt: new Date(at).toISOString(), silentAfterSeconds: 300 }],
    settings: [
      {
        siteId: 'tokyo',
        graceSeconds: 60,
        bootSeconds: 300,
        ignoredActivityTypeIds: [],
        ignoredStates: [],
        countsOutsideShift: false,
        version: 0,
      },
    ],
    activityTypes: [{ id: 'contact', paid: true, contactWork: true, adheringStates: [] }],
    agentIds: each((_, place) => `agent-${place}`),
    names: each(({ name }) => name),
    siteIds: each(() => 'tokyo'),
    teamIds: each(() => 'team'),
    skillIds: each(() => []),
    dates: each(() => '2026-11-04'),
    windows: agents.flatMap(() => [0, 12 * HOUR]),
    activities: agents.flatMap((_, place) => [place, 0, 0, 8 * 3600]),
    states: each(({ state }) => WORDS.indexOf(state)),
    sourceStates: each(({ state }) => state),
    sourceOf: each(() => 0),
    since: each(({ minutes }) => 2 * HOUR - minutes * 60_000),
    progress: agents.flatMap(({ state, minutes }) => started(state, minutes)),
    progressSourceStates: each(() => ''),
    excuses: [],
    knownPlans: [],
  };
}

/** A centre that no source has told anything. */
const silentBoard = (at: number): LiveBoard => ({ ...liveBoard(at, []), sources: [] });

const figures: AdherenceFiguresPartsFragment = {
  adherenceFraction: 0.96,
  conformanceKind: 'FRACTION',
  conformanceFraction: 1.02,
  scheduledSeconds: 28_800,
  outSeconds: 1152,
  explainedSeconds: 600,
  ignoredSeconds: 0,
  unknownSeconds: 0,
  outsideSeconds: 0,
  contactScheduledSeconds: 25_200,
  contactWorkedSeconds: 25_704,
};

const myAdherence: NonNullable<MyAdherenceQuery['myAdherence']> = {
  zone: 'Asia/Tokyo',
  figures,
  days: [{ on: '2026-11-03', final: true, figures }],
  exceptions: [],
};

/** What the live page and the own adherence ask for. */
export const liveAnswers = (now: number): Record<string, unknown> => ({
  LiveBoard: {
    liveBoard: liveBoard(now, [
      { name: 'Aoi Sato', state: 'available', minutes: 5 },
      { name: 'Ben Carter', state: 'away', minutes: 12 },
    ]),
  },
  WaitingExplanations: { waitingExplanations: [] },
  IntradayOutlook: { intradayOutlook: { __typename: 'NothingPlanned' } },
  AbsencesToday: { absencesToday: [] },
  MyAdherence: { myAdherence },
});

/** The same before anything happened. */
export const noLiveAnswers = (now: number): Record<string, unknown> => ({
  LiveBoard: { liveBoard: silentBoard(now) },
  MyAdherence: { myAdherence: { ...myAdherence, days: [] } },
});
