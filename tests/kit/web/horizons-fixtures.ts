import { addDays } from '@yotei/time';

const weeks = (count: number, value: (week: number) => number) =>
  Array.from({ length: count }, (_, week) => value(week));

/** A queue of half a year, eighteen months ahead, with ten percent more expected from week 20 on. */
export const longRange = {
  queueId: 'q1',
  version: {
    id: 'lr1',
    version: 3,
    fromOn: '2026-11-09',
    weeks: 78,
    trend: 'DAMPED',
    createdAt: '2026-11-03T02:00:00.000Z',
    createdBy: 'Aiko Planner',
  },
  series: {
    yearlyTerms: 'NONE',
    historyWeeks: 26,
    trainedUntilOn: '2026-11-08',
    trendFirstYear: 0.02,
    borrowedDays: 0,
    contacts: weeks(78, (week) => (week < 20 ? 5000 : 5500)),
    p10: weeks(78, (week) => 4700 - 15 * week),
    p90: weeks(78, (week) => 5300 + 25 * week),
    base: weeks(78, () => 5000),
    trend: weeks(78, () => 0),
    season: weeks(78, () => 0),
    calendar: weeks(78, () => 0),
    growth: weeks(78, (week) => (week < 20 ? 0 : 500)),
    handleSeconds: weeks(78, () => 240),
    pastOn: weeks(26, (week) => week).map((week) => addDays('2026-11-09', 7 * (week - 26))),
    pastContacts: weeks(26, (week) => 4900 + 10 * week),
  },
  growth: [
    {
      id: 'g1',
      queueId: null,
      kind: 'STEP_PERCENT',
      fromOn: '2027-03-29',
      untilOn: null,
      value: 10,
      rampWeeks: null,
      reason: 'New product line',
      author: 'Aiko Planner',
      createdAt: '2026-11-02T02:00:00.000Z',
      undone: false,
    },
  ],
};

export const noLongRange = { ...longRange, version: null, series: null, growth: [] };

/** A queue with three days behind it. */
export const queueBeginning = {
  historyDays: 3,
  curve: null,
  lineage: [],
  similar: [{ queueId: 'q2', overlap: 0.93 }],
};
export const beginningPreview = {
  __typename: 'BeginningPreview',
  contacts: { startAt: '2026-11-08T15:00:00.000Z', stepMinutes: 60, values: Array.from({ length: 168 }, () => 5) },
  p10: { values: Array.from({ length: 168 }, () => 2) },
  p90: { values: Array.from({ length: 168 }, () => 9) },
  borrowedDays: 0,
  share: null,
};
