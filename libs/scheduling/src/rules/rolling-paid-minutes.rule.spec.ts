import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { rollingPaidMinutes } from './rolling-paid-minutes.rule.js';

const rule = () => verifyRule(rollingPaidMinutes, { maxMinutes: 960, windowDays: 3 });

describe('rolling-paid-minutes', () => {
  it('looks at any days in a row', () => {
    rule().given('Mon 09:00-17:00', 'Wed 09:00-17:00', 'Fri 09:00-17:00').passes();
    rule().given('Mon 09:00-17:00', 'Wed 09:00-17:01').breaches(1, 1);
    rule().given('Mon 09:00-17:00', 'Thu 09:00-17:01', 'Fri 09:00-17:00').breaches(1, 1);
  });

  it('makes one breach of windows that overlap, with the greatest excess', () => {
    rule().given('Mon 09:00-17:00', 'Tue 09:00-17:00', 'Wed 09:00-10:00', 'Thu 09:00-15:00').breaches(1, 60);
  });

  it('goes on over the edge of the week and counts nights to their start', () => {
    rule()
      .in({ history: [shiftOf('Sat-1 09:00-17:00'), shiftOf('Sun-1 22:00-06:00')] })
      .given('Mon 14:00-14:01')
      .breaches(1, 1);
  });

  it('cannot tell of the first days without history', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-10-30T15:00:00Z');
    rule().in({ historyFromAt: undefined }).given('Mon 08:00-00:01').breaches(1, 1);
  });

  it('counts elapsed minutes across a clock change', () => {
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20' };
    rule().in(autumn).given('Fri 09:00-16:00', 'Sat 22:00-06:00').passes(); // 420 + 540
    rule().in(autumn).given('Fri 09:00-16:01', 'Sat 22:00-06:00').breaches(1, 1);
  });
});
