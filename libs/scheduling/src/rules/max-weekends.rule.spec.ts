import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxWeekends } from './max-weekends.rule.js';

const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);

describe('max-weekends', () => {
  it('counts a weekend once, whichever of its days are worked', () => {
    const rule = verifyRule(maxWeekends, { weekends: 1 }).in({ weeks: 3 });
    rule.given(...shifts('Sat', 'Sun', 'Mon+1')).passes();
    rule.given(...shifts('Sat', 'Sun', 'Sun+1')).breaches(1, 1);
    rule.given(...shifts('Sun', 'Sat+1', 'Sat+2')).breaches(1, 2); // three weekends, one allowed
  });

  it('begins anew in each period', () => {
    const rule = verifyRule(maxWeekends, { weekends: 1, periodWeeks: 2 }).in({ weeks: 4 });
    rule.given(...shifts('Sat+1', 'Sun+2')).passes();
    rule.given(...shifts('Sat', 'Sat+1', 'Sun+2', 'Sun+3')).breaches(2, 1, 1);
  });

  it('counts a Friday night past midnight to Friday', () => {
    verifyRule(maxWeekends, { weekends: 0 }).given('Fri 22:00-06:00').passes();
  });
});
