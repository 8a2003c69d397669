import { startOfLocalDay } from '@yotei/time';
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
