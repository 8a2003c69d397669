import { startOfLocalDay } from '@yotei/time';
import { shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxOvertimeYear } from './max-overtime-year.rule.js';

const rule = () =>
  verifyRule(maxOvertimeYear, { maxMinutes: 180 }).in({ historyFromAt: startOfLocalDay('2025-03-01', TOKYO) });

describe('max-overtime-year', () => {
  it('adds up from April', () => {
    const history = [shiftOf('2026-04-01 09:00-19:00')]; // two hours
    rule().in({ history }).given('Mon 09:00-18:00').passes();
    rule().in({ history }).given('Mon 09:00-18:01').breaches(1, 1);
    rule()
      .in({ history: [shiftOf('2026-03-31 09:00-19:00')] })
      .given('Mon 09:00-20:00')
      .passes();
  });

  it('begins a new year inside the plan', () => {
    // Monday 29 March 2027; Thursday is 1 April.
    const edge = { startsOn: '2027-03-29' };
    rule().in(edge).given('Mon 09:00-20:00', 'Thu 09:00-20:00').passes();
    rule().in(edge).given('Mon 09:00-20:01', 'Thu 09:00-20:01').breaches(2, 1, 1);
    rule().in(edge).given('Wed 22:00-09:01').breaches(1, 1); // the night of March belongs to March
  });

  it('needs the year so far', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-03-29T15:00:00Z'); // week of 1 April
  });

  it('measures by elapsed time', () => {
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20', historyFromAt: 0 };
    verifyRule(maxOvertimeYear, { maxMinutes: 59 }).in(autumn).given('Sat 22:00-06:00').breaches(1, 1);
  });
});
