import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { maxConsecutiveDays } from './max-consecutive-days.rule.js';
import { maxContinuousContactMinutes } from './max-continuous-contact-minutes.rule.js';
import { maxDailyPaidMinutes } from './max-daily-paid-minutes.rule.js';
import { maxDaysPerWeek } from './max-days-per-week.rule.js';
import { maxTemplateCount } from './max-template-count.rule.js';
import { maxWeekends } from './max-weekends.rule.js';
import { noWorkInTimeOff } from './no-work-in-time-off.rule.js';
import { oneShiftPerDay } from './one-shift-per-day.rule.js';
import { periodPaidMinutes } from './period-paid-minutes.rule.js';
import { templateStartWindow } from './template-start-window.rule.js';
import { weeklyPaidMinutes } from './weekly-paid-minutes.rule.js';
import { withinAvailability } from './within-availability.rule.js';

/** The night of 29 March 2026 has no hour from 02:00 to 03:00 in Berlin, that of 25 October 2026 has it twice. */
const SPRING = { zone: 'Europe/Berlin', startsOn: '2026-03-23' };
const AUTUMN = { zone: 'Europe/Berlin', startsOn: '2026-10-19' };
const on = (week: typeof SPRING, text: string) => shiftOf(text, week);

describe('limits are kept up to the last minute and broken by the next', () => {
  it('on a day, in a run of contact work, in a week', () => {
    const day = verifyRule(maxDailyPaidMinutes, { paidMinutes: 480 });
    day.given('Mon 09:00-17:00').passes();
    day.given('Mon 09:00-17:01').breaches(1, 1);
    const run = verifyRule(maxContinuousContactMinutes, { contactMinutes: 120 });
    run.given('Mon 09:00-13:15 break@11:00+15').passes();
    run.given('Mon 09:00-13:16 break@11:00+15').breaches(1, 1);
    const contract = { weeklyMinutesMin: 480, weeklyMinutesMax: 960 };
    const week = verifyRule(weeklyPaidMinutes, { toleranceMinutes: 0 }).in({ contract });
    week.given('Mon 09:00-17:00').passes();
    week.given('Mon 09:00-16:59').breaches(1, 1);
    week.given('Mon 09:00-17:00', 'Tue 09:00-17:01').breaches(1, 1);
  });
});

describe('past midnight a shift stays one shift of the day on which it began', () => {
  it('for hours of the day, runs of contact work and the one shift of a day', () => {
    const day = verifyRule(maxDailyPaidMinutes, { paidMinutes: 480 });
    day.given('Mon 20:00-04:00', 'Tue 20:00-04:00').passes();
    day.given('Mon 20:00-05:00').breaches(1, 60);
    const run = verifyRule(maxContinuousContactMinutes, { contactMinutes: 120 });
    run.given('Mon 22:00-02:15 break@00:00+15').passes();
    run.given('Mon 22:00-02:30 break@00:15+15').breaches(1, 15); // 22:00 to 00:15 is 135
    verifyRule(oneShiftPerDay).given('Mon 22:00-06:00', 'Tue 07:00-09:00').passes();
  });

  it('for the last night of a week, which is that week’s, as are its hours', () => {
    const days = verifyRule(maxDaysPerWeek).in({ weeks: 2, contract: { daysPerWeekMax: 1 } });
    days.given('Sun 22:00-06:00', 'Mon+1 22:00-06:00').passes();
    days.given('Sat 22:00-06:00', 'Sun 22:00-06:00').breaches(1, 1);
    const contract = { weeklyMinutesMin: 480, weeklyMinutesMax: 480 };
    verifyRule(weeklyPaidMinutes).in({ weeks: 2, contract }).given('Sun 22:00-06:00', 'Mon+1 09:00-17:00').passes();
    verifyRule(maxTemplateCount, { templates: 'night', count: 1, periodWeeks: 1 })
      .in({ weeks: 2 })
      .given('Sun 22:00-06:00 as:night', 'Mon+1 22:00-06:00 as:night')
      .passes();
    verifyRule(periodPaidMinutes, { minMinutes: 480, maxMinutes: 480, periodWeeks: 1 })
      .in({ weeks: 2 })
      .given('Sun 22:00-06:00', 'Mon+1 09:00-17:00')
      .passes();
    verifyRule(maxWeekends, { weekends: 0 }).in({ weeks: 2 }).given('Sun 22:00-06:00').breaches(1, 1);
  });

  it('for absences, which begin at midnight', () => {
    const day = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');
    const timeOff = [{ agentId: 'amy', startAt: day('2026-11-03'), endAt: day('2026-11-04'), paidMinutes: 480 }];
    const rule = verifyRule(noWorkInTimeOff).in({ timeOff });
    rule.given('Mon 16:00-00:00').passes();
    rule.given('Mon 16:00-00:01').breaches(1, 1);
  });
});

describe('nights of a clock change count elapsed minutes', () => {
  it('for hours of the day', () => {
    const rule = verifyRule(maxDailyPaidMinutes, { paidMinutes: 480 });
    // 22:00 to 06:00 by the clock: seven hours in spring, nine in autumn.
    rule.in(SPRING).given(on(SPRING, 'Sat 22:00-06:00')).passes();
    rule.in(SPRING).given(on(SPRING, 'Sat 22:00-07:00')).passes();
    rule.in(AUTUMN).given(on(AUTUMN, 'Sat 22:00-06:00')).breaches(1, 60);
  });

  it('for runs of contact work and for hours of weeks and periods', () => {
    const run = verifyRule(maxContinuousContactMinutes, { contactMinutes: 120 });
    run.in(SPRING).given(on(SPRING, 'Sun 01:00-04:00')).passes(); // two hours
    run.in(AUTUMN).given(on(AUTUMN, 'Sun 01:00-03:00')).breaches(1, 60); // three
    const contract = { weeklyMinutesMin: 480, weeklyMinutesMax: 480 };
    const week = verifyRule(weeklyPaidMinutes, { toleranceMinutes: 0 });
    week
      .in({ ...SPRING, contract })
      .given(on(SPRING, 'Sat 22:00-06:00'))
      .breaches(1, 60);
    week
      .in({ ...AUTUMN, contract })
      .given(on(AUTUMN, 'Sat 22:00-06:00'))
      .breaches(1, 60);
    week
      .in({ ...AUTUMN, contract })
      .given(on(AUTUMN, 'Sat 22:00-05:00'))
      .passes();
    const period = verifyRule(periodPaidMinutes, { minMinutes: 480, maxMinutes: 480 });
    period.in(SPRING).given(on(SPRING, 'Sat 22:00-07:00')).passes();
  });

  it('but starts and windows are told by the clock on the wall', () => {
    const agent = { availability: [{ weekday: 6, fromMinute: 1320, untilMinute: 1800 }] };
    const window = verifyRule(withinAvailability);
    window
      .in({ ...SPRING, agent })
      .given(on(SPRING, 'Sat 22:00-06:00'))
      .passes();
    window
      .in({ ...AUTUMN, agent })
      .given(on(AUTUMN, 'Sat 22:00-06:00'))
      .passes();
    const start = verifyRule(templateStartWindow);
    start.in(SPRING).given(on(SPRING, 'Sun 08:00-17:00 as:day')).passes();
    start.in(AUTUMN).given(on(AUTUMN, 'Sun 07:45-17:00 as:day')).breaches(1, 15);
  });

  it('and days in a row are dates', () => {
    const rule = verifyRule(maxConsecutiveDays, { days: 2 });
    const days = ['Sat', 'Sun', 'Mon+1'].map((day) => on(SPRING, `${day} 09:00-17:00`));
    rule
      .in({ ...SPRING, weeks: 2 })
      .given(...days)
      .breaches(1, 1);
    rule
      .in({ ...SPRING, weeks: 2 })
      .given(...days.slice(1))
      .passes();
  });
});

describe('what was before the plan counts where a rule looks back, and is not needed where none does', () => {
  it('for rules of single days and weeks nothing before is asked', () => {
    const bare = { historyFromAt: undefined };
    verifyRule(maxDailyPaidMinutes, { paidMinutes: 480 }).in(bare).given('Mon 09:00-17:00').passes();
    verifyRule(maxContinuousContactMinutes).in(bare).given('Mon 09:00-11:00').passes();
    verifyRule(maxDaysPerWeek).in(bare).given('Mon 09:00-17:00').passes();
    verifyRule(maxWeekends, { weekends: 1 }).in(bare).given('Sat 09:00-17:00').passes();
  });
});
