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
});
