import { startOfLocalDay } from '@yotei/time';
import { tileActivities, type Shift } from '../roster/index.js';
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

/** Amy in Tokyo; November 2026 has thirty days and ends on a Monday. */
describe('period-days-off by months of the calendar', () => {
  const month = (minDaysOff: number, maxDaysOff: number) =>
    verifyRule(periodDaysOff, { minDaysOff, maxDaysOff, calendarMonths: 1 });
  const nine = (on: string) => midnight(on) + 9 * 3_600_000;
  /** Worked on the first twenty days of the month but for these. */
  const worked = (...off: number[]): Shift[] =>
    Array.from({ length: 20 }, (_, i) => i + 1)
      .filter((day) => !off.includes(day))
      .map((day) => {
        const startAt = nine(`2026-11-${String(day).padStart(2, '0')}`);
        const span = { startAt, endAt: startAt + 480 * 60_000 };
        return { agentId: 'amy', ...span, activities: tileActivities(span, [], 'contact') };
      });
  // 21 and 22 November are a free weekend before the plan.
  const scene = { startsOn: '2026-11-23', historyFromAt: midnight('2026-11-01') };

  it('says that the least cannot be reached any more, and not before', () => {
    const rule = month(8, 30).in({ ...scene, history: worked(1, 7, 8) }); // five off, eight days to come
    rule.given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri')).passes(); // 28, 29 and 30 November can be off
    rule.given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat')).breaches(1, 1);
  });

  it('counts each month by itself', () => {
    const rule = month(8, 30).in({ ...scene, weeks: 2, history: worked(1, 7, 8) });
    rule.given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Tue+1', 'Wed+1', 'Thu+1', 'Fri+1')).passes();
    rule.given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri'), 'Mon+1 22:00-06:00').breaches(1, 1);
  });

  it('allows the most and no day beyond, leave of the month on top', () => {
    const history = worked(1, 7, 8); // 17 worked: five off by Sunday the 22nd
    month(0, 7)
      .in({ ...scene, history })
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri'))
      .passes();
    month(0, 7)
      .in({ ...scene, history })
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu'))
      .breaches(1, 1);
    month(0, 7)
      .in({ ...scene, history, ...away('2026-11-27', '2026-11-28') })
      .given(...shifts('Mon', 'Tue', 'Wed', 'Thu'))
      .passes();
  });

  it('holds days before the plan against nobody', () => {
    month(10, 30)
      .in({ ...scene, history: worked() })
      .given()
      .passes(); // 2 off and 8 to come: just possible
    month(11, 30)
      .in({ ...scene, history: worked() })
      .given()
      .passes(); // out of reach whatever is planned
    month(11, 30)
      .in({ ...scene, history: worked() })
      .given(...shifts('Mon'))
      .breaches(1, 1);
  });

  it('cannot judge a month of which earlier days are not known', () => {
    const rule = month(8, 30).in({ ...scene, historyFromAt: midnight('2026-11-09'), history: worked(1, 7, 8) });
    rule.given(...shifts('Mon')).cannotJudge('2026-10-31T15:00:00Z');
    rule.given(...shifts('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat')).breaches(1, 1);
  });
});
