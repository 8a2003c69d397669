/** Answers of the accuracy page and of what stands on other pages about it, for component tests. */
const addDays = (on: string, days: number) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 100 contacts an interval, six intervals a day; `error` of them too many in each. */
export function errorFigures(error: number, days = 28) {
  const actual = days * 600;
  return {
    wapeInterval: Math.abs(error),
    wapeDay: Math.abs(error),
    bias: error,
    actual,
    absoluteError: Math.abs(error) * actual,
    signedError: error * actual,
    actualOfWholeDays: actual,
    absoluteErrorByDay: Math.abs(error) * actual,
  };
}

export function accuracy(error: number, { edits = [] as readonly object[], days = 28, copied = 0.12 } = {}) {
  const plan = errorFigures(error, days);
  const added = copied - Math.abs(error);
  return {
    days,
    partialDays: 0,
    scoredIntervals: days * 6,
    mase: 0.8,
    coverage80: 0.81,
    coverage90: 0.91,
    pinball10: 1,
    pinball50: 2,
    pinball90: 1,
    contacts: {
      plan,
      unedited: errorFigures(error + 0.01, days),
      editsAddedInterval: edits.length > 0 ? 0.01 : 0,
      editsAddedDay: edits.length > 0 ? 0.01 : 0,
      edits,
    },
    handle: null,
    naive: { simple: errorFigures(copied, days), addedInterval: added, addedDay: added, days },
    plannerMean: { simple: errorFigures(copied, days), addedInterval: added, addedDay: added, days },
  };
}

export const drift = {
  sinceOn: '2026-10-26',
  days: 9,
  direction: 'MORE',
  size: 0.14,
  statistic: 10.4,
  limit: 9,
  advice: ['RE_FORECAST', 'ADD_EVENT'],
};

const weeks = (error: number | null) =>
  Array.from({ length: 13 }, (_, i) => ({
    fromOn: addDays('2026-08-03', 7 * i),
    days: error === null ? 0 : 7,
    figures: error === null || i < 5 ? null : errorFigures(error + i / 1000, 7),
  }));

const queueRow = (queueId: string, error: number | null, warning: object | null = null) => ({
  queueId,
  scoredDays: error === null ? 0 : 28,
  approvedDays: error === null ? 0 : 21,
  week: error === null ? null : accuracy(error, { days: 7 }),
  fourWeeks: error === null ? null : accuracy(error),
  weeks: weeks(error),
  drift: warning,
});

export const accuracyOverview = {
  weekFromOn: '2026-10-26',
  waitingDays: 0,
  week: accuracy(0.061, { days: 7 }),
  fourWeeks: accuracy(0.065),
  queues: [queueRow('q1', 0.061), queueRow('q2', 0.23), queueRow('q3', 0.09, drift)],
};

export const noAccuracy = {
  ...accuracyOverview,
  week: null,
  fourWeeks: null,
  queues: [queueRow('q1', null), queueRow('q2', null), queueRow('q3', null)],
};

const edit = {
  id: 'e1',
  days: 1,
  addedInterval: 0.02,
  lessError: 12,
  reason: 'Mailing on Tuesday',
  measure: 'CONTACTS',
  operation: 'PERCENT',
  value: 12,
  fromAt: '2026-10-27T00:00:00Z',
  untilAt: '2026-10-27T06:00:00Z',
};

const day = (i: number, error: number, more: object = {}) => ({
  on: addDays('2026-10-05', i),
  forecast: 600 * (1 + error),
  actual: 600,
  scoredFraction: 1,
  version: 4,
  approved: i % 2 === 0,
  unusual: null,
  events: [],
  figures: errorFigures(error, 1),
  ...more,
});

export const queueAccuracy = {
  queueId: 'q1',
  fromOn: '2026-10-05',
  untilOn: '2026-11-09',
  accuracy: accuracy(0.061, { edits: [edit] }),
  days: [
    ...Array.from({ length: 26 }, (_, i) => day(i, 0.02 + i / 1000)),
    day(26, -0.35, { unusual: 'HIGH', events: [{ kind: 'campaign', title: 'Spring offer' }] }),
    day(27, 0.01, { scoredFraction: 0.4 }),
  ],
  hours: [1, 2].flatMap((weekday) =>
    [9, 10, 11].map((hour) => ({
      weekday,
      hour,
      intervals: 8,
      actual: 800,
      wape: hour === 11 ? 0.2 : 0.05,
      bias: 0.01,
    })),
  ),
  leads: [1, 7, 28].map((leadDays) => ({
    leadDays,
    accuracy: leadDays === 28 ? null : accuracy(0.06 + leadDays / 1000),
  })),
  drift,
};

export const homeAccuracy = {
  weekFromOn: '2026-10-26',
  week: { contacts: { plan: { wapeDay: 0.061, wapeInterval: 0.104 } }, naive: { addedDay: 0.032 } },
  queues: [{ queueId: 'q3', drift: { sinceOn: '2026-10-26', direction: 'MORE', size: 0.14 } }],
};

const version = {
  id: 'f4',
  version: 4,
  createdAt: '2026-10-30T06:00:00Z',
  createdBy: 'Maria Kimura',
  fromOn: '2026-11-02',
  days: 14,
  methodId: 'low-rank-profile',
  methodTitle: { en: 'Low-rank profiles', ja: '低ランクプロファイル' },
  trainedUntilOn: '2026-10-29',
};

export const forecastVersions = {
  versions: [version, { ...version, id: 'f3', version: 3, createdAt: '2026-10-23T06:00:00Z' }],
  approved: [
    {
      on: '2026-11-02',
      forecastId: 'f3',
      version: 3,
      approvedAt: '2026-10-30T07:00:00Z',
      approvedBy: 'Maria Kimura',
      note: '',
      editCount: 1,
      changedSince: true,
    },
  ],
};

export const forecastComparison = {
  days: [
    { on: '2026-11-02', one: 900, other: 990 },
    { on: '2026-11-03', one: null, other: 870 },
  ],
  oneContacts: { startAt: '2026-11-01T15:00:00Z', stepMinutes: 30, values: [900] },
  otherContacts: { startAt: '2026-11-01T15:00:00Z', stepMinutes: 30, values: [990] },
  differences: [
    {
      kind: 'METHOD',
      one: { en: 'Mean of 4', ja: '4回平均' },
      other: { en: 'Low-rank profiles', ja: '低ランクプロファイル' },
      edit: null,
    },
    { kind: 'EDIT', one: null, other: { en: 'Mailing on Tuesday', ja: 'Mailing on Tuesday' }, edit: null },
  ],
};

const methodRow = (methodId: string, en: string, wape: number, chosen: boolean) => ({
  methodId,
  title: { en, ja: `${en}（手法）` },
  source: 'Shen & Huang 2008',
  wapeInterval: wape,
  wapeDay: wape / 2,
  bias: 0.01,
  mase: 0.7,
  coverage80: 0.8,
  coverage90: 0.9,
  chosen,
  byOrigin: [0.05, 0.06, 0.055].map((error, i) => ({ originOn: addDays('2026-10-05', 7 * i), wape: error })),
});

export const methodReport = {
  version,
  methods: [
    methodRow('low-rank-profile', 'Low-rank profiles', 0.055, true),
    methodRow('planner-mean', 'Mean of 4', 0.07, false),
  ],
  reasons: {
    choice: [
      { kind: 'lowest-error', methodId: 'low-rank-profile', wape: 0.055, origins: 8 },
      { kind: 'compared-with-planner-mean', methodId: 'planner-mean', wape: 0.07 },
    ],
    leftOut: [{ on: '2026-09-01', reason: { kind: 'outage-event', title: 'Lines down' } }],
    proposals: [],
  },
  historyFromOn: '2026-05-04',
  historyUntilOn: '2026-10-29',
  observedIntervals: 12_345,
  events: [{ id: 'f4.0', fromOn: '2026-11-03', untilOn: '2026-11-03', kind: 'HOLIDAY', title: 'Culture Day' }],
  inputHash: 'abc123',
  codeVersion: '0.1.0',
  seed: 7,
  askedMethodId: 'auto',
};
