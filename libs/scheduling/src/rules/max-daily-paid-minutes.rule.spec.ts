import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxDailyPaidMinutes } from './max-daily-paid-minutes.rule.js';

describe('max-daily-paid-minutes', () => {
  it('adds the shifts of a day and leaves lunch out', () => {
    const rule = verifyRule(maxDailyPaidMinutes, { paidMinutes: 480 });
    rule.given('Mon 09:00-18:00 lunch@12:00+60').passes();
    rule.given('Mon 09:00-18:00').breaches(1, 60);
    rule.given('Mon 08:00-12:00', 'Mon 13:00-18:00').breaches(1, 60); // 240 + 300 - 480
  });
});
