import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { youngNight } from './young-night.rule.js';

const rule = () => verifyRule(youngNight).in({ agent: { youngUntilOn: '2026-11-05' } }); // of age on Thursday

describe('young-night', () => {
  it('keeps nights from those under age', () => {
    rule().given('Mon 13:00-22:00').passes();
    rule().given('Mon 13:00-22:01').breaches(1, 1);
    rule().given('Mon 04:59-12:00').breaches(1, 1);
    rule().given('Mon 05:00-12:00').passes();
  });

  it('ends with the day on which somebody comes of age', () => {
    rule().given('Thu 22:00-06:00').passes();
    rule().given('Wed 22:00-06:00').breaches(1, 420); // 22:00 to 05:00
  });

  it('asks nothing of adults', () => {
    verifyRule(youngNight).given('Mon 22:00-06:00').passes();
  });

  it('counts elapsed minutes in the night of a clock change', () => {
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20', agent: { youngUntilOn: '2026-01-01' } };
    verifyRule(youngNight).in(autumn).given('Sat 22:00-06:00').breaches(1, 480);
  });
});
