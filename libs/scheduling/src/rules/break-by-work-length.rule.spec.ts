import { dayTemplate, problemOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import type { ShiftTemplate } from '../roster/index.js';
import { buildAgentView } from './agent-view.js';
import { breakByWorkLength } from './break-by-work-length.rule.js';

describe('break-by-work-length', () => {
  const rule = () => verifyRule(breakByWorkLength);

  it('asks for 45 minutes beyond six hours of work', () => {
    rule().given('Mon 09:00-15:00').passes(); // 6 h exactly
    rule().given('Mon 09:00-15:15').breaches(1, 45);
    rule().given('Mon 09:00-17:00 lunch@12:00+30 break@15:00+15').passes(); // 7 h 15 min of work, 45 of rest
  });

  it('asks for 60 minutes beyond eight hours of work', () => {
    rule().given('Mon 09:00-17:45 lunch@12:00+45').passes(); // 8 h exactly
    rule().given('Mon 09:00-18:00 lunch@12:00+45').breaches(1, 15); // 8 h 15 min
  });

  it('counts no rest at the edge of the work', () => {
    rule().given('Mon 09:00-17:00 lunch@16:00+60').breaches(1, 45); // 7 h of work, the rest after it
  });

  it('does not take training for rest', () => {
    rule().given('Mon 09:00-17:00 training@12:00+60').breaches(1, 45);
  });

  it('lets the planner use a template only where its rest is inside the work wherever it is placed', () => {
    const { tour } = breakByWorkLength;
    const allows = (...activities: ShiftTemplate['activities']) => {
      const template = { ...dayTemplate, activities };
      const view = buildAgentView(problemOf({ templates: [template] }), 'amy', []);
      const span = { startAt: view.horizon.startAt, endAt: view.horizon.startAt + 540 * 60_000 };
      const choice = { ...span, template, paidMinutes: 480, unpaidBreakMinutes: 60 };
      return tour.kind === 'shift-filter' && tour.allows(choice, view, {});
    };
    const lunch = (earliestStartMinutes: number, latestStartMinutes: number, lengthMinutes = 60) => ({
      activityTypeId: 'lunch',
      lengthMinutes,
      earliestStartMinutes,
      latestStartMinutes,
    });
    expect(allows(lunch(180, 300))).toBe(true);
    expect(allows(lunch(0, 300))).toBe(false); // it could be taken before the work
    expect(allows(lunch(180, 480))).toBe(false); // or after it
    expect(allows(lunch(15, 465))).toBe(true);
    expect(allows(lunch(0, 0, 15), lunch(15, 300))).toBe(false); // two rests in a row from the start
    expect(allows(lunch(180, 300, 30), lunch(330, 400, 15))).toBe(false); // 45 min of rest, 8 h 15 min of work
  });

  it('counts elapsed minutes, over midnight, over the edge of the week and over a clock change', () => {
    rule().given('Mon 20:00-02:00', 'Sun 20:00-02:00').passes(); // 6 h exactly
    rule().given('Mon 20:00-02:15', 'Sun 20:00-02:15').breaches(2, 45, 45);
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    rule().in(spring).given('Sat 22:00-05:00').passes(); // the hour from 2 to 3 is not there: 6 h
    rule().in(spring).given('Sat 22:00-05:15').breaches(1, 45);
    const autumn = { zone: 'Europe/Berlin', startsOn: '2025-10-20' };
    rule().in(autumn).given('Sat 22:00-04:00').breaches(1, 45); // it is there twice: 7 h
  });
});
