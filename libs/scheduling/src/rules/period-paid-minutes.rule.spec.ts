import { startOfLocalDay } from '@yotei/time';
import { tileActivities, type Shift } from '../roster/index.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { periodPaidMinutes } from './period-paid-minutes.rule.js';

const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);

describe('period-paid-minutes', () => {
  it('lets weeks be uneven as long as the period is right', () => {
    const rule = verifyRule(periodPaidMinutes, { minMinutes: 1440, maxMinutes: 1440 }).in({ weeks: 2 });
    rule.given(...shifts('Mon', 'Tue', 'Mon+1')).passes();
    rule.given(...shifts('Mon', 'Tue')).breaches(1, 480); // 1440 - 2 x 480
    rule.given(...shifts('Mon', 'Tue', 'Wed', 'Mon+1')).breaches(1, 480);
  });

  it('counts paid leave', () => {
    const day = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');
    const timeOff = [{ agentId: 'amy', startAt: day('2026-11-04'), endAt: day('2026-11-05'), paidMinutes: 450 }];
    verifyRule(periodPaidMinutes, { minMinutes: 1440 })
      .in({ timeOff })
      .given(...shifts('Mon', 'Tue'))
      .breaches(1, 30); // 1440 - 960 - 450
  });

  it('judges each period; the last, cut short, for its most only', () => {
    const rule = verifyRule(periodPaidMinutes, { minMinutes: 960, maxMinutes: 960, periodWeeks: 2 }).in({ weeks: 3 });
    rule.given(...shifts('Mon', 'Mon+1')).passes();
    rule.given(...shifts('Mon', 'Mon+1', 'Mon+2', 'Tue+2', 'Wed+2')).breaches(1, 480);
    rule.given().breaches(1, 960);
  });
});

/** Amy in Tokyo; November 2026 begins on a Sunday, and its last day is a Monday. */
describe('period-paid-minutes by months of the calendar', () => {
  const month = (minMinutes: number, maxMinutes: number) =>
    verifyRule(periodPaidMinutes, { minMinutes, maxMinutes, calendarMonths: 1 });
  const startsOn = '2026-11-23';
  const historyFromAt = startOfLocalDay('2026-11-01', 'Asia/Tokyo');
  const worked = (...starts: string[]): Shift[] =>
    starts.map((at) => {
      const startAt = Date.parse(at);
      const span = { startAt, endAt: startAt + 480 * 60_000 };
      return { agentId: 'amy', ...span, activities: tileActivities(span, [], 'contact') };
    });
  const history = worked('2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z'); // 960

  it('adds what was worked since the first of the month', () => {
    const rule = month(0, 1920).in({ startsOn, historyFromAt, history });
    rule.given(...shifts('Mon', 'Tue')).passes(); // 4 x 480
    rule.given(...shifts('Mon', 'Tue', 'Wed')).breaches(1, 480);
    rule.given('Mon 09:00-17:00', 'Tue 09:00-17:01').breaches(1, 1);
  });

  it('begins anew with the next month, a night counted to the day on which it starts', () => {
    const rule = month(0, 1920).in({ startsOn, weeks: 2, historyFromAt, history });
    // Monday of the second week is 30 November; its night ends in December.
    rule.given('Mon 09:00-17:00', 'Mon+1 22:00-06:00', ...shifts('Tue+1', 'Wed+1', 'Thu+1', 'Fri+1')).passes();
    rule.given('Mon 09:00-17:00', 'Tue 09:00-17:00', 'Mon+1 22:00-06:00').breaches(1, 480);
  });

  it('asks for the least when the month ends in the plan, and not before', () => {
    const scene = { startsOn, historyFromAt, history };
    month(1920, 9600)
      .in({ ...scene, weeks: 2 })
      .given(...shifts('Mon'))
      .breaches(1, 480); // 1920 - 3 x 480; December is not over
    month(1920, 9600)
      .in({ ...scene, weeks: 2 })
      .given(...shifts('Mon', 'Mon+1'))
      .passes();
    month(1920, 9600)
      .in(scene)
      .given(...shifts('Mon'))
      .passes();
  });

  it('holds against a plan only what it adds', () => {
    const rule = month(0, 480).in({ startsOn, historyFromAt, history });
    rule.given().passes();
    rule.given(...shifts('Mon')).breaches(1, 480);
  });

  it('counts paid leave of the month, also before the plan', () => {
    const leave = (on: string, until: string) => ({
      ...{ agentId: 'amy', startAt: startOfLocalDay(on, 'Asia/Tokyo'), endAt: startOfLocalDay(until, 'Asia/Tokyo') },
      paidMinutes: 480,
    });
    const rule = month(0, 1920).in({ startsOn, historyFromAt, history, timeOff: [leave('2026-11-05', '2026-11-06')] });
    rule.given(...shifts('Mon')).passes(); // 960 + 480 + 480
    rule.given(...shifts('Mon', 'Tue')).breaches(1, 480);
  });

  it('counts elapsed minutes over a clock change', () => {
    const scene = { zone: 'Europe/Berlin', startsOn: '2025-03-24', historyFromAt: Date.parse('2025-02-28T23:00:00Z') };
    // The night before Sunday, 30 March 2025 is an hour short: 420 minutes.
    month(0, 420).in(scene).given('Sat 22:00-06:00').passes();
    month(0, 419).in(scene).given('Sat 22:00-06:00').breaches(1, 1);
  });

  it('cannot judge a month of which earlier days are not known, unless it is over already', () => {
    const rule = month(0, 960).in({ startsOn, historyFromAt: startOfLocalDay('2026-11-09', 'Asia/Tokyo') });
    rule.given(...shifts('Mon')).cannotJudge('2026-10-31T15:00:00Z');
    rule.given(...shifts('Mon', 'Tue', 'Wed')).breaches(1, 480);
    month(0, 960)
      .in({ startsOn: '2027-02-01', historyFromAt: undefined })
      .given(...shifts('Mon'))
      .passes();
  });
});
