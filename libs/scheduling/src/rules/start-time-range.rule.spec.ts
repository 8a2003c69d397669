import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { startTimeRange } from './start-time-range.rule.js';

const rule = () => verifyRule(startTimeRange, { rangeMinutes: 120 });

describe('start-time-range', () => {
  it('compares the earliest and the latest start of a week', () => {
    rule().given('Mon 08:00-16:00', 'Wed 10:00-18:00').passes();
    rule().given('Mon 08:00-16:00', 'Wed 10:01-18:00').breaches(1, 1);
    rule().given('Mon 08:00-16:00').passes();
  });

  it('begins anew each week', () => {
    rule().in({ weeks: 2 }).given('Sun 08:00-16:00', 'Mon+1 14:00-22:00').passes();
  });

  it('compares the starts of a longer period where it is asked to', () => {
    const shifts = ['Sun 08:00-16:00', 'Mon+1 14:00-22:00'];
    const over = (periodWeeks: number) =>
      verifyRule(startTimeRange, { rangeMinutes: 120, periodWeeks }).in({ weeks: 2 });
    over(2)
      .given(...shifts)
      .breaches(1, 240); // 6 h - 2 h
    over(0)
      .given(...shifts)
      .breaches(1, 240);
    over(1)
      .given(...shifts)
      .passes();
  });

  it('goes by the clock on the wall on the day of a clock change', () => {
    rule().in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' }).given('Sat 08:00-16:00', 'Sun 10:00-18:00').passes();
  });

  it('takes a start before midnight for late', () => {
    rule().given('Mon 22:00-06:00', 'Wed 09:00-17:00').breaches(1, 660); // 13 h - 2 h
  });
});
