import { startOfLocalDay } from '@yotei/time';
import { shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxOvertimeMonths } from './max-overtime-months.rule.js';

/** Japan's special clause in small: two hours a month, the week's limit out of the way. */
const rule = (more = {}) => verifyRule(maxOvertimeMonths, { averageMinutes: 120, ...more });
const known = { historyFromAt: startOfLocalDay('2026-04-01', TOKYO) };

describe('max-overtime-months', () => {
  it('counts what goes beyond eight hours a day', () => {
    rule().in(known).given('Mon 09:00-18:00', 'Tue 09:00-18:00').passes();
    rule().in(known).given('Mon 09:00-18:00', 'Tue 09:00-18:01').breaches(1, 1);
  });

  it('counts what goes beyond forty hours a week, once', () => {
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => `${day} 09:00-17:00`);
    rule()
      .in(known)
      .given(...days, 'Sat 09:00-11:00')
      .passes();
    rule()
      .in(known)
      .given(...days, 'Sat 09:00-11:01')
      .breaches(1, 1);
    rule()
      .in(known)
      .given('Mon 09:00-19:01', ...days.slice(1), 'Sat 09:00-10:00')
      .breaches(1, 61); // 121 beyond the day, 60 beyond the week
  });

  it('keeps to the calendar month, whatever the week', () => {
    // 30 November is the Monday of the fifth week; Tuesday belongs to December.
    const weeks = { ...known, startsOn: '2026-11-30' };
    rule().in(weeks).given('Mon 09:00-19:00', 'Tue 09:00-19:00').passes();
    rule().in(weeks).given('Mon 09:00-19:00', 'Tue 09:00-19:01').breaches(1, 1);
    rule()
      .in({ ...known, history: [shiftOf('2026-10-31 09:00-19:00')] })
      .given('Mon 09:00-19:00')
      .passes();
  });

  it('averages over several months', () => {
    const history = [shiftOf('2026-10-01 09:00-20:00')]; // three hours in October
    rule({ fewestMonths: 2, mostMonths: 6 })
      .in({ ...known, history })
      .given('Mon 09:00-18:00')
      .passes(); // 180 + 60 = 2 x 120
    rule({ fewestMonths: 2, mostMonths: 6 })
      .in({ ...known, history })
      .given('Mon 09:00-18:01')
      .breaches(1, 1);
  });

  it('counts a night to the day on which it starts, by elapsed time', () => {
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20', historyFromAt: 0 };
    verifyRule(maxOvertimeMonths, { averageMinutes: 59 }).in(autumn).given('Sat 22:00-06:00').breaches(1, 1); // nine hours
  });

  it('needs the weeks from the one in which the month began', () => {
    // November began on Sunday the 1st, in the week of 26 October.
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-10-25T15:00:00Z');
  });
});
