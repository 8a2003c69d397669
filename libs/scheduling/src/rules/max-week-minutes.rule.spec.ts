import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxWeekMinutes } from './max-week-minutes.rule.js';

const rule = () => verifyRule(maxWeekMinutes, { maxMinutes: 1200 });
const noLunch = ['Mon 09:00-17:00', 'Tue 09:00-17:00'];

describe('max-week-minutes', () => {
  it('lets the very most pass and tells by how much a week is over it', () => {
    rule()
      .given(...noLunch, 'Wed 09:00-13:00')
      .passes(); // 480 + 480 + 240
    rule()
      .given(...noLunch, 'Wed 09:00-13:01')
      .breaches(1, 1);
  });

  it('does not count unpaid lunch', () => {
    rule()
      .given(...noLunch, 'Wed 09:00-14:00 lunch@11:00+60')
      .passes();
  });

  it('counts a shift past midnight to the week in which it starts', () => {
    rule().given('Sun 22:00-06:00', 'Sat 09:00-17:00', 'Fri 09:00-13:01').breaches(1, 1);
    rule()
      .in({ history: [shiftOf('Sun-1 22:00-06:00')] })
      .given(...noLunch)
      .passes();
  });

  it('counts elapsed minutes in a night of the clock change', () => {
    // Berlin, Sunday 2025-10-26: 22:00 to 06:00 is nine hours.
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20' };
    verifyRule(maxWeekMinutes, { maxMinutes: 480 }).in(autumn).given('Sat 22:00-06:00').breaches(1, 60);
  });

  it('does not count leave as work', () => {
    const week = { startAt: Date.UTC(2026, 10, 5), endAt: Date.UTC(2026, 10, 6) };
    rule()
      .in({ timeOff: [{ agentId: 'amy', ...week, paidMinutes: 480 }] })
      .given(...noLunch)
      .passes();
  });
});
