import fc from 'fast-check';
import { addDays } from '@yotei/time';
import { balanceOn, minutesUsed, type AccrualTerms, type BalanceEntry } from './balance.js';

const DAY = 480;
const terms: AccrualTerms = {
  yearlyMinutes: 20 * DAY,
  accrual: 'upfront',
  carryOverMinutes: 5 * DAY,
  yearStartMonth: 1,
};
const none = { taken: [], adjustments: [] };

describe('a leave balance', () => {
  it('grants a whole year at once, and the months that are left to who comes in between', () => {
    expect(
      balanceOn('2026-03-10', { terms: { ...terms, carryOverMinutes: 0 }, hiredOn: '2020-01-01', ...none }),
    ).toMatchObject({
      yearFromOn: '2026-01-01',
      yearUntilOn: '2027-01-01',
      grantedMinutes: 20 * DAY,
      leftMinutes: 20 * DAY,
    });
    // Hired in April: nine of twelve months, 15 of 20 days.
    expect(balanceOn('2026-05-01', { terms, hiredOn: '2026-04-15', ...none }).leftMinutes).toBe(15 * DAY);
    expect(balanceOn('2026-04-14', { terms, hiredOn: '2026-04-15', ...none }).leftMinutes).toBe(0);
  });

  it('grants by the month where that is agreed', () => {
    const monthly: AccrualTerms = { ...terms, accrual: 'monthly', yearlyMinutes: 12 * DAY };
    // January to March: three days; nine are to come, five of the twelve are carried over and seven lapse.
    expect(balanceOn('2026-03-31', { terms: monthly, hiredOn: '2026-01-01', ...none })).toMatchObject({
      ...{ leftMinutes: 3 * DAY, toComeMinutes: 9 * DAY, lapsesMinutes: 7 * DAY },
    });
  });

  it('takes over at most what is agreed, for one year', () => {
    const taken: BalanceEntry[] = [{ on: '2025-08-01', minutes: 12 * DAY }];
    // 20 - 12 = 8 days left of 2025, five of them come over.
    const next = balanceOn('2026-02-01', { terms, hiredOn: '2025-01-01', taken, adjustments: [] });
    expect(next).toMatchObject({ carriedMinutes: 5 * DAY, leftMinutes: 25 * DAY });
  });

  it('begins its year in April where that is agreed', () => {
    const april = { ...terms, yearStartMonth: 4 };
    expect(balanceOn('2026-03-31', { terms: april, hiredOn: '2020-01-01', ...none }).yearFromOn).toBe('2025-04-01');
    expect(balanceOn('2026-04-01', { terms: april, hiredOn: '2020-01-01', ...none }).yearFromOn).toBe('2026-04-01');
  });

  const entry = fc.record({
    on: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days)),
    minutes: fc.integer({ min: 0, max: 2000 }),
  });
  const anyTerms: fc.Arbitrary<AccrualTerms> = fc.record({
    yearlyMinutes: fc.integer({ min: 0, max: 20_000 }),
    accrual: fc.constantFrom('upfront', 'monthly'),
    carryOverMinutes: fc.integer({ min: 0, max: 5_000 }),
    yearStartMonth: fc.integer({ min: 1, max: 12 }),
  });
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days));

  it('always adds up, never grants more than a year’s, never carries more than is agreed', () => {
    fc.assert(
      fc.property(anyTerms, day, day, fc.array(entry, { maxLength: 8 }), (given, on, hiredOn, taken) => {
        const balance = balanceOn(on, { terms: given, hiredOn, taken, adjustments: [] });
        expect(balance.leftMinutes).toBe(balance.grantedMinutes + balance.carriedMinutes - balance.takenMinutes);
        expect(balance.grantedMinutes + balance.toComeMinutes).toBeLessThanOrEqual(given.yearlyMinutes);
        // What lapses and what comes over are all that is left at the end of the year.
        const next = balanceOn(balance.yearUntilOn, { terms: given, hiredOn, taken, adjustments: [] });
        const atEnd = Math.max(0, balance.leftMinutes + balance.toComeMinutes);
        if (hiredOn < balance.yearUntilOn) expect(balance.lapsesMinutes + next.carriedMinutes).toBe(atEnd);
        expect(balance.carriedMinutes).toBeLessThanOrEqual(given.carryOverMinutes);
        expect(balance.yearFromOn <= on && on < balance.yearUntilOn).toBe(true);
      }),
    );
  });

  it('does not grow by taking more', () => {
    fc.assert(
      fc.property(anyTerms, day, fc.array(entry, { maxLength: 8 }), entry, (given, on, taken, more) => {
        const input = { terms: given, hiredOn: '2022-05-01', adjustments: [] };
        const before = balanceOn(on, { ...input, taken }).leftMinutes;
        expect(balanceOn(on, { ...input, taken: [...taken, more] }).leftMinutes).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('minutes an absence uses', () => {
  const contract = { weeklyMinutes: 2400, daysPerWeek: 5 };
  it('are those of working days', () => {
    expect(minutesUsed({ wholeDays: 1, partMinutes: 0 }, contract)).toBe(480);
    expect(minutesUsed({ wholeDays: 7, partMinutes: 0 }, contract)).toBe(2400);
    expect(minutesUsed({ wholeDays: 9, partMinutes: 0 }, contract)).toBe(2400 + 2 * 480);
    expect(minutesUsed({ wholeDays: 0, partMinutes: 120 }, contract)).toBe(120);
    expect(minutesUsed({ wholeDays: 0, partMinutes: 1400 }, contract)).toBe(480);
  });
});
