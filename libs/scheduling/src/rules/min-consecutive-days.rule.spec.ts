import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { minConsecutiveDays } from './min-consecutive-days.rule.js';

const rule = () => verifyRule(minConsecutiveDays, { days: 3 });
const shifts = (...days: string[]) => days.map((day) => `${day} 09:00-17:00`);
const before = (...days: string[]) => shifts(...days).map((text) => shiftOf(text));

describe('min-consecutive-days', () => {
  it('counts the days missing from a row inside the horizon', () => {
    rule()
      .given(...shifts('Tue', 'Wed', 'Thu'))
      .passes();
    rule()
      .given(...shifts('Tue', 'Wed', 'Fri'))
      .breaches(2, 1, 2); // two days, then one
  });

  it('leaves a row alone that may go on after the horizon', () => {
    rule()
      .given(...shifts('Sat', 'Sun'))
      .passes();
  });

  it('joins the row with last week', () => {
    rule()
      .in({ history: before('Sat-1', 'Sun-1') })
      .given(...shifts('Mon'))
      .passes();
    rule()
      .in({ history: before('Sun-1') })
      .given(...shifts('Mon'))
      .breaches(1, 1); // Sunday and Monday
    rule()
      .in({ history: before('Sun-1') })
      .given(...shifts('Wed', 'Thu', 'Fri'))
      .breaches(1, 2); // Monday off ended Sunday's row
  });

  it('cannot judge a row at the beginning without history', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Mon', 'Tue'))
      .cannotJudge('2026-10-29T15:00:00Z'); // three days before Monday
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Tue', 'Wed', 'Thu'))
      .cannotJudge('2026-10-29T15:00:00Z'); // was Sunday the only day of its row?
    rule()
      .in({ historyFromAt: undefined })
      .given(...shifts('Mon', 'Tue', 'Wed'))
      .passes();
  });

  it('judges with the one day of history that begins the row', () => {
    rule()
      .in({ historyFromAt: startOfLocalDay('2026-11-01', 'Asia/Tokyo') })
      .given(...shifts('Mon', 'Tue'))
      .breaches(1, 1);
  });
});
