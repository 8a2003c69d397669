import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxConsecutiveNights } from './max-consecutive-nights.rule.js';

const rule = () => verifyRule(maxConsecutiveNights, { nights: 2 });

describe('max-consecutive-nights', () => {
  it('counts nights in a row', () => {
    rule().given('Mon 22:00-06:00', 'Tue 22:00-06:00', 'Wed 22:00-06:00').breaches(1, 1);
    rule().given('Mon 22:00-06:00', 'Tue 22:00-06:00', 'Thu 22:00-06:00').passes();
  });

  it('asks for enough time inside the night', () => {
    rule().given('Mon 17:00-01:00', 'Tue 17:00-01:00', 'Wed 17:00-00:59').passes(); // 22:00 to 00:59: a minute less than 3 h
    rule().given('Mon 17:00-01:00', 'Tue 17:00-01:00', 'Wed 17:00-01:00').breaches(1, 1);
    rule().given('Mon 02:00-10:00', 'Tue 02:00-10:00', 'Wed 02:00-10:00').breaches(1, 1); // 02:00 to 05:00
  });

  it('joins the nights of last week', () => {
    const history = [shiftOf('Sat-1 22:00-06:00'), shiftOf('Sun-1 22:00-06:00')];
    rule().in({ history }).given('Mon 22:00-06:00').breaches(1, 1);
    rule().in({ historyFromAt: undefined }).given('Mon 22:00-06:00').cannotJudge('2026-10-30T15:00:00Z');
  });

  it('measures a night of the clock change by elapsed time', () => {
    // Berlin, 2025-03-30: 22:00 to 02:00 and 03:00 to 05:00 are six hours; of a shift from 00:00 to 04:00 three lie in it.
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24', historyFromAt: 0 };
    const shift = 'Sun 00:00-04:00';
    verifyRule(maxConsecutiveNights, { nights: 1, nightMinutes: 180 })
      .in(spring)
      .given('Sat 00:00-04:00', shift)
      .breaches(1, 1);
    verifyRule(maxConsecutiveNights, { nights: 1, nightMinutes: 181 })
      .in(spring)
      .given('Sat 00:00-04:00', shift)
      .passes();
  });
});
