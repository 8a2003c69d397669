import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxConsecutiveDays } from './max-consecutive-days.rule.js';

const rule = () => verifyRule(maxConsecutiveDays, { days: 6 });
const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => `${day} 09:00-17:00`);
const lastWeek = (...days: string[]) => days.map((day) => shiftOf(`${day}-1 09:00-17:00`));

describe('max-consecutive-days', () => {
  it('counts the seventh day of a run', () => {
    rule()
      .given(...week)
      .breaches(1, 1);
  });

  it('lets six days pass', () => {
    rule()
      .given(...week.slice(0, 6))
      .passes();
  });

  it('joins the run with last week', () => {
    rule()
      .in({ history: lastWeek('Thu', 'Fri', 'Sat', 'Sun') })
      .given(...week.slice(0, 4))
      .breaches(1, 2); // 8 days, 2 over
  });

  it('counts only days of the horizon beyond the limit', () => {
    const history = lastWeek('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun');
    rule().in({ history }).given(week[0]!).breaches(1, 1); // the eighth day; the seventh was last week's
  });

  it('lets a day off end the run', () => {
    rule()
      .in({ history: lastWeek('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat') })
      .given(...week.slice(0, 5))
      .passes();
  });

  it('cannot judge a run at the start of the week without history', () => {
    rule().in({ historyFromAt: undefined }).given(week[0]!).cannotJudge('2026-10-26T15:00:00Z'); // six days before Monday
  });

  it('judges without history when Monday is off', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...week.slice(1))
      .passes();
  });

  it('judges with the one day of history that ends the run', () => {
    const historyFromAt = startOfLocalDay('2026-11-01', 'Asia/Tokyo');
    rule().in({ historyFromAt }).given(week[0]!).passes();
  });

  it('cannot judge a run that fills all the history there is', () => {
    const historyFromAt = startOfLocalDay('2026-10-28', 'Asia/Tokyo'); // Wednesday: five days before, all worked
    const history = lastWeek('Wed', 'Thu', 'Fri', 'Sat', 'Sun');
    rule().in({ historyFromAt, history }).given(week[0]!).cannotJudge('2026-10-26T15:00:00Z'); // the sixth day; was Tuesday worked?
    rule().in({ historyFromAt, history }).given(week[0]!, week[1]!).breaches(1, 1);
  });

  it('counts a night shift to the day on which it starts', () => {
    rule()
      .given(...week.slice(0, 6).map((text) => text.replace('09:00-17:00', '22:00-06:00')))
      .passes();
  });
});
