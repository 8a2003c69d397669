import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { youngRest } from './young-rest.rule.js';

const rule = () => verifyRule(youngRest).in({ agent: { youngUntilOn: '2027-01-01' } });

describe('young-rest', () => {
  it('asks for twelve hours', () => {
    rule().given('Mon 13:00-21:00', 'Tue 09:00-17:00').passes();
    rule().given('Mon 13:00-21:01', 'Tue 09:00-17:00').breaches(1, 1);
    verifyRule(youngRest).given('Mon 13:00-22:00', 'Tue 09:00-17:00').passes();
  });

  it('looks back over the edge of the week', () => {
    rule()
      .in({ history: [shiftOf('Sun-1 14:00-22:00')] })
      .given('Mon 09:00-17:00')
      .breaches(1, 60);
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-11-01T12:00:00Z');
  });

  it('measures by elapsed time', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    rule().in(spring).given('Sat 13:00-21:00', 'Sun 09:00-17:00').breaches(1, 60);
  });

  it('is counted from the end past midnight', () => {
    rule().given('Mon 16:00-00:30', 'Tue 12:30-18:00').passes();
    rule().given('Mon 16:00-00:30', 'Tue 12:29-18:00').breaches(1, 1);
  });
});
