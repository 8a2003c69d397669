import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxNightShiftMinutes } from './max-night-shift-minutes.rule.js';

const rule = () => verifyRule(maxNightShiftMinutes, { maxMinutes: 480 });

describe('max-night-shift-minutes', () => {
  it('limits shifts that lie in the night', () => {
    rule().given('Mon 21:00-05:00').passes();
    rule().given('Mon 21:00-05:01').breaches(1, 1);
    rule().given('Mon 08:00-19:00').passes();
  });

  it('takes a shift with less than three hours at night for a day shift', () => {
    rule().given('Mon 15:00-00:59').passes();
    rule().given('Mon 15:00-01:00').breaches(1, 120);
  });

  it('does not count unpaid lunch', () => {
    rule().given('Mon 20:30-05:30 lunch@00:00+60').passes();
  });

  it('counts the hour that an autumn night has more', () => {
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-10-20' }).given('Sat 22:00-06:00').breaches(1, 60);
  });

  it('judges a night that starts on the last day, not one of last week', () => {
    rule().given('Sun 21:00-05:01').breaches(1, 1);
    rule().given('Sun-1 21:00-05:01').passes();
  });
});
