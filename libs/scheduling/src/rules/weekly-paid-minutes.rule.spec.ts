import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { weeklyPaidMinutes } from './weekly-paid-minutes.rule.js';

const nine = (...days: string[]) => days.map((day) => `${day} 09:00-18:00 lunch@12:00+60`);
const day = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');

describe('weekly-paid-minutes', () => {
  const rule = () => verifyRule(weeklyPaidMinutes).in({ contract: { weeklyMinutesMin: 2400, weeklyMinutesMax: 2400 } });

  it('passes five days of eight paid hours', () => {
    rule()
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri'))
      .passes(); // 5 x 480
  });

  it('counts missing and extra minutes', () => {
    rule()
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu'))
      .breaches(1, 480);
    rule()
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'))
      .breaches(1, 480);
  });

  it('lets paid leave count', () => {
    const timeOff = [{ agentId: 'amy', startAt: day('2026-11-06'), endAt: day('2026-11-07'), paidMinutes: 480 }];
    rule()
      .in({ timeOff })
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu'))
      .passes();
  });

  it('spreads leave over the weeks it touches', () => {
    // Friday to Monday, 4 dates of 240: three in this week, one in the next, which asks for 2400 - 240 still.
    const timeOff = [{ agentId: 'amy', startAt: day('2026-11-06'), endAt: day('2026-11-10'), paidMinutes: 960 }];
    rule()
      .in({ timeOff, weeks: 2 })
      .given(...nine('Mon', 'Tue', 'Wed'))
      .breaches(2, 2400 - 3 * 480 - 720, 2160);
  });

  it('tolerates what the setting says', () => {
    verifyRule(weeklyPaidMinutes, { toleranceMinutes: 480 })
      .in({ contract: { weeklyMinutesMin: 2400, weeklyMinutesMax: 2400 } })
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu'))
      .passes();
  });

  it('leaves last week out of this week', () => {
    rule()
      .in({ history: [shiftOf(nine('Sun-1')[0]!)] })
      .given(...nine('Mon', 'Tue', 'Wed', 'Thu', 'Fri'))
      .passes();
  });
});
