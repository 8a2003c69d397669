import { DAY_MILLIS, startOfLocalDay } from '@yotei/time';
import { amy, MONDAY, problemOf, shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import type { ObjectiveSettings, Preference, Shift } from '../roster/index.js';
import { planCosts } from './plan-costs.js';

const costs = (objective: ObjectiveSettings, shifts: readonly Shift[], history: readonly Shift[] = []) =>
  planCosts(problemOf({ objective, history }), amy, shifts);

const wishCost = (wish: Omit<Preference, 'agentId'>, shifts: readonly Shift[]) =>
  planCosts(problemOf({ preferences: [{ ...wish, agentId: 'amy' }] }), amy, shifts).wishes;

describe('wishes', () => {
  it('a wanted day of work costs when it stays free', () => {
    const wish = { kind: 'day-on', on: '2026-11-03', weight: 5 } as const;
    expect(wishCost(wish, [shiftOf('Mon 09:00-18:00')])).toBe(5);
    expect(wishCost(wish, [shiftOf('Tue 09:00-18:00')])).toBe(0);
  });

  it('a wish for the end looks at the end, past midnight too', () => {
    const wish = { kind: 'end-between', untilMinute: 1200, weight: 3 } as const;
    expect(wishCost(wish, [shiftOf('Mon 11:00-20:00'), shiftOf('Tue 12:00-21:00')])).toBe(3);
    // 22:00 to 06:00 ends at minute 1800 of its day.
    expect(wishCost({ ...wish, untilMinute: 1800 }, [shiftOf('Mon 22:00-06:00')])).toBe(0);
  });
});

describe('wellbeing', () => {
  const quick: ObjectiveSettings = { wellbeing: [{ termId: 'quick-return', weight: 4 }] };

  it('prices a start less than eleven hours after the last end, after the history too', () => {
    expect(costs(quick, [shiftOf('Mon 13:00-22:00'), shiftOf('Tue 08:00-17:00')]).wellbeing).toBe(4);
    expect(costs(quick, [shiftOf('Mon 13:00-22:00'), shiftOf('Tue 09:00-18:00')]).wellbeing).toBe(0);
    expect(costs(quick, [shiftOf('Mon 08:00-17:00')], [shiftOf('Sun-1 14:00-23:00')]).wellbeing).toBe(4);
  });

  it('prices a move from late to early on days in a row, not over a day off', () => {
    const rotation: ObjectiveSettings = { wellbeing: [{ termId: 'backward-rotation', weight: 2 }] };
    expect(costs(rotation, [shiftOf('Mon 12:00-20:00'), shiftOf('Tue 08:00-17:00')]).wellbeing).toBe(2);
    expect(costs(rotation, [shiftOf('Mon 12:00-20:00'), shiftOf('Tue 11:00-19:00')]).wellbeing).toBe(0);
    expect(costs(rotation, [shiftOf('Mon 12:00-20:00'), shiftOf('Wed 08:00-17:00')]).wellbeing).toBe(0);
  });

  it('names a term the catalogue does not know', () => {
    expect(() => costs({ wellbeing: [{ termId: 'nap', weight: 1 }] }, [])).toThrow(/termId \(nap\)/);
  });
});

describe('fairness', () => {
  const late: ObjectiveSettings = { fairness: { memoryWeeks: 4, weights: { late: 5 } } };
  const fairness = (shifts: readonly Shift[], weeks = 1) =>
    planCosts(problemOf({ objective: late, weeks }), amy, shifts).fairness;
  const lates = (...days: string[]) => days.map((day) => shiftOf(`${day} 14:00-22:00`));

  it('prices each further late of a week higher, and begins anew with the next week', () => {
    expect(fairness(lates('Mon'))).toBe(5);
    expect(fairness(lates('Mon', 'Tue', 'Wed'))).toBe(3 * 5 + 10 + 20); // the rise is twice the price
    expect(fairness([...lates('Mon', 'Tue'), ...lates('Mon+1')], 2)).toBe(3 * 5 + 10);
  });
});

describe('stability', () => {
  const weights = { dayWeight: 10, movedHourWeight: 2, breakQuarterWeight: 1 };
  const base = [shiftOf('Mon 09:00-18:00 lunch@12:00+60'), shiftOf('Tue 09:00-18:00')];
  const against = (shifts: readonly Shift[], decidedAt?: number) =>
    costs({ stability: weights, stabilityBase: { shifts: base, decidedAt } }, shifts).stability;

  it('is nothing when nothing changes', () => {
    expect(against(base)).toBe(0);
  });

  it('prices days given and taken, hours moved and quarters of breaks worked', () => {
    expect(against([base[0]!])).toBe(10);
    expect(against([...base, shiftOf('Thu 09:00-18:00')])).toBe(10);
    // Start and end an hour later: 2 x 2.
    expect(against([base[0]!, shiftOf('Tue 10:00-19:00')])).toBe(4);
    // Lunch half an hour later: two quarters of the old lunch are worked.
    expect(against([shiftOf('Mon 09:00-18:00 lunch@12:30+60'), base[1]!])).toBe(2);
  });

  it('weighs a change by the notice people have', () => {
    const mondayAt = startOfLocalDay(MONDAY, TOKYO) + 9 * 3_600_000;
    const cancelMonday = (days: number) => against([base[1]!], mondayAt - days * DAY_MILLIS);
    expect([14, 13, 7, 6, 2, 1].map(cancelMonday)).toEqual([10, 20, 20, 30, 30, 50]);
  });
});

describe('money', () => {
  const pay = { unitsPerCurrency: 0.5, hourly: [{ contractId: 'open', perHour: 20 }] };
  const paid = (more: object, shifts: readonly Shift[]) => costs({ money: { ...pay, ...more } }, shifts).money;

  it('is paid hours times pay times the rate, lunch left out', () => {
    // 8 paid hours x 20 x 0.5
    expect(paid({}, [shiftOf('Mon 09:00-18:00 lunch@12:00+60')])).toBe(80);
  });

  it('adds premiums for the share at night, weekends, holidays and overtime', () => {
    // 8 h, 7 of them between 22:00 and 05:00: 8 x 20 x (1 + 0.25 x 7/8) x 0.5
    expect(paid({ nightPremiumFraction: 0.25 }, [shiftOf('Mon 22:00-06:00')])).toBeCloseTo(97.5, 9);
    expect(paid({ weekendPremiumFraction: 0.5 }, [shiftOf('Sat 09:00-17:00')])).toBe(120);
    const holiday = { weekendPremiumFraction: 0.5, holidayPremiumFraction: 1, holidays: ['2026-11-07'] };
    expect(paid(holiday, [shiftOf('Sat 09:00-17:00')])).toBe(160);
    // 16 h, 6 beyond ten: 16 x 10 + 6 x 10 x 0.5
    const overtime = { overtimePremiumFraction: 0.5, overtimeAfterWeeklyMinutes: 600 };
    expect(paid(overtime, [shiftOf('Mon 09:00-17:00'), shiftOf('Tue 09:00-17:00')])).toBe(190);
  });
});
