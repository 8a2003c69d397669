import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { dayBoundMinutes } from './day-bound-minutes.rule.js';

const rule = () => verifyRule(dayBoundMinutes, { minBoundMinutes: 240, maxBoundMinutes: 540 });

describe('day-bound-minutes', () => {
  it('counts unpaid breaks', () => {
    rule().given('Mon 09:00-18:00 lunch@12:00+60').passes(); // 540, of them 480 paid
    rule().given('Mon 09:00-18:01 lunch@12:00+60').breaches(1, 1);
  });

  it('asks for a least time of a day that is worked', () => {
    rule().given('Mon 09:00-13:00').passes();
    rule().given('Mon 09:00-12:59').breaches(1, 1);
  });

  it('goes from the first start to the last end of a day', () => {
    rule().given('Mon 08:00-11:00', 'Mon 15:00-18:30').breaches(1, 90); // 10.5 h
  });

  it('counts over midnight to the day of the start, and over the edge of a week', () => {
    rule().given('Sun 21:00-06:00').passes();
    rule().given('Sun 21:00-07:00').breaches(1, 60);
  });

  it('counts elapsed minutes in the night of a clock change', () => {
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-10-20' }).given('Sat 21:00-06:00').breaches(1, 60);
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' }).given('Sat 21:00-07:00').passes();
  });

  it('needs no history', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-18:00').passes();
  });
});
