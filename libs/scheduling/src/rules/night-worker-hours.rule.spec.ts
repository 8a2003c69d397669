import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { nightWorkerHours } from './night-worker-hours.rule.js';

const rule = () => verifyRule(nightWorkerHours, { averageMinutes: 480, weeks: 2, nightShifts: 2 });
const history = [shiftOf('Mon-1 22:00-06:00')];

describe('night-worker-hours', () => {
  it('judges those with enough nights only', () => {
    rule().in({ history }).given('Mon 22:00-06:00').passes(); // 960 = 2 x 480
    rule().in({ history }).given('Mon 22:00-06:00', 'Wed 09:00-09:01').breaches(1, 1);
    rule().in({ history }).given('Mon 09:00-17:00', 'Wed 09:00-17:00').passes(); // one night: no night worker
  });

  it('asks for enough time inside the night', () => {
    rule().in({ history }).given('Mon 17:00-00:59', 'Wed 09:00-17:00').passes(); // 22:00 to 00:59: a minute less than 3 h
    rule().in({ history }).given('Mon 17:00-01:00', 'Wed 09:00-17:00').breaches(1, 480);
  });

  it('needs the reference period', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 22:00-06:00').cannotJudge('2026-10-25T15:00:00Z');
  });

  it('knows a night that begins at midnight, across a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    const irish = { averageMinutes: 60, weeks: 1, nightShifts: 1, nightFromMinute: 1440, nightUntilMinute: 420 };
    // Sunday 2025-03-30: 00:00 to 04:00 are three hours; a minute less is no night.
    verifyRule(nightWorkerHours, irish).in(spring).given('Sun 00:00-04:00').breaches(1, 120);
    verifyRule(nightWorkerHours, irish).in(spring).given('Sun 00:00-03:59').passes();
  });
});
