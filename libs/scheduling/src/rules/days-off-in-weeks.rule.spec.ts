import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { daysOffInWeeks } from './days-off-in-weeks.rule.js';

const rule = () => verifyRule(daysOffInWeeks, { daysOffTogether: 3, weeks: 2 });
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const week = (days: number, suffix = '') => DAYS.slice(0, days).map((day) => `${day}${suffix} 22:00-06:00`);
const lastWeek = (days: number) => week(days, '-1').map((text) => shiftOf(text));

describe('days-off-in-weeks', () => {
  it('counts the weeks together', () => {
    rule()
      .in({ history: lastWeek(5) })
      .given(...week(6))
      .passes(); // 2 + 1
    rule()
      .in({ history: lastWeek(6) })
      .given(...week(6))
      .breaches(1, 1); // 1 + 1
    rule()
      .in({ history: lastWeek(7) })
      .given(...week(7))
      .breaches(1, 3);
  });

  it('holds against the plan the days it takes, not those that lacked before', () => {
    const history = lastWeek(7);
    const strict = () => verifyRule(daysOffInWeeks, { daysOffTogether: 8, weeks: 2 }).in({ history });
    strict().given().passes(); // 7 of 8, and no day of this week worked
    strict()
      .given(...week(2))
      .breaches(1, 2);
  });

  it('leaves out the weeks before them', () => {
    const before = week(7, '-2').map((text) => shiftOf(text));
    rule()
      .in({ history: [...before, ...lastWeek(5)] })
      .given(...week(6))
      .passes();
  });

  it('needs the weeks before', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...week(4))
      .cannotJudge('2026-10-25T15:00:00Z');
  });

  it('takes days from the calendar in a week of 167 hours', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    verifyRule(daysOffInWeeks, { daysOffTogether: 1, weeks: 1 })
      .in(spring)
      .given(...week(7))
      .breaches(1, 1);
    verifyRule(daysOffInWeeks, { daysOffTogether: 1, weeks: 1 })
      .in(spring)
      .given(...week(6))
      .passes();
  });
});
