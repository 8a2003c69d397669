import { DAY_MILLIS, HOUR_MILLIS, startOfLocalDay } from '@yotei/time';
import { MONDAY, shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { averageWeekMinutes } from './average-week-minutes.rule.js';

const rule = () => verifyRule(averageWeekMinutes, { averageMinutes: 480, weeks: 2 });
const monday = startOfLocalDay(MONDAY, TOKYO);

describe('average-week-minutes', () => {
  it('joins the weeks before', () => {
    const history = [shiftOf('Mon-1 09:00-17:00')];
    rule().in({ history }).given('Mon 09:00-17:00').passes(); // 480 + 480 = 2 x 480
    rule().in({ history }).given('Mon 09:00-17:01').breaches(1, 1);
    rule().in({ history }).given('Sun 22:00-06:01').breaches(1, 1); // counts to the Sunday
  });

  it('holds against the plan what it adds, not what the weeks before were beyond alone', () => {
    const history = [shiftOf('Mon-1 08:00-20:00'), shiftOf('Tue-1 08:00-20:00')]; // 1,440 where 2 x 480 are allowed
    rule().in({ history }).given().passes();
    rule().in({ history }).given('Mon 09:00-09:30').breaches(1, 30);
  });

  it('leaves out what lies before the reference period', () => {
    rule()
      .in({ history: [shiftOf('Sun-2 22:00-06:00')] })
      .given('Mon 09:00-17:00', 'Tue 09:00-17:00')
      .passes();
  });

  it('reads shifts from before the history', () => {
    const earlier = [
      {
        agentId: 'amy',
        startAt: monday - 90 * DAY_MILLIS,
        endAt: monday - 90 * DAY_MILLIS + 9 * HOUR_MILLIS,
        paidMinutes: 540,
      },
    ];
    const known = { earlier, earlierFromAt: monday - 112 * DAY_MILLIS };
    const long = verifyRule(averageWeekMinutes, { averageMinutes: 60, weeks: 17 }); // 1,020 minutes in all
    long.in(known).given('Mon 09:00-17:00').passes(); // 540 + 480
    long.in(known).given('Mon 09:00-17:01').breaches(1, 1);
  });

  it('says from when it would have to know', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-10-25T15:00:00Z');
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00', 'Tue 09:00-17:01').breaches(1, 1);
  });

  it('counts elapsed minutes across a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    const night = verifyRule(averageWeekMinutes, { averageMinutes: 420, weeks: 1 }).in(spring);
    night.given('Sat 22:00-06:00').passes(); // seven hours elapse
    night.given('Sat 22:00-06:01').breaches(1, 1);
  });

  it('gives the engine what is left of the reference period', () => {
    const view = rule().in({ history: [shiftOf('Mon-1 09:00-14:00')] });
    const { tour } = averageWeekMinutes;
    const seen = view.viewOf();
    const range = tour.kind === 'week-minutes' ? tour.range(seen, { averageMinutes: 480, weeks: 2 }, 0) : null;
    expect(range).toEqual({ min: 0, max: 660 }); // 960 - 300
  });
});
