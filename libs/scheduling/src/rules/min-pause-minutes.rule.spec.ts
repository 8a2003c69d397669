import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { minPauseMinutes } from './min-pause-minutes.rule.js';

const rule = () => verifyRule(minPauseMinutes, { pauseMinutes: 10 });

describe('min-pause-minutes', () => {
  it('measures the time between two runs of contact work', () => {
    rule().given('Mon 09:00-17:00 break@11:00+10').passes();
    rule().given('Mon 09:00-17:00 break@11:00+9 break@15:00+4').breaches(2, 1, 6);
  });

  it('joins activities that follow one another', () => {
    rule().given('Mon 09:00-17:00 break@11:00+5 training@11:05+5').passes();
  });

  it('leaves the ends of the shift alone', () => {
    rule().given('Mon 09:00-17:00 break@16:55+5', 'Tue 09:00-12:00').passes();
  });

  it('counts elapsed minutes over midnight', () => {
    rule().given('Sun 20:00-04:00 break@23:55+9').breaches(1, 1);
  });

  it('counts elapsed minutes over a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    rule().in(spring).given('Sat 22:00-06:00 break@01:55+10').passes(); // until 03:05 by the clock
    rule().in(spring).given('Sat 22:00-06:00 break@01:55+9').breaches(1, 1);
  });
});
