import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { activityMinutes } from './activity-minutes.rule.js';

const rule = (more = {}) => verifyRule(activityMinutes, { activityTypes: 'training', minMinutes: 60, ...more });

describe('activity-minutes', () => {
  it('asks for a training budget', () => {
    rule().given('Mon 09:00-17:00 training@10:00+60').passes();
    rule().given('Mon 09:00-17:00 training@10:00+30', 'Tue 09:00-17:00 training@10:00+29').breaches(1, 1);
    rule().given().breaches(1, 60);
  });

  it('limits an activity', () => {
    rule({ minMinutes: 0, maxMinutes: 60 }).given('Mon 09:00-17:00 training@10:00+61').breaches(1, 1);
  });

  it('counts several activities together, and asks for nothing where none is named', () => {
    rule({ activityTypes: 'training, lunch' }).given('Mon 09:00-17:00 training@10:00+30 lunch@12:00+30').passes();
    rule({ activityTypes: '' }).given('Mon 09:00-17:00').passes();
  });

  it('counts to the period in which the shift starts', () => {
    const weekly = rule({ periodWeeks: 1 }).in({ weeks: 2 });
    weekly.given('Sun 22:00-06:00 training@02:00+60', 'Mon+1 09:00-17:00 training@10:00+60').passes();
    weekly.given('Sun 22:00-06:00 training@02:00+60').breaches(1, 60);
  });

  it('holds a last period cut short to the most only', () => {
    rule({ periodWeeks: 2 }).given('Mon 09:00-17:00').passes();
  });

  it('counts elapsed minutes over a clock change', () => {
    const spring = { zone: 'Europe/Berlin', startsOn: '2025-03-24' };
    rule().in(spring).given('Sat 22:00-06:00 training@01:30+60').passes(); // until 03:30 by the clock
    rule().in(spring).given('Sat 22:00-06:00 training@01:30+59').breaches(1, 1);
  });
});
