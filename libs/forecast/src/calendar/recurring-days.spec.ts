import { bridgeDays, isWeekend, recurringEvents, type MonthlyRule } from './recurring-days.js';

const holidays = new Set(['2026-11-23', '2026-12-24']);
const range = {
  fromOn: '2026-08-01',
  untilOn: '2026-12-31',
  isClosed: (on: string) => isWeekend(on) || holidays.has(on),
};
const days = (rule: MonthlyRule, lastsDays = 1) =>
  recurringEvents({ title: 'Pay-day', rule, lastsDays, effect: { kind: 'learned' } }, range).map(
    ({ fromOn }) => fromOn,
  );

describe('days that come every month', () => {
  it('move before or after days without business, or stay', () => {
    // 25 October 2026 is a Sunday
    const on = (closedDays: 'before' | 'after' | 'stay') =>
      days({ kind: 'day-of-month', day: 25, closedDays }).filter((day) => day.startsWith('2026-10'));
    expect([on('before'), on('after'), on('stay')]).toEqual([['2026-10-23'], ['2026-10-26'], ['2026-10-25']]);
  });

  it('are the last of a short month when asked for the 31st', () => {
    expect(days({ kind: 'day-of-month', day: 31, closedDays: 'stay' })).toEqual([
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
    ]);
  });

  it('are the n-th business day, from either end, past holidays', () => {
    // August 2026 begins on a Saturday; Monday 23 November is a holiday
    expect(days({ kind: 'business-day', nth: 2 })[0]).toBe('2026-08-04');
    expect(days({ kind: 'business-day', nth: 16 })[3]).toBe('2026-11-24');
    expect(days({ kind: 'business-day', nth: -1 })).toContain('2026-10-30');
  });

  it('reach into the range when they last', () => {
    expect(days({ kind: 'day-of-month', day: 30, closedDays: 'stay' }, 4)[0]).toBe('2026-07-30');
  });

  it.each<[MonthlyRule, number, string]>([
    [{ kind: 'day-of-month', day: 32, closedDays: 'stay' }, 1, 'day (32)'],
    [{ kind: 'business-day', nth: 0 }, 1, 'nth (0)'],
    [{ kind: 'business-day', nth: 1 }, 29, 'lastsDays (29)'],
  ])('refuse %j over %i days', (rule, lastsDays, message) => {
    expect(() => days(rule, lastsDays)).toThrow(message);
  });
});

describe('bridge days', () => {
  it('lie between a holiday and a weekend', () => {
    // Tuesday 3 November makes Monday the 2nd one; Thursday 24 December makes Friday the 25th one
    const with3rd = new Set([...holidays, '2026-11-03']);
    const isClosed = (on: string) => isWeekend(on) || with3rd.has(on);
    expect(bridgeDays({ ...range, isClosed }, with3rd)).toEqual(['2026-11-02', '2026-12-25']);
  });
});
