import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { templateActivityLengths } from './template-activity-lengths.rule.js';

describe('template-activity-lengths', () => {
  it('measures what is missing of a break', () => {
    const rule = verifyRule(templateActivityLengths);
    rule.given('Mon 09:00-18:00 lunch@12:00+45 as:day').breaches(1, 15);
    rule.given('Mon 09:00-18:00 as:day').breaches(1, 60);
    rule.given('Mon 09:00-18:00 lunch@12:00+75 as:day', 'Tue 09:00-18:00').passes();
  });
});
