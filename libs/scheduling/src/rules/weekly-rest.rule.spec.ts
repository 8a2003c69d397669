import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { weeklyRest } from './weekly-rest.rule.js';

const rule = () => verifyRule(weeklyRest, { longRestMinutes: 2100 }); // 24 h + 11 h
const EVERY_DAY = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => `${day} 09:00-17:00`);
const eve = { history: [shiftOf('Sun-1 09:00-17:00')] };

describe('weekly-rest', () => {
  it('finds a day off with a long evening', () => {
    rule()
      .in(eve)
      .given(...EVERY_DAY.filter((day) => !day.startsWith('Thu')))
      .passes(); // Wed 17:00 to Fri 09:00 is 40 h
  });

  it('tells by how much the longest rest of a week of work falls short', () => {
    rule()
      .in(eve)
      .given(...EVERY_DAY)
      .breaches(1, 1140); // 2,100 - 16 x 60
  });

  it('lets the very rest pass', () => {
    const others = EVERY_DAY.filter((day) => !/^(Wed|Thu|Fri)/.test(day));
    rule()
      .in(eve)
      .given(...others, 'Wed 14:00-22:00', 'Fri 09:00-17:00')
      .passes(); // 35 h
    rule()
      .in(eve)
      .given(...others, 'Wed 14:00-22:00', 'Fri 08:59-17:00')
      .breaches(1, 1);
  });

  it('sees nights that run into the day off', () => {
    const others = EVERY_DAY.filter((day) => !/^(Wed|Thu|Fri)/.test(day));
    rule()
      .in(eve)
      .given(...others, 'Wed 22:00-06:00', 'Fri 09:00-17:00')
      .breaches(1, 360); // 27 h from Thursday 06:00; the 29 h before the night are longer
  });

  it('takes a rest that began last week and ends in this', () => {
    const history = [shiftOf('Sat-1 14:00-22:00')];
    rule()
      .in({ history })
      .given(...EVERY_DAY)
      .passes(); // Saturday 22:00 to Monday 09:00
  });

  it('counts two weeks together', () => {
    const two = verifyRule(weeklyRest, { longRestMinutes: 3540, weeks: 2 }); // 48 h + 11 h
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => shiftOf(`${day}-1 09:00-17:00`));
    const before = shiftOf('Sun-2 09:00-17:00');
    two
      .in({ history: [before, ...days] })
      .given(...EVERY_DAY)
      .breaches(1, 2580); // 3,540 - 960
    two
      .in({ history: days.slice(3) })
      .given(...EVERY_DAY)
      .passes();
  });

  it('measures elapsed time in the night of a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24', history: [] };
    const place = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    const worked = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => `${day} 09:00-17:00`);
    const history = [shiftOf('Sun-1 09:00-17:00', place)];
    rule()
      .in({ ...spring, weeks: 2, history })
      .given(...worked, 'Sat 14:00-22:00', 'Mon+1 09:00-17:00')
      .breaches(1, 600); // Saturday 22:00 to the end of Sunday is 25 h
  });

  it('cannot tell without history whether a rest had begun', () => {
    rule()
      .in({ historyFromAt: undefined })
      .given(...EVERY_DAY)
      .cannotJudge('2026-10-31T04:00:00Z'); // 35 h before Monday
    rule()
      .in({ historyFromAt: undefined })
      .given(...EVERY_DAY.slice(3))
      .passes(); // free from Monday afternoon at the latest
  });
});
