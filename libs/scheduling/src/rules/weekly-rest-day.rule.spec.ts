import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { weeklyRestDay } from './weekly-rest-day.rule.js';

const nine = (...days: string[]) => days.map((day) => `${day} 09:00-18:00 lunch@12:00+60`);

describe('weekly-rest-day', () => {
  it('asks for the days off in each week', () => {
    verifyRule(weeklyRestDay)
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'))
      .breaches(1, 1);
    verifyRule(weeklyRestDay)
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'))
      .passes();
    verifyRule(weeklyRestDay, { daysOff: 2 })
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'))
      .breaches(1, 1);
  });

  it('counts a shift past midnight to the day on which it starts, also at the edge of the week', () => {
    const six = nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat');
    verifyRule(weeklyRestDay)
      .given(...six, 'Sun 22:00-06:00')
      .breaches(1, 1);
    // Sunday is free of starts although Saturday's night reaches into it; Monday's shift is the next week's.
    verifyRule(weeklyRestDay)
      .in({ weeks: 2 })
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri'), 'Sat 22:00-06:00', 'Mon+1 00:00-08:00')
      .passes();
  });

  it('has seven days in a week in which the clock changes', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    verifyRule(weeklyRestDay)
      .in(spring)
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'))
      .breaches(1, 1);
    verifyRule(weeklyRestDay)
      .in(spring)
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sun'))
      .passes();
  });
});
