import { syntheticContacts } from '../../../../tests/kit/synthetic-contacts.js';
import { calibrateContacts } from './contact-calibration.js';
import type { ContactRecord } from './contact-record.js';
import type { HandleTimeReport } from './handle-time/handle-time.js';
import type { OverdispersionReport } from './arrivals/overdispersion.js';
import { planningParameters } from './planning-parameters.js';

const UTC = { zone: 'UTC' } as const;
const MONDAY = Date.UTC(2026, 0, 5, 9);
const answered = (handleSeconds: number, waitSeconds = 0): ContactRecord => ({
  arrivedAt: MONDAY,
  outcome: 'answered',
  waitSeconds,
  handleSeconds,
});
const abandoned = (waitSeconds: number): ContactRecord => ({ arrivedAt: MONDAY, outcome: 'abandoned', waitSeconds });
const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a calibration', () => {
  it('of nothing says what is missing of everything', () => {
    const report = calibrateContacts([], UTC);
    expect(report.contacts).toMatchObject({ offeredCount: 0, abandonedFraction: null, firstAt: null, dayCount: 0 });
    expect(report.handleTime).toEqual({ kind: 'not-enough-data', of: 'handled-contacts', have: 0, need: 10 });
    expect(report.patience).toEqual({ kind: 'not-enough-data', of: 'waits', have: 0, need: 10 });
    expect(report.overdispersion).toEqual({ kind: 'not-enough-data', of: 'days', have: 0, need: 14 });
    expect(report.activity).toBeNull();
    expect(Object.values(planningParameters(report)).every((value) => value === null)).toBe(true);
  });

  it('of a log without abandonment has a handle time and no patience', () => {
    const report = calibrateContacts(repeat(50, answered(120, 10)), UTC);
    expect(report.patience).toEqual({ kind: 'not-enough-data', of: 'abandonments', have: 0, need: 10 });
    expect(planningParameters(report)).toMatchObject({ handleSeconds: 120, handleCv: 0, patienceSeconds: null });
  });

  it('of a log in which everybody left has patience and no handle time', () => {
    const report = calibrateContacts([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120].map(abandoned), UTC);
    expect(report.handleTime.kind).toBe('not-enough-data');
    expect(planningParameters(report).patienceSeconds).toBe(65); // 780 s / 12
  });

  it('of a log in which nobody ever waited has no patience to give', () => {
    const report = calibrateContacts([...repeat(20, abandoned(0)), ...repeat(20, answered(60))], UTC);
    expect(report.patience).toMatchObject({ kind: 'patience', atOnceFraction: 1, medianSeconds: 0 });
    expect(planningParameters(report).patienceSeconds).toBeNull();
  });

  it('divides all queue time by the abandonments', () => {
    const report = calibrateContacts([...repeat(30, answered(100, 40)), ...repeat(10, abandoned(60))], UTC);
    // (30 x 40 + 10 x 60) / 10 = 180; those who left had waited 60.
    expect(planningParameters(report).patienceSeconds).toBe(180);
    expect(report.patience).toMatchObject({ meanWaitOfAbandonedSeconds: 60, meanWaitSeconds: 45, waitedCount: 40 });
  });

  it('counts short, endless and missing handle times, and says what they are', () => {
    const { arrivedAt, outcome, waitSeconds } = answered(0);
    const report = calibrateContacts(
      [
        ...repeat(16, answered(200)),
        ...repeat(2, answered(0)),
        ...repeat(2, answered(9)),
        answered(90_000),
        { arrivedAt, outcome, waitSeconds },
      ],
      UTC,
    );
    expect(report.handleTime as HandleTimeReport).toMatchObject({
      zeroCount: 2,
      unknownCount: 1,
      tooLongCount: 1,
      longestSeconds: 200,
      meanWithoutShortSeconds: 200,
    });
    const { meanSeconds, shortFraction } = report.handleTime as HandleTimeReport;
    expect(shortFraction.value).toBeCloseTo(4 / 20, 12);
    expect(meanSeconds.value).toBeCloseTo((16 * 200 + 2 * 9) / 20, 12);
  });

  it('leaves a public holiday and the days of a clock change out of the spread between days', () => {
    // Dublin's clock goes forward on Sunday 29 March 2026; the plan opens every day.
    const contacts = syntheticContacts({ seed: 1, days: 42, fromOn: '2026-03-02', zone: 'Europe/Dublin' });
    const holiday = Date.UTC(2026, 2, 17);
    const quiet = contacts.filter(
      ({ arrivedAt }, i) => arrivedAt < holiday || arrivedAt >= holiday + 86_400_000 || i % 10 === 0,
    );
    const report = calibrateContacts(quiet, { zone: 'Europe/Dublin' }).overdispersion as OverdispersionReport;
    expect(report).toMatchObject({ dayCount: 40, unusualDayCount: 1, clockChangeDayCount: 1 });
    expect(report.intervalRateCv.low).toBeLessThan(0.05);
  });

  it('splits the spread of rates into independent factors of day and interval', () => {
    const report = calibrateContacts(syntheticContacts({ seed: 2, days: 84, dayCv: 0.2, intervalCv: 0.1 }), UTC);
    const { intervalRateCv, rateCv } = planningParameters(report);
    expect((1 + rateCv!.day ** 2) * (1 + rateCv!.interval ** 2) - 1).toBeCloseTo(intervalRateCv! ** 2, 9);
  });

  it.each([
    [{ ...answered(10), waitSeconds: -3 }, 'waitSeconds (-3) must be 0 or more'],
    [answered(-1), 'handleSeconds (-1) must be 0 or more'],
    [{ ...answered(10), arrivedAt: Number.NaN }, 'arrivedAt (NaN) must be an instant'],
  ])('refuses %j', (contact, words) => {
    expect(() => calibrateContacts([contact], UTC)).toThrow(words);
  });

  it('refuses intervals that do not divide a day', () => {
    expect(() => calibrateContacts([], { zone: 'UTC', intervalMinutes: 7 })).toThrow(
      'intervalMinutes (7) must divide 1440',
    );
  });
});
