import { startOfLocalDay } from '@yotei/time';
import { shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxLongOvertimeMonths } from './max-long-overtime-months.rule.js';

const rule = () =>
  verifyRule(maxLongOvertimeMonths, { monthMinutes: 60, months: 1 }).in({
    historyFromAt: startOfLocalDay('2025-11-01', TOKYO) - 7 * 86_400_000,
  });

describe('max-long-overtime-months', () => {
  it('counts months beyond the hours among twelve', () => {
    const history = [shiftOf('2025-12-01 09:00-18:01')];
    rule().in({ history }).given('Mon 09:00-18:00').passes(); // the very hours do not count
    rule().in({ history }).given('Mon 09:00-18:01').breaches(1, 1);
  });

  it('forgets the thirteenth month back', () => {
    rule()
      .in({ history: [shiftOf('2025-11-30 09:00-18:01')] })
      .given('Mon 09:00-18:01')
      .passes();
  });

  it('counts a night past the end of a month to its start', () => {
    const edge = { startsOn: '2026-11-30', history: [shiftOf('2026-10-01 09:00-18:01')] };
    rule().in(edge).given('Mon 20:00-05:01').breaches(2, 1, 1); // November counts, and stays among December's twelve
  });

  it('needs twelve months', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2025-11-30T15:00:00Z');
  });

  it('measures by elapsed time', () => {
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20', historyFromAt: 0 };
    const none = verifyRule(maxLongOvertimeMonths, { monthMinutes: 59, months: 0 }).in(autumn);
    none.given('Sat 22:00-06:00').breaches(1, 1);
    none.given('Fri 22:00-06:00').passes();
  });
});
