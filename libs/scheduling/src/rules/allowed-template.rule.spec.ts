import { dayTemplate } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { allowedTemplate } from './allowed-template.rule.js';

describe('allowed-template', () => {
  const templates = [dayTemplate, { ...dayTemplate, id: 'weekend', weekdays: [6, 7] }];

  it('wants a template of the contract', () => {
    const rule = verifyRule(allowedTemplate).in({ templates });
    rule.given('Mon 09:00-18:00 as:day').passes();
    rule.given('Mon 09:00-18:00 as:weekend').breaches(1, 1);
    rule.given('Mon 09:00-18:00').breaches(1, 1);
  });

  it('wants a weekday of the template', () => {
    const rule = verifyRule(allowedTemplate).in({ templates, contract: { templateIds: ['weekend'] } });
    rule.given('Sat 09:00-18:00 as:weekend').passes();
    rule.given('Fri 09:00-18:00 as:weekend').breaches(1, 1);
  });
});
