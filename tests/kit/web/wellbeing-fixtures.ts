const text = (en: string, ja: string) => ({ en, ja });
const stretch = {
  measureId: 'continuous-contact',
  title: text('Contact work without a pause', '休みのない連続対応'),
  meaning: text('Longest run of contact work', '最も長い対応時間です'),
};
const busy = {
  measureId: 'occupancy-run',
  title: text('Time without a breather', '余裕のない時間'),
  meaning: text('Longest stretch without a gap', '途切れのない最も長い時間です'),
};

/** A published week with one measure that is known and one that is not. */
export const myWellbeing = {
  weekStartOn: '2026-11-02',
  zone: 'Asia/Tokyo',
  index: 25,
  turns: [],
  measures: [
    {
      ...stretch,
      ...{ unit: 'minutes', partUnit: 'minutes', evidence: 'A guideline', ok: 60, bad: 120 },
      ...{ load: 0.25, value: 75, missing: null },
      parts: [{ startAt: '2026-11-04T00:00:00Z', endAt: '2026-11-04T01:15:00Z', amount: 75 }],
      also: [],
      worked: { value: 95, load: 0.6, parts: [] },
    },
    {
      ...busy,
      ...{ unit: 'minutes', partUnit: 'minutes', evidence: 'Practice', ok: 30, bad: 90 },
      ...{ load: null, value: null, missing: 'load-unknown', parts: [], also: [], worked: null },
    },
  ],
};

export const teamWellbeing = [
  {
    teamId: 't1',
    teamName: 'Umeda',
    people: 7,
    bands: [
      { ...stretch, people: 7, band: { fine: 4, watch: 2, strained: 1 }, worked: { fine: 3, watch: 3, strained: 1 } },
      { ...busy, people: 3, band: null, worked: null },
    ],
  },
];

const loadAlerts = [
  {
    ...{ teamId: 't1', teamName: 'Umeda', people: 4, overMinutes: 90, occupancyFraction: 0.9 },
    since: '2026-11-04T01:00:00Z',
  },
];

/** Nobody has answered, nobody is strained. */
const quiet = { MyPulse: { myPulse: [] }, TeamPulse: { teamPulse: [] }, LoadAlerts: { loadAlerts: [] } };

/** What the wellbeing pages ask for. */
export const wellbeingAnswers = {
  ...quiet,
  MyWellbeing: { myWellbeing },
  TeamWellbeing: { teamWellbeing },
  LoadAlerts: { loadAlerts },
};

/** The same before anything is published. */
export const noWellbeingAnswers = {
  ...quiet,
  MyWellbeing: { myWellbeing: null },
  TeamWellbeing: { teamWellbeing: [] },
};
