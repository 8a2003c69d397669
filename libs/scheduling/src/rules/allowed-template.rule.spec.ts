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

  it('follows the rotation: templates and days off of the week of the cycle, further on by the agent’s offset', () => {
    const rotation = {
      startsOn: '2026-10-26', // the Monday before: the judged week is the second of three
      weeks: [{ templateIds: ['day'] }, { templateIds: ['weekend'], daysOff: [6] }, {}],
    };
    const contract = { templateIds: ['day', 'weekend'], rotation };
    const rule = verifyRule(allowedTemplate).in({ templates, contract });
    rule.given('Mon 09:00-18:00 as:day').breaches(1, 1);
    rule.given('Sun 09:00-18:00 as:weekend').passes();
    rule.given('Sat 09:00-18:00 as:weekend').breaches(1, 1);
    const third = verifyRule(allowedTemplate).in({ templates, contract, agent: { rotationOffsetWeeks: 1 } });
    third.given('Mon 09:00-18:00 as:day', 'Sat 09:00-18:00 as:weekend').passes();
    const own = { startsOn: '2026-11-09', weeks: [{ templateIds: ['weekend'] }, { templateIds: ['day'] }] };
    const instead = verifyRule(allowedTemplate).in({ templates, contract, agent: { rotation: own } });
    // The week before the cycle's start is its last: day.
    instead.given('Mon 09:00-18:00 as:day').passes();
  });
});
