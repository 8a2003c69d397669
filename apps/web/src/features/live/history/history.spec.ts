import { bandOf, csvOf, stepOf, teamRows, timeRows, wholeOf, type TeamColumns } from './history.model.js';

/** Two teams on two days; hours of 3,600 s. */
const COLUMNS: TeamColumns = {
  __typename: 'AdherenceHistory',
  on: ['2026-11-16', '2026-11-16', '2026-11-17'],
  teamId: ['a', 'b', 'a'],
  agents: [10, 5, 9],
  seconds: {
    scheduledSeconds: [36_000, 18_000, 36_000],
    outSeconds: [3_600, 0, 0],
    explainedSeconds: [0, 1_800, 0],
    ignoredSeconds: [0, 0, 0],
    unknownSeconds: [0, 0, 0],
    outsideSeconds: [0, 0, 0],
    contactScheduledSeconds: [30_000, 0, 30_000],
    contactWorkedSeconds: [27_000, 600, 33_000],
  },
};

describe('the history of adherence', () => {
  it('sums seconds, never shares', () => {
    const whole = wholeOf(COLUMNS)!;
    // 3,600 of 90,000 s out; 60,600 of 60,000 contact seconds.
    expect(whole.numbers.adherenceFraction).toBeCloseTo(0.96, 12);
    expect(whole.numbers.conformance).toEqual({ kind: 'fraction', fraction: 60_600 / 60_000 });
    expect([whole.days, whole.explainedFraction]).toEqual([24, 0.02]);
  });

  it('puts the team with most to do first, and the newest day', () => {
    expect(teamRows(COLUMNS).map(({ id, numbers }) => [id, numbers.adherenceFraction])).toEqual([
      ['a', 0.95],
      ['b', 1],
    ]);
    expect(timeRows(COLUMNS, 'a').map(({ id, days }) => [id, days])).toEqual([
      ['2026-11-17', 9],
      ['2026-11-16', 10],
    ]);
    expect(timeRows(COLUMNS, undefined)[1]!.days).toBe(15);
  });

  it('adds days up to weeks and months, whose shares come from the seconds', () => {
    const by = (step: 'week' | 'month', weekStart = 1) => timeRows(COLUMNS, undefined, stepOf(step, weekStart));
    expect(by('month').map(({ id, days }) => [id, days])).toEqual([['2026-11-01', 24]]);
    expect(by('week').map(({ id, numbers }) => [id, numbers.adherenceFraction])).toEqual([['2026-11-16', 0.96]]);
    // Weeks that begin on Tuesday part the two days.
    expect(by('week', 2).map(({ id, days }) => [id, days])).toEqual([
      ['2026-11-17', 9],
      ['2026-11-10', 15],
    ]);
  });

  it('has three bands by adherence', () => {
    const band = (adherenceFraction: number | null) => bandOf({ ...wholeOf(COLUMNS)!.numbers, adherenceFraction });
    expect([0.95, 0.9499, 0.9, 0.89, null].map(band)).toEqual(['good', 'fair', 'fair', 'low', null]);
  });

  it('becomes a file with both figures on each line', () => {
    const [head, first, second] = csvOf(COLUMNS, new Map([['a', 'Voice, day']])).split('\r\n');
    expect(head).toMatch(/^date,team,agents,adherence,conformance,scheduledSeconds/);
    expect(first).toMatch(/^2026-11-16,"Voice, day",10,0\.9000,0\.9000,36000,3600/);
    // Contact work though none was scheduled: conformance is infinite and stands empty.
    expect(second).toMatch(/^2026-11-16,b,5,1\.0000,,18000/);
  });
});
