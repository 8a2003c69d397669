/** Answers of the special days page for component tests: Japan's holidays, a campaign, pay-day, and two odd stretches. */
const text = (en: string, ja: string) => ({ en, ja });

export function specialDays() {
  return {
    siteId: 'tokyo',
    fromOn: '2026-01-01',
    untilOn: '2026-12-31',
    siteCountry: 'JP',
    calendar: { country: 'JP', state: null, region: null, version: 1 } as { country: string } | null,
    holidays: [
      {
        on: '2026-11-03',
        key: '11-03',
        name: text('Culture Day', '文化の日'),
        hasOwnName: false,
        isBankHoliday: false,
        isSubstitute: false,
        treatment: 'OPEN',
        fromMinute: null,
        untilMinute: null,
        version: 1,
      },
      {
        on: '2026-12-31',
        key: '12-31',
        name: text("New Year's Eve", '大晦日'),
        hasOwnName: false,
        isBankHoliday: true,
        isSubstitute: false,
        treatment: 'IGNORED',
        fromMinute: null,
        untilMinute: null,
        version: 0,
      },
    ],
    events: [
      {
        id: 'v1',
        kind: 'CAMPAIGN',
        title: 'Autumn offer',
        fromOn: '2026-10-05',
        untilOn: '2026-10-16',
        queueIds: ['q1'],
        effect: 'LEARNED',
        effectFraction: null,
        halfLifeDays: null,
        version: 2,
      },
    ],
    recurring: [
      {
        id: 'm1',
        title: 'Pay-day',
        rule: { kind: 'DAY_OF_MONTH', day: 25, closedDays: 'BEFORE', nth: null },
        lastsDays: 1,
        effectFraction: 0.12,
        halfLifeDays: null,
        queueIds: null,
        version: 1,
        dates: ['2026-11-25', '2026-12-25'],
      },
    ],
  };
}

export const eventEffects = [
  {
    title: '11-03',
    kind: 'HOLIDAY',
    isGiven: false,
    fraction: -0.29,
    occurrences: [{ fromOn: '2025-11-03', untilOn: '2025-11-03', fraction: -0.38, days: 1 }],
  },
];

export function stretch(id = 's1') {
  return {
    id,
    kind: 'OUTAGE',
    fromAt: '2026-10-20T01:00:00Z', // 10:00 in Tokyo
    untilAt: '2026-10-20T03:00:00Z',
    fromOn: '2026-10-20',
    untilOn: '2026-10-20',
    expected: 212,
    actual: 3,
    score: -14,
    reason: { kind: 'silent', intervals: 4, restRatio: 0.98 },
    suggested: 'REPLACE',
    picture: {
      startAt: '2026-10-20T00:00:00Z',
      fromOn: '2026-10-20',
      stepMinutes: 30,
      actual: [50, 52, 1, 0, 1, 1, 55, null],
      expected: [51, 52, 53, 53, 53, 53, 54, 50],
    },
  };
}

export function unusualHistory() {
  return {
    queueId: 'q1',
    historyDays: 180,
    changesSinceForecast: 0,
    stretches: [
      stretch(),
      {
        ...stretch('s2'),
        kind: 'HIGH_DAY',
        fromAt: '2026-10-11T15:00:00Z',
        untilAt: '2026-10-12T15:00:00Z',
        fromOn: '2026-10-12',
        untilOn: '2026-10-12',
        actual: 1800,
        expected: 1200,
        score: 6,
        reason: { kind: 'day-total', ratio: 1.5 },
        suggested: 'EVENT',
      },
    ],
    decided: [
      {
        id: 'd1',
        action: 'LEAVE_OUT',
        stretch: { ...stretch('s0'), kind: 'STUCK_VALUE' },
        author: 'Mika Sato',
        createdAt: '2026-11-02T01:00:00Z',
        isStale: false,
      },
    ],
  };
}
