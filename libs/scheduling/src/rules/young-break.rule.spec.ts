import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { youngBreak } from './young-break.rule.js';

const rule = () => verifyRule(youngBreak).in({ agent: { youngUntilOn: '2026-11-05' } });

describe('young-break', () => {
  it('is due beyond four and a half hours', () => {
    rule().given('Mon 09:00-13:30').passes();
    rule().given('Mon 09:00-13:31').breaches(1, 30);
    rule().given('Mon 09:00-17:00 break@12:00+30').passes();
    rule().given('Mon 09:00-17:00 break@12:00+29').breaches(1, 1);
  });

  it('does not take a break at the edge of the shift', () => {
    rule().given('Mon 09:00-17:00 break@16:30+30').breaches(1, 30);
  });

  it('asks nothing of adults and of the day of coming of age', () => {
    rule().given('Thu 09:00-17:00').passes();
    rule().given('Wed 23:00-07:00').breaches(1, 30);
  });

  it('counts elapsed minutes over a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24', agent: { youngUntilOn: '2026-01-01' } };
    verifyRule(youngBreak).in(spring).given('Sat 22:00-03:30').passes(); // four and a half hours without the one from 2 to 3
    verifyRule(youngBreak).in(spring).given('Sat 22:00-03:31').breaches(1, 30);
  });
});
