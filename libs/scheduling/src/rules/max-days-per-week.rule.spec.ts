import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxDaysPerWeek } from './max-days-per-week.rule.js';

const nine = (...days: string[]) => days.map((day) => `${day} 09:00-18:00 lunch@12:00+60`);

describe('max-days-per-week', () => {
  it('counts days beyond the contract', () => {
    const rule = verifyRule(maxDaysPerWeek).in({ contract: { daysPerWeekMax: 3 } });
    rule.given(...nine('Mon', 'Tue', 'Thu', 'Fri', 'Sat')).breaches(1, 2);
    rule.given(...nine('Mon', 'Tue', 'Thu')).passes();
  });
});
