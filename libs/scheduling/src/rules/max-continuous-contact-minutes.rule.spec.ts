import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxContinuousContactMinutes } from './max-continuous-contact-minutes.rule.js';

describe('max-continuous-contact-minutes', () => {
  it('measures each run beyond the limit', () => {
    const rule = verifyRule(maxContinuousContactMinutes);
    rule.given('Mon 09:00-15:00 break@11:00+15').breaches(1, 105); // 11:15-15:00 is 225
    rule.given('Mon 09:00-13:15 training@11:00+15').passes();
  });
});
