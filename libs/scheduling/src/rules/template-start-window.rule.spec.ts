import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { templateStartWindow } from './template-start-window.rule.js';

describe('template-start-window', () => {
  it('measures how far the start is outside', () => {
    const rule = verifyRule(templateStartWindow);
    rule.given('Mon 07:15-16:00 as:day').breaches(1, 45); // 08:00 - 07:15
    rule.given('Mon 12:30-21:30 as:day').breaches(1, 30);
    rule.given('Mon 08:00-17:00 as:day', 'Tue 12:00-21:00 as:day', 'Wed 03:00-04:00').passes();
  });
});
