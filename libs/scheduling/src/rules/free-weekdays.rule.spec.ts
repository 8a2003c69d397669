import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { freeWeekdays } from './free-weekdays.rule.js';

const rule = () => verifyRule(freeWeekdays, { weekday: 7, freeDays: 2, weeks: 3 });
const sundays = (...weeks: number[]) => weeks.map((week) => shiftOf(`Sun-${week} 09:00-17:00`));

describe('free-weekdays', () => {
  it('counts free Sundays of the weeks together', () => {
    rule()
      .in({ history: sundays(1) })
      .given('Mon 09:00-17:00')
      .passes(); // two weeks ago and this one
    rule()
      .in({ history: sundays(1) })
      .given('Sun 09:00-17:00')
      .breaches(1, 1);
    rule()
      .in({ history: sundays(1, 2) })
      .given('Sun 09:00-17:00')
      .breaches(1, 2);
    rule()
      .in({ history: sundays(1, 3) })
      .given('Mon 09:00-17:00')
      .passes(); // the third week back is out
  });

  it('leaves a Sunday free into which only a Saturday night runs', () => {
    rule()
      .in({ history: sundays(1) })
      .given('Sat 22:00-06:00')
      .passes();
  });

  it('needs the weeks before', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-10-18T15:00:00Z');
  });

  it('knows the Sunday of a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    verifyRule(freeWeekdays, { freeDays: 1, weeks: 1 }).in(spring).given('Sun 00:00-08:00').breaches(1, 1);
    verifyRule(freeWeekdays, { freeDays: 1, weeks: 1 }).in(spring).given('Sat 23:59-08:00').passes();
  });
});
