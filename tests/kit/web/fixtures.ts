import { allSteps, firstSteps } from './home-fixtures.js';
import { exchange, exchangeAnswers, noExchangeAnswers } from './exchange-fixture.js';
import { liveAnswers, noLiveAnswers } from './live-fixture.js';
import { myNumbers, noticeSettings } from './own-fixtures.js';
import { addDays } from '@yotei/time';
import {
  accuracyOverview,
  forecastComparison,
  forecastVersions,
  homeAccuracy,
  methodReport,
  noAccuracy,
  queueAccuracy,
} from './accuracy-answers.js';
import { beginningPreview, longRange, noLongRange, queueBeginning } from './horizons-fixtures.js';
import { moneyAndPeopleAnswers, noMoneyAndPeopleAnswers } from './money-and-people-fixtures.js';
import { noReportAnswers, reportAnswers } from './report-fixtures.js';
import { measureAnswers, noMeasureAnswers } from './measure-fixtures.js';
import { PERMISSIONS } from './permissions-fixture.js';
import { planningWeights } from './planning-weights-fixture.js';
import { capacityAnswers, noCapacityAnswers } from './capacity-fixtures.js';
import { noScenarioAnswers, scenarioAnswers } from './scenario-fixtures.js';
import { noWellbeingAnswers, wellbeingAnswers } from './wellbeing-fixtures.js';
import { eventEffects, specialDays, unusualHistory } from './special-days-fixtures.js';

/** Answers of a small invented centre, by GraphQL operation, for component tests. Instants are around Wed 4 Nov 2026, Tokyo. */
const HOUR = 3_600_000;

export const NOW = Date.parse('2026-11-04T03:10:00Z'); // 12:10 in Tokyo
export const WEEK = '2026-11-02';
const iso = (at: number) => new Date(at).toISOString();
const weekStart = Date.parse('2026-11-01T15:00:00Z'); // Mon 2 Nov 00:00 in Tokyo

const text = (en: string, ja: string) => ({ en, ja });
const ACTIVITIES = [
  ['contact', 'Contact work', '応対', '', ''],
  ['break', 'Break', '休憩', 'B', '休'],
  ['lunch', 'Lunch', '昼休み', 'L', '昼'],
  ['training', 'Training', '研修', 'T', '研'],
] as const;

const QUEUES = [
  ['q1', 'Japanese voice', '日本語電話', 'VOICE'],
  ['q2', 'English voice', '英語電話', 'VOICE'],
  ['q3', 'Chat', 'チャット', 'CHAT'],
] as const;

const NO_GOAL = {
  serviceLevelFraction: null,
  answerWithinSeconds: null,
  serviceLevelVariant: null,
  asaSeconds: null,
  maxOccupancyFraction: null,
  maxAbandonmentFraction: null,
  maxBlockingFraction: null,
  answerWithinHours: null,
  answeredWithinHoursFraction: null,
  answerWithinClock: null,
};

const PLAN = {
  modelId: 'erlang-a',
  goal: { ...NO_GOAL, serviceLevelFraction: 0.8, answerWithinSeconds: 20, maxOccupancyFraction: 0.88 },
  patienceSeconds: 120,
  concurrency: null,
  slowdownFraction: null,
  lines: null,
  redialFraction: null,
  loadMethod: 'modified-offered-load',
  staffedFor: { kind: 'point', chanceFraction: null },
  shrinkage: [
    { id: 'sickness', fraction: 0.06, planned: false, weekdays: null, fromMinute: null, untilMinute: null },
    { id: 'meeting', fraction: 0.5, planned: true, weekdays: [1], fromMinute: 540, untilMinute: 600 },
  ],
};

const queues = QUEUES.map(([id, en, ja, channel], index) => ({
  id,
  name: text(en, ja),
  channel,
  siteId: 'tokyo',
  zone: 'Asia/Tokyo',
  intervalMinutes: 30,
  position: index + 1,
  version: 3,
  defaultHandleSeconds: null,
  staffing: PLAN,
}));

export function viewer(role: 'PLANNER' | 'AGENT' = 'PLANNER') {
  return {
    userId: 'u1',
    name: role === 'AGENT' ? '佐藤 愛子' : 'Maria Kimura',
    email: 'maria@example.test',
    roles: [role],
    permissions:
      role === 'AGENT'
        ? ['exchange.propose', 'exchange.read', 'my-week.read', 'notice.acknowledge', 'session.end']
        : PERMISSIONS,
    organisation: {
      id: 'o1',
      name: 'Tokyo Support',
      isDemo: true,
      sites: [{ id: 'tokyo', name: 'Tokyo', zone: 'Asia/Tokyo', country: 'JP', weekStart: 1 }],
      teams: [],
      skills: [],
      queues,
      activityTypes: ACTIVITIES.map(([id, en, ja, letterEn, letterJa]) => ({
        id,
        code: id,
        title: text(en, ja),
        paid: id !== 'lunch',
        contactWork: id === 'contact',
        colourToken: id,
        letter: text(letterEn, letterJa),
      })),
    },
    agent: role === 'AGENT' ? { id: 'a1', name: '佐藤 愛子', zone: 'Asia/Tokyo', siteId: 'tokyo' } : null,
  };
}

/** Half-hours of seven days; open 08:00 to 20:00, two humps. */
function wave(days: number, peak: number): (number | null)[] {
  return Array.from({ length: days * 48 }, (_, index) => {
    const hour = (index % 48) / 2;
    if (hour < 8 || hour >= 20) return null;
    const hump = (centre: number) => Math.exp(-((hour - centre) ** 2) / 5);
    return Math.round((hump(10.5) + 0.8 * hump(15) + 0.1) * peak * (1 + ((index * 7919) % 13) / 60));
  });
}

const series = (values: (number | null)[]) => ({ startAt: iso(weekStart), stepMinutes: 30, values });

export function demand() {
  const forecast = wave(7, 64);
  const scaled = (factor: number) => forecast.map((value) => (value === null ? null : Math.round(value * factor)));
  return {
    fromOn: WEEK,
    days: 7,
    historyFromOn: '2026-05-04',
    historyUntilOn: '2026-11-03',
    actualContacts: series(wave(7, 60).map((value, index) => (index < 2 * 48 + 24 ? value : null))),
    actualHandleSeconds: series(new Array<number | null>(7 * 48).fill(312)),
    forecastContacts: series(forecast),
    baseForecastContacts: series(scaled(0.92)),
    p10Contacts: series(scaled(0.8)),
    p90Contacts: series(scaled(1.24)),
    forecastHandleSeconds: series(new Array<number | null>(7 * 48).fill(318)),
    baseForecastHandleSeconds: series(new Array<number | null>(7 * 48).fill(318)),
    forecastTotals: [
      ...Array.from({ length: 7 }, (_, day) => ({
        span: 'DAY',
        fromOn: addDays(WEEK, day),
        days: 1,
        contacts: 1200,
        p10: 1100,
        p90: 1310,
      })),
      { span: 'WEEK', fromOn: WEEK, days: 7, contacts: 8400, p10: 7900, p90: 8900 },
      { span: 'RANGE', fromOn: WEEK, days: 7, contacts: 8400, p10: 7900, p90: 8900 },
    ],
    forecast: {
      id: 'f1',
      version: 3,
      createdAt: iso(NOW - 40 * HOUR),
      createdBy: 'Maria Kimura',
      methodId: 'seasonal-average',
      methodTitle: text('Weekly profile, damped', '曜日別平均(減衰)'),
      trainedUntilOn: '2026-11-01',
      fromOn: WEEK,
      days: 7,
      backtest: [
        {
          methodId: 'seasonal-average',
          title: text('Weekly profile, damped', '曜日別平均(減衰)'),
          wapeInterval: 0.148,
          wapeDay: 0.062,
          bias: -0.011,
          mase: 0.83,
          coverage80: 0.79,
          chosen: true,
        },
        {
          methodId: 'seasonal-naive',
          title: text('Same as last week', '前週と同じ'),
          wapeInterval: 0.201,
          wapeDay: 0.094,
          bias: 0.004,
          mase: 1,
          coverage80: 0.76,
          chosen: false,
        },
      ],
    },
    edits: [
      {
        id: 'e1',
        queueId: 'q1',
        measure: 'CONTACTS',
        operation: 'PERCENT',
        value: 15,
        values: null,
        stepMinutes: 15,
        pattern: null,
        fromAt: iso(weekStart + 72 * HOUR + 9 * HOUR),
        untilAt: iso(weekStart + 72 * HOUR + 13 * HOUR),
        reason: 'Newsletter on Thursday',
        author: 'Maria Kimura',
        authorId: 'u1',
        createdAt: iso(NOW - 20 * HOUR),
        changedAt: iso(NOW - 20 * HOUR),
        undone: false,
        off: false,
        version: 1,
      },
    ],
    editsRevision: 1,
    events: [
      { id: 'v1', fromOn: '2026-11-03', untilOn: '2026-11-03', kind: 'HOLIDAY', title: '文化の日', queueIds: null },
    ],
  };
}

const summary = (fromOn: string, chanceToMeet: number) => ({
  fromOn,
  agentHoursRequired: 100,
  agentHoursToRoster: 106.5,
  serviceLevel: 0.83,
  expectedServiceLevel: 0.8,
  chanceToMeet,
  unansweredIntervals: 0,
});

/** `stale`: what changed since it was computed. */
export function requirement(stale: readonly string[] = []) {
  return {
    requirement: { id: 'r1', version: 2, createdAt: iso(NOW - 10 * HOUR), fromOn: WEEK, days: 7, forecastId: 'f1' },
    queues: queues.map((queue, index) => {
      const contacts = wave(7, 60 - index * 18);
      const agents = contacts.map((value) => (value === null ? null : Math.ceil((value * 312) / 1800) + 2));
      return {
        queue: { id: queue.id, name: queue.name, zone: queue.zone },
        modelTitle: text('Erlang A', 'アーランA'),
        plan: PLAN,
        startAt: iso(weekStart),
        stepMinutes: 30,
        contacts,
        averageHandleSeconds: contacts.map((value) => (value === null ? null : 312)),
        requiredAgents: agents,
        agentsToRoster: agents.map((value) => (value === null ? null : Math.ceil(value / 0.94))),
        serviceLevelFraction: agents.map((value) => (value === null ? null : 0.83)),
        occupancyFraction: agents.map((value) => (value === null ? null : 0.81)),
        loadErlangs: contacts.map((value) => (value === null ? null : (value * 312) / 1800)),
        rateCv: agents.map((value) => (value === null ? null : 0.1)),
        chanceToMeet: agents.map((value) => (value === null ? null : 0.62)),
        days: ['2026-11-02', '2026-11-03', '2026-11-04'].map((fromOn) => summary(fromOn, 0.71)),
        week: summary(WEEK, 0.83),
        stale,
        notes: agents.map((value) => (value === null ? 'closed' : '')),
      };
    }),
  };
}

export function explanation() {
  const goal = (value: number, met: boolean) => [
    { measure: 'service-level', value, target: 0.8, side: 'at-least', met },
  ];
  const step = (id: string, values: Record<string, unknown>) => ({ id, values });
  return {
    startAt: iso(NOW - 10 * 60_000),
    endAt: iso(NOW + 20 * 60_000),
    requiredAgents: 13,
    agentsToRoster: 14,
    inputHash: 'b1946ac92492d2347c6235b4d2611184',
    codeVersion: '0.1.0',
    steps: [
      step('contacts', { contacts: 58, intervalSeconds: 1800 }),
      step('handle-time', { averageHandleSeconds: 312, concurrency: 1 }),
      step('load', { loadErlangs: 10.053 }),
      step('model', { modelId: 'erlang-a', patienceSeconds: 120 }),
      step('one-fewer', { agents: 12, stable: true, goals: goal(0.784, false) }),
      step('enough', { agents: 13, goals: goal(0.862, true), performance: {} }),
      step('shrinkage-reason', { reasonId: 'sickness', fraction: 0.06, agentsAfter: 13.83 }),
      step('shrinkage', { shrinkageFraction: 0.06, agentsBeforeRounding: 13.83 }),
      step('to-roster', { agentsToRoster: 14 }),
    ],
    plan: PLAN,
    source: 'Garnett, Mandelbaum & Reiman 2002',
    modelTitle: text('Erlang A', 'アーランA'),
    formulas: [
      {
        id: 'load',
        symbols: 'a = c × h ÷ t',
        numbers: text('10.05 erlangs = 58 contacts × 312 s ÷ 30 min', '10.05アーラン = 58件 × 312秒 ÷ 30分'),
        meanings: [{ symbol: 'a', text: text('load', '呼量') }],
      },
    ],
    curve: {
      agents: [11, 12, 13, 14],
      serviceLevelFraction: [0.67, 0.784, 0.862, 0.91],
      asaSeconds: [30, 14, 8.1, 4],
      occupancyFraction: [0.9, 0.83, 0.77, 0.71],
      abandonmentFraction: [0.08, 0.04, 0.02, 0.01],
      blockingFraction: [0, 0, 0, 0],
      chanceFraction: [0.2, 0.42, 0.62, 0.78],
      met: [false, false, true, true],
      answerIndex: 2,
    },
    sentence: text('58 contacts need 13 agents; 14 on the roster.', '58件には13人必要です。配置人数は14人です。'),
    models: [
      {
        modelId: 'erlang-a',
        title: text('Erlang A', 'アーランA'),
        requiredAgents: 13,
        serviceLevelFraction: 0.862,
        asaSeconds: 8.1,
        occupancyFraction: 0.77,
        abandonmentFraction: 0.02,
        note: null,
      },
      {
        modelId: 'erlang-c',
        title: text('Erlang C', 'アーランC'),
        requiredAgents: 14,
        serviceLevelFraction: 0.871,
        asaSeconds: 11,
        occupancyFraction: 0.72,
        abandonmentFraction: null,
        note: null,
      },
    ],
  };
}

function shift(id: string, day: number, startHour: number, changed = false) {
  const startAt = weekStart + day * 24 * HOUR + startHour * HOUR;
  const part = (activityTypeId: string, from: number, until: number) => ({
    activityTypeId,
    startAt: iso(startAt + from * HOUR),
    endAt: iso(startAt + until * HOUR),
  });
  return {
    siteZone: 'Asia/Tokyo',
    changedSincePublish: changed,
    template: { id: 't1', title: '8 h' },
    shift: {
      id,
      startAt: iso(startAt),
      endAt: iso(startAt + 9 * HOUR),
      activities: [
        part('contact', 0, 2),
        part('break', 2, 2.25),
        part('contact', 2.25, 3.5),
        part('lunch', 3.5, 4.5),
        part('contact', 4.5, 6.5),
        part('break', 6.5, 6.75),
        part('contact', 6.75, 7.5),
        part('training', 7.5, 8.5),
        part('contact', 8.5, 9),
      ],
    },
    before: changed ? { id, startAt: iso(startAt - HOUR), endAt: iso(startAt + 8 * HOUR), activities: [] } : null,
  };
}

export function myWeek() {
  return {
    weekStartOn: WEEK,
    zone: 'Asia/Tokyo',
    published: true,
    publishedAt: iso(NOW - 240 * HOUR),
    scheduledPaidMinutes: 2400,
    contract: { title: '正社員 40 h', weeklyMinutesMin: 2400, weeklyMinutesMax: 2400 },
    shifts: [shift('s1', 0, 9), shift('s2', 1, 9), shift('s3', 2, 9), shift('s4', 3, 10.5, true), shift('s5', 4, 8)],
    timeOff: [],
    notices: [
      {
        id: 'n1',
        kind: 'shift-changed',
        createdAt: iso(NOW - 3 * HOUR),
        text: text(
          'Your shift on Thu 5 Nov moved from 09:30 to 10:30.',
          '11月5日(木)のシフトが 9:30 から 10:30 に変わりました。',
        ),
        acknowledgedAt: null,
      },
    ],
  };
}

export const job = (state: 'RUNNING' | 'DONE' | 'FAILED' = 'RUNNING', id = 'j1') => ({
  id,
  kind: 'forecast',
  state,
  subjectId: null,
  requestedBy: 'Maria Kimura',
  mayStop: true,
  createdAt: iso(NOW - 60_000),
  startedAt: iso(NOW - 58_000),
  finishedAt: state === 'RUNNING' ? null : iso(NOW - 50_000),
  attempts: 1,
  progressFraction: state === 'RUNNING' ? 0.4 : 1,
  progress: null,
  errorCode: state === 'FAILED' ? 'WORKER_LOST' : null,
  correlationId: state === 'FAILED' ? 'c-77' : null,
  inputHash: 'ab12',
  codeVersion: '0.1.0',
  seed: 7,
  result: null,
});

const weeks = [
  {
    weekStartOn: WEEK,
    forecast: true,
    requirement: true,
    schedule: {
      id: 's1',
      weekStartOn: WEEK,
      state: 'PUBLISHED',
      version: 8,
      publishedAt: iso(NOW),
      changesSincePublish: 2,
    },
  },
  {
    weekStartOn: '2026-11-09',
    forecast: true,
    requirement: true,
    schedule: {
      id: 's2',
      weekStartOn: '2026-11-09',
      state: 'DRAFT',
      version: 3,
      publishedAt: null,
      changesSincePublish: 0,
    },
  },
  { weekStartOn: '2026-11-16', forecast: true, requirement: false, schedule: null },
  { weekStartOn: '2026-11-23', forecast: false, requirement: false, schedule: null },
];

const importRun = {
  id: 'i1',
  fileName: 'calls-2026.csv',
  state: 'DONE',
  readCount: 36_500,
  acceptedCount: 36_497,
  rejectedCount: 3,
  changedCount: 36_497,
  rejectsUrl: '/api/imports/i1/rejects.csv',
  jobId: 'j2',
  createdAt: iso(NOW - 70 * HOUR),
  firstRejects: [{ record: 14, column: 'start', code: 'missing-value', raw: '', message: 'missing' }],
};

const page = <Node>(nodes: readonly Node[]) => ({
  edges: nodes.map((node, index) => ({ cursor: String(index), node })),
  pageInfo: { hasNextPage: false, endCursor: null },
});

const waiting = { jobs: page([job('RUNNING', 'j1'), job('DONE', 'j2')]) };

/** A full answer for every operation the screens send. */
export function fullAnswers(role: 'PLANNER' | 'AGENT' = 'PLANNER'): Record<string, unknown> {
  return {
    Viewer: { viewer: viewer(role) },
    ...allSteps,
    Weeks: { weeks },
    Demand: { demand: demand() },
    LongRange: { longRange },
    QueueBeginning: { queueBeginning },
    PreviewBeginning: { previewBeginning: beginningPreview },
    SpecialDays: { specialDays: specialDays() },
    EventEffects: { eventEffects },
    UnusualHistory: { unusualHistory: unusualHistory() },
    Requirement: { requirement: requirement() },
    ExplainRequirement: { explainRequirement: explanation() },
    StaffingSettings: { viewer: { organisation: { queues } } },
    ...measureAnswers,
    PlanningWeights: { planningWeights: planningWeights() },
    AccuracyOverview: { accuracyOverview },
    QueueAccuracy: { queueAccuracy },
    HomeAccuracy: { accuracyOverview: homeAccuracy },
    ForecastVersions: { forecastVersions },
    CompareForecasts: { compareForecasts: forecastComparison },
    MethodReport: { methodReport },
    MyWeek: { myWeek: myWeek() },
    SeeNotices: { seeNotices: 0 },
    MyNoticeSettings: noticeSettings,
    MyNumbers: { myNumbers: myNumbers() },
    ...liveAnswers(NOW),
    ...wellbeingAnswers,
    ...scenarioAnswers,
    ...capacityAnswers,
    ...reportAnswers,
    ...moneyAndPeopleAnswers,
    Waiting: { ...waiting, exchanges: [exchange], waitingTimeOffCount: 1 },
    WellbeingWeek: { weeks: [], planningWeights: { version: 0, weights: [] } },
    Exchanges: { exchanges: [exchange] },
    ...exchangeAnswers,
    Jobs: { jobs: page([job('RUNNING', 'j1'), job('DONE', 'j2'), job('FAILED', 'j3')]) },
    Job: { job: job() },
    ImportRuns: { importRuns: [importRun] },
  };
}

/** The same operations of an organisation in which nothing has happened yet. */
export function emptyAnswers(role: 'PLANNER' | 'AGENT' = 'PLANNER'): Record<string, unknown> {
  return {
    ...fullAnswers(role),
    MyNumbers: { myNumbers: myNumbers(0) },
    ...noLiveAnswers(NOW),
    ...noWellbeingAnswers,
    ...noScenarioAnswers,
    ...noCapacityAnswers,
    ...noReportAnswers,
    ...noMoneyAndPeopleAnswers,
    ...firstSteps,
    Weeks: { weeks: weeks.map((week) => ({ ...week, forecast: false, requirement: false, schedule: null })) },
    Demand: {
      demand: {
        ...demand(),
        historyFromOn: null,
        historyUntilOn: null,
        actualContacts: series([]),
        forecastContacts: null,
        forecast: null,
        edits: [],
        editsRevision: 0,
        events: [],
      },
    },
    SpecialDays: { specialDays: { ...specialDays(), calendar: null, holidays: [], events: [], recurring: [] } },
    EventEffects: { eventEffects: [] },
    LongRange: { longRange: noLongRange },
    UnusualHistory: { unusualHistory: { ...unusualHistory(), historyDays: 12, stretches: [], decided: [] } },
    Requirement: { requirement: null },
    ...noMeasureAnswers,
    AccuracyOverview: { accuracyOverview: noAccuracy },
    QueueAccuracy: { queueAccuracy: { ...queueAccuracy, accuracy: null, days: [], hours: [], drift: null } },
    HomeAccuracy: { accuracyOverview: { ...homeAccuracy, week: null, queues: [] } },
    ForecastVersions: { forecastVersions: { versions: [], approved: [] } },
    MyWeek: { myWeek: { ...myWeek(), published: false, shifts: [], notices: [] } },
    Waiting: { jobs: page([]), exchanges: [], waitingTimeOffCount: 0 },
    Exchanges: { exchanges: [] },
    ...noExchangeAnswers,
    Jobs: { jobs: page([]) },
    ImportRuns: { importRuns: [] },
  };
}
