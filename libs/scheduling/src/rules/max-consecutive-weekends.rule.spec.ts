import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxConsecutiveWeekends } from './max-consecutive-weekends.rule.js';

const rule = (weekendsInRow = 2) => verifyRule(maxConsecutiveWeekends, { weekendsInRow }).in({ weeks: 3 });
const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);
const midnight = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');

describe('max-consecutive-weekends', () => {
  it('lets two weekends in a row pass and counts the third', () => {
    rule()
      .given(...shifts('Sat', 'Sun+1'))
      .passes();
    rule()
      .given(...shifts('Sat', 'Sun', 'Sun+1', 'Sat+2'))
      .breaches(1, 1);
  });

  it('begins anew after a weekend off', () => {
    rule(1)
      .given(...shifts('Sat', 'Sun+2'))
      .passes();
  });

  it('does not end a row with a period, as a most of two weeks would', () => {
    rule(1)
      .given(...shifts('Sun+1', 'Sat+2'))
      .breaches(1, 1);
  });

  it('counts a night to the day on which it starts', () => {
    rule(1).given('Fri 22:00-06:00', 'Sat+1 22:00-06:00').passes(); // Friday is no weekend
    rule(1).given('Sun 22:00-06:00', 'Sat+1 22:00-06:00').breaches(1, 1);
  });

  it('joins the row with the weekends before and counts only those of the horizon', () => {
    const history = [shiftOf('Sun-2 09:00-17:00'), shiftOf('Sat-1 09:00-17:00')];
    rule()
      .in({ history })
      .given(...shifts('Sun', 'Sat+1'))
      .breaches(1, 2);
    rule()
      .in({ history })
      .given(...shifts('Sun+1', 'Sat+2'))
      .passes();
  });

  it('counts earlier weekends of which only the hours are known', () => {
    const { startAt, endAt } = shiftOf('Sat-2 09:00-17:00');
    const scene = {
      history: [shiftOf('Sat-1 09:00-17:00')],
      historyFromAt: midnight('2026-10-26'),
      earlier: [{ agentId: 'amy', startAt, endAt, paidMinutes: 480 }],
      earlierFromAt: midnight('2026-09-28'),
    };
    rule()
      .in(scene)
      .given(...shifts('Sat'))
      .breaches(1, 1);
  });

  it('goes by dates over a clock change', () => {
    rule(1)
      .in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' })
      .given('Sun 01:00-04:00', 'Sat+1 09:00-17:00')
      .breaches(1, 1);
  });

  it('cuts no weekend in two where the plan begins on a Sunday', () => {
    const sunday = { startsOn: '2026-11-01', history: [shiftOf('Sat-1 09:00-17:00')] };
    rule(1)
      .in(sunday)
      .given(...shifts('2026-11-01'))
      .passes(); // one weekend
    rule(1)
      .in(sunday)
      .given(...shifts('2026-11-07'))
      .breaches(1, 1); // Saturday of the history and the Saturday after
  });

  it('cannot judge a row that may have begun before what is known', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Sat'))
      .cannotJudge('2026-10-23T15:00:00Z'); // two weekends before
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Sat+1'))
      .passes();
    rule()
      .in({ historyFromAt: midnight('2026-10-31') }) // the free weekend before
      .given(...shifts('Sat'))
      .passes();
  });
});
