import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { youngWeekMinutes } from './young-week-minutes.rule.js';

const rule = (youngUntilOn: string) =>
  verifyRule(youngWeekMinutes, { maxMinutes: 960 }).in({ agent: { youngUntilOn } });
const days = ['Mon 09:00-17:00', 'Sun 22:00-06:00'];

describe('young-week-minutes', () => {
  it('allows so many hours and no minute more', () => {
    rule('2027-01-01')
      .given(...days)
      .passes();
    rule('2027-01-01')
      .given(...days, 'Tue 09:00-09:01')
      .breaches(1, 1);
  });

  it('judges a week in which somebody comes of age, not the one after', () => {
    rule('2026-11-03')
      .given(...days, 'Tue 09:00-09:01')
      .breaches(1, 1);
    rule('2026-11-02')
      .given(...days, 'Tue 09:00-09:01')
      .passes();
  });

  it('measures by elapsed time', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24', agent: { youngUntilOn: '2026-01-01' } };
    verifyRule(youngWeekMinutes, { maxMinutes: 420 }).in(spring).given('Sat 22:00-06:00').passes();
  });
});
