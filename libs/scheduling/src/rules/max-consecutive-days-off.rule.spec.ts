import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxConsecutiveDaysOff } from './max-consecutive-days-off.rule.js';

const rule = () => verifyRule(maxConsecutiveDaysOff, { days: 3 });
const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);
/** Works on the Sunday before, so that no row runs in from last week. */
const history = [shiftOf('Sun-1 09:00-17:00')];
const midnight = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');

describe('max-consecutive-days-off', () => {
  it('lets three days off pass and counts the fourth', () => {
    const known = rule().in({ history });
    known.given(...shifts('Mon', 'Fri')).passes(); // Tuesday to Thursday, then the weekend
    known.given(...shifts('Mon', 'Sat')).breaches(1, 1); // Tuesday to Friday
  });

  it('tells where the row lies and from which day it is too long', () => {
    const [breach] = rule()
      .in({ history })
      .given(...shifts('Mon', 'Sun')).findings.breaches;
    expect(breach).toMatchObject({ at: midnight('2026-11-06'), amount: 2, values: { runDays: 5, limit: 3 } });
    expect(breach!.span).toEqual({ startAt: midnight('2026-11-03'), endAt: midnight('2026-11-08') });
  });

  it('counts a row that touches the last day, which can only get longer', () => {
    rule()
      .in({ history })
      .given(...shifts('Mon', 'Tue', 'Wed'))
      .breaches(1, 1); // Thursday to Sunday
  });

  it('joins the row with last week and counts only days of the horizon', () => {
    const before = [shiftOf('Wed-1 09:00-17:00')]; // Thursday to Sunday off: four, all of them last week's
    rule()
      .in({ history: before })
      .given(...shifts('Mon', 'Wed', 'Fri', 'Sun'))
      .passes();
    rule()
      .in({ history: before })
      .given(...shifts('Tue', 'Thu', 'Sat'))
      .breaches(1, 1); // Monday
  });

  it('counts a night shift to the day on which it starts', () => {
    rule().in({ history }).given('Mon 22:00-06:00', 'Fri 22:00-06:00').passes(); // Tuesday to Thursday
  });

  it('ends a row where an absence touches a day', () => {
    const on = (from: string, until: string) => ({
      history,
      timeOff: [{ agentId: 'amy', startAt: midnight(from), endAt: midnight(until), paidMinutes: 0 }],
    });
    rule()
      .in(on('2026-11-03', '2026-11-08')) // Tuesday to Saturday
      .given(...shifts('Mon'))
      .passes(); // then Sunday alone
    rule()
      .in(on('2026-11-03', '2026-11-04')) // Tuesday alone
      .given(...shifts('Mon'))
      .breaches(1, 2); // Wednesday to Sunday
  });

  it('goes by days, not hours, over a clock change', () => {
    const berlin = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    const before = { ...berlin, history: [shiftOf('Sun-1 09:00-17:00', berlin)] };
    rule()
      .in(before)
      .given(...shifts('Mon', 'Wed', 'Thu'))
      .passes(); // Friday to Sunday, 71 hours
    rule()
      .in(before)
      .given(...shifts('Mon', 'Tue', 'Wed'))
      .breaches(1, 1);
  });

  it('cannot judge a row at the start of the week without history', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Tue', 'Thu', 'Sat'))
      .cannotJudge('2026-10-29T15:00:00Z'); // three days before Monday
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Mon', 'Wed', 'Fri', 'Sun'))
      .passes();
  });

  it('cannot judge a row that fills all the history there is', () => {
    const days = shifts('Tue', 'Thu', 'Sat');
    rule()
      .in({ historyFromAt: midnight('2026-10-31') })
      .given(...days)
      .cannotJudge('2026-10-29T15:00:00Z'); // Saturday to Monday are three
    rule()
      .in({ historyFromAt: midnight('2026-10-30') })
      .given(...days)
      .breaches(1, 1); // Friday to Monday
  });
});
