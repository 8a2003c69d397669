import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { breakLatestStart } from './break-latest-start.rule.js';

const first = () => verifyRule(breakLatestStart, { workMinutes: 300, breakMinutes: 30, latestStartMinutes: 300 });
const second = () =>
  verifyRule(breakLatestStart, { workMinutes: 600, breakMinutes: 30, latestStartMinutes: 600, breakNumber: 2 });

describe('break-latest-start', () => {
  it('wants the meal begun before the end of the fifth hour', () => {
    first().given('Mon 09:00-18:00 lunch@14:00+60').passes();
    first().given('Mon 09:00-18:00 lunch@14:01+60').breaches(1, 1);
  });

  it('asks for none in a short day, and misses it in a longer one', () => {
    first().given('Mon 09:00-14:00').passes();
    first().given('Mon 09:00-14:01').breaches(1, 1);
    first().given('Mon 09:00-17:00').breaches(1, 180); // none until the end of the eighth hour
  });

  it('does not take a short break for a meal', () => {
    first().given('Mon 09:00-17:00 break@11:00+29').breaches(1, 180);
    first().given('Mon 09:00-17:00 break@11:00+30').passes();
  });

  it('wants a second one in very long days', () => {
    second().given('Mon 08:00-19:00 lunch@12:00+60').passes(); // 10 h of work
    second().given('Mon 08:00-19:01 lunch@12:00+60').breaches(1, 61);
    second().given('Mon 08:00-20:00 lunch@12:00+60 lunch@18:00+30').passes();
    second().given('Mon 08:00-20:00 lunch@12:00+60 lunch@18:01+30').breaches(1, 1);
  });

  it('counts elapsed minutes over midnight and in the night of a clock change', () => {
    first().given('Sun 22:00-06:00 lunch@03:00+30').passes();
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20' };
    first().in(autumn).given('Sat 22:00-06:00 lunch@03:00+30').breaches(1, 60); // six hours after 22:00
  });
});
