import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { minConsecutiveDaysOff } from './min-consecutive-days-off.rule.js';

const rule = () => verifyRule(minConsecutiveDaysOff, { days: 2 });
const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);

describe('min-consecutive-days-off', () => {
  it('asks for rows of days off between shifts', () => {
    rule()
      .given(...shifts('Mon', 'Tue', 'Fri', 'Sat'))
      .passes();
    rule()
      .given(...shifts('Mon', 'Tue', 'Thu', 'Fri'))
      .breaches(1, 1); // Wednesday alone
  });

  it('leaves the days off at the end alone', () => {
    rule()
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'))
      .passes();
  });

  it('counts the days off before the horizon', () => {
    const history = [shiftOf('Sat-1 09:00-17:00')];
    rule()
      .in({ history })
      .given(...shifts('Tue'))
      .passes(); // Sunday and Monday
    rule()
      .in({ history })
      .given(...shifts('Mon'))
      .breaches(1, 1); // Sunday alone, ended by Monday
  });

  it('cannot judge the first days off without history', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Tue'))
      .cannotJudge('2026-10-30T15:00:00Z');
  });
});
