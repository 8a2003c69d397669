import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { forbiddenSuccession } from './forbidden-succession.rule.js';

const rule = () => verifyRule(forbiddenSuccession, { pairs: 'late > early, night > early' });

describe('forbidden-succession', () => {
  it('forbids the second on the day after the first, and only then', () => {
    rule().given('Mon 14:00-22:00 as:late', 'Tue 06:00-14:00 as:early').breaches(1, 1);
    rule().given('Mon 14:00-22:00 as:late', 'Wed 06:00-14:00 as:early').passes();
    rule().given('Mon 06:00-14:00 as:early', 'Tue 14:00-22:00 as:late').passes();
  });

  it('looks at the last day of the history', () => {
    const history = [shiftOf('Sun-1 22:00-06:00 as:night')];
    rule().in({ history }).given('Mon 08:00-16:00 as:early').breaches(1, 1);
  });

  it('cannot judge a shift of the first day without history that something may forbid', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 08:00-16:00 as:early').cannotJudge('2026-10-31T15:00:00Z');
    rule().in({ historyFromAt: undefined }).given('Mon 14:00-22:00 as:late').passes();
  });
});
