import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { youngDayMinutes } from './young-day-minutes.rule.js';

const rule = () => verifyRule(youngDayMinutes).in({ agent: { youngUntilOn: '2026-11-05' } });

describe('young-day-minutes', () => {
  it('allows eight hours and no minute more', () => {
    rule().given('Mon 09:00-18:00 lunch@12:00+60').passes();
    rule().given('Mon 09:00-18:01 lunch@12:00+60').breaches(1, 1);
    rule().given('Mon 09:00-13:00', 'Mon 14:00-18:01').breaches(1, 1);
  });

  it('asks nothing of adults, nor on the day of coming of age', () => {
    rule().given('Thu 09:00-20:00').passes();
    verifyRule(youngDayMinutes).given('Mon 09:00-20:00').passes();
  });

  it('counts a shift past midnight to its start, by elapsed time', () => {
    rule().given('Wed 16:00-00:01').breaches(1, 1);
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20', agent: { youngUntilOn: '2026-01-01' } };
    verifyRule(youngDayMinutes).in(autumn).given('Sat 22:00-06:00').breaches(1, 60);
  });
});
