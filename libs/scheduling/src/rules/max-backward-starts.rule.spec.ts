import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxBackwardStarts } from './max-backward-starts.rule.js';

const rule = (steps = 0) => verifyRule(maxBackwardStarts, { steps, toleranceMinutes: 60 });

describe('max-backward-starts', () => {
  it('counts days that start earlier than the day before', () => {
    rule().given('Mon 09:00-17:00', 'Tue 08:00-16:00').passes();
    rule().given('Mon 09:00-17:00', 'Tue 07:59-16:00').breaches(1, 1);
    rule(1).given('Mon 09:00-17:00', 'Tue 07:00-15:00', 'Wed 09:00-17:00', 'Thu 07:00-15:00').breaches(1, 1);
  });

  it('lets a day off in between', () => {
    rule().given('Mon 14:00-22:00', 'Wed 07:00-15:00').passes();
  });

  it('sees the day before the week, and says when it is not known', () => {
    rule()
      .in({ history: [shiftOf('Sun-1 14:00-22:00')] })
      .given('Mon 09:00-17:00')
      .breaches(1, 1);
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-10-31T15:00:00Z');
    rule().in({ historyFromAt: undefined }).given('Tue 09:00-17:00').passes();
  });

  it('goes by the clock on the wall in the night of a clock change', () => {
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' }).given('Sat 09:00-17:00', 'Sun 08:00-16:00').passes();
  });

  it('takes a night for late, so that the day after it is a step back', () => {
    rule().given('Mon 22:00-06:00', 'Tue 14:00-22:00').breaches(1, 1);
  });
});
