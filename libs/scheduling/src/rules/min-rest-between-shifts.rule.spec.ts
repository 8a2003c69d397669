import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { minRestBetweenShifts } from './min-rest-between-shifts.rule.js';

const rule = () => verifyRule(minRestBetweenShifts, { restMinutes: 660 });

describe('min-rest-between-shifts', () => {
  it('tells by how much the rest is too short', () => {
    rule().given('Mon 14:00-22:00', 'Tue 07:00-15:00').breaches(1, 120); // 660 - 9 x 60
  });

  it('lets the very rest pass', () => {
    rule().given('Mon 14:00-22:00', 'Tue 09:00-17:00').passes(); // 11 h
  });

  it('counts elapsed minutes in the spring night of Berlin', () => {
    const berlin = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    const verdict = rule().in(berlin).given('Sat 14:00-22:00', 'Sun 09:00-17:00');
    verdict.breaches(1, 60); // 22:00 to 09:00 is 11 h by the clock, 600 min elapsed
    expect(verdict.findings.breaches[0]!.values).toEqual({ restMinutes: 600, limit: 660 });
  });

  it('counts the twelfth hour of the autumn night', () => {
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-10-20' }).given('Sat 14:00-22:00', 'Sun 08:00-17:00').passes(); // 660
  });

  it('sees the last shift of the week before', () => {
    rule()
      .in({ history: [shiftOf('Sun-1 14:00-22:00')] })
      .given('Mon 07:00-15:00')
      .breaches(1, 120);
  });

  it('says that it cannot judge the first shift without history', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 07:00-15:00').cannotJudge('2026-11-01T11:00:00Z'); // Sunday 20:00
  });

  it('needs to know of a night shift that ran into the week', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 14:00-22:00').cannotJudge('2026-11-01T15:00:00Z'); // Monday 00:00
    rule()
      .in({ historyFromAt: startOfLocalDay('2026-11-02', 'Asia/Tokyo') })
      .given('Mon 14:00-22:00')
      .passes();
    rule()
      .in({ history: [shiftOf('Sun-1 22:00-06:00')] })
      .given('Mon 14:00-22:00')
      .breaches(1, 180); // 06:00 to 14:00 is 480
  });

  it('needs no history for a first shift on Wednesday', () => {
    rule().in({ historyFromAt: undefined }).given('Wed 07:00-15:00').passes();
  });

  it('judges when the history reaches back just far enough', () => {
    const historyFromAt = startOfLocalDay('2026-11-01', 'Asia/Tokyo') + 20 * 3_600_000; // Sunday 20:00
    rule().in({ historyFromAt }).given('Mon 07:00-15:00').passes();
    rule()
      .in({ historyFromAt: historyFromAt + 60_000 })
      .given('Mon 07:00-15:00')
      .cannotJudge('2026-11-01T11:00:00Z');
  });

  it('measures from the shift that ended last', () => {
    rule().given('Mon 08:00-23:00', 'Mon 10:00-12:00', 'Tue 09:00-17:00').breaches(2, 660, 60); // overlap: no rest at all; then 23:00-09:00
  });
});
