import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxWorkWithoutBreak } from './max-work-without-break.rule.js';

const rule = () => verifyRule(maxWorkWithoutBreak, { workMinutes: 360, breakMinutes: 15 });

describe('max-work-without-break', () => {
  it('limits every stretch between breaks', () => {
    rule().given('Mon 08:00-14:00').passes();
    rule().given('Mon 08:00-14:01').breaches(1, 1);
    rule().given('Mon 08:00-17:00 lunch@12:00+60').passes();
    rule().given('Mon 08:00-21:02 lunch@14:01+60').breaches(2, 1, 1);
  });

  it('does not take a very short rest for a break', () => {
    rule().given('Mon 08:00-16:00 break@12:00+15').passes();
    rule().given('Mon 08:00-16:00 break@12:00+14').breaches(1, 120);
  });

  it('does not take other work for a break', () => {
    rule().given('Mon 08:00-16:00 training@12:00+60').breaches(1, 120);
  });

  it('counts elapsed minutes over midnight and in the night of a clock change', () => {
    rule().given('Sun 22:00-04:00').passes();
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-10-20' }).given('Sat 22:00-04:00').breaches(1, 60);
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' }).given('Sat 22:00-05:00').passes();
  });
});
