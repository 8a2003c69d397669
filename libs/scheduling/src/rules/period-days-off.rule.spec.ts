import { startOfLocalDay } from '@yotei/time';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { periodDaysOff } from './period-days-off.rule.js';

const rule = (minDaysOff: number, maxDaysOff: number, periodWeeks = 0) =>
  verifyRule(periodDaysOff, { minDaysOff, maxDaysOff, periodWeeks });
const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);
const midnight = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');
const away = (from: string, until: string) => ({
  timeOff: [{ agentId: 'amy', startAt: midnight(from), endAt: midnight(until), paidMinutes: 0 }],
});

describe('period-days-off', () => {
  it('lets both ends pass and no day beyond', () => {
    rule(2, 3)
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri'))
      .passes();
    rule(2, 3)
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu'))
      .passes();
    rule(2, 3)
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'))
      .breaches(1, 1);
    rule(2, 3)
      .given(...shifts('Mon', 'Tue'))
      .breaches(1, 2);
  });

  it('counts each period by itself', () => {
    rule(0, 6, 1)
      .in({ weeks: 2 })
      .given(...shifts('Mon', 'Tue', 'Wed'))
      .breaches(1, 1); // seven in the second week
    rule(0, 11, 2)
      .in({ weeks: 2 })
      .given(...shifts('Mon', 'Tue', 'Wed'))
      .passes();
  });

  it('holds a last period cut short to the most only', () => {
    rule(8, 14, 2)
      .in({ weeks: 3 })
      .given(...shifts('Mon+2', 'Tue+2', 'Wed+2', 'Thu+2', 'Fri+2', 'Sat+2', 'Sun+2'))
      .passes();
    rule(0, 5, 2)
      .in({ weeks: 1 })
      .given(...shifts('Mon'))
      .breaches(1, 1);
  });

  it('counts a night to the day on which it starts, also at the edge of a week', () => {
    rule(6, 6, 1).in({ weeks: 2 }).given('Sun 22:00-06:00', 'Mon+1 22:00-06:00').passes();
  });

  it('counts dates over a clock change', () => {
    rule(5, 5)
      .in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' })
      .given(...shifts('Sat', 'Sun'))
      .passes();
  });

  it('allows a day off more for each day of absence, and asks for none fewer', () => {
    const scene = away('2026-11-03', '2026-11-05'); // Tuesday and Wednesday
    rule(0, 3)
      .in(scene)
      .given(...shifts('Mon', 'Thu'))
      .passes(); // five off, two of them absent
    rule(0, 3)
      .in(scene)
      .given(...shifts('Mon'))
      .breaches(1, 1);
    rule(3, 7)
      .in(scene)
      .given(...shifts('Mon', 'Thu', 'Fri', 'Sat'))
      .passes();
  });

  it('needs no history', () => {
    rule(1, 6)
      .in({ historyFromAt: undefined })
      .given(...shifts('Mon'))
      .passes();
  });
});
