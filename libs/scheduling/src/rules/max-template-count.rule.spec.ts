import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxTemplateCount } from './max-template-count.rule.js';

describe('max-template-count', () => {
  it('counts the templates named together', () => {
    const rule = verifyRule(maxTemplateCount, { templates: 'night, late', count: 1 });
    rule.given('Mon 22:00-06:00 as:night', 'Wed 09:00-17:00 as:day').passes();
    rule.given('Mon 22:00-06:00 as:night', 'Wed 14:00-22:00 as:late').breaches(1, 1);
  });

  it('begins anew in each period', () => {
    verifyRule(maxTemplateCount, { templates: 'night', count: 1, periodWeeks: 1 })
      .in({ weeks: 2 })
      .given('Sun 22:00-06:00 as:night', 'Mon+1 22:00-06:00 as:night', 'Tue+1 22:00-06:00 as:night')
      .breaches(1, 1);
  });

  it('asks nothing of shifts without a template, or without a name', () => {
    verifyRule(maxTemplateCount, { templates: 'night' }).given('Mon 22:00-06:00').passes();
    verifyRule(maxTemplateCount).given('Mon 22:00-06:00 as:night').passes();
  });
});
