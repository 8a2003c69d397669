import { startOfLocalDay } from '@yotei/time';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { weekBoundMinutes } from './week-bound-minutes.rule.js';

const rule = (minBoundMinutes: number, maxBoundMinutes: number) =>
  verifyRule(weekBoundMinutes, { minBoundMinutes, maxBoundMinutes });

describe('week-bound-minutes', () => {
  it('counts unpaid breaks, up to the last minute', () => {
    const monday = 'Mon 09:00-18:00 lunch@12:00+60';
    rule(0, 1080).given(monday, 'Tue 09:00-18:00').passes();
    rule(0, 1080).given(monday, 'Tue 09:00-18:01').breaches(1, 1);
    rule(1080, 2700).given(monday, 'Tue 09:00-17:59').breaches(1, 1);
  });

  it('asks for the least in each week', () => {
    rule(540, 2700).in({ weeks: 2 }).given('Mon 09:00-18:00').breaches(1, 540); // nothing in the second week
  });

  it('counts a night over the edge of a week to the week in which it starts', () => {
    rule(480, 480).in({ weeks: 2 }).given('Sun 22:00-06:00', 'Mon+1 09:00-17:00').passes();
  });

  it('counts elapsed minutes in the night of a clock change', () => {
    rule(0, 480).in({ zone: 'Europe/Berlin', startsOn: '2025-10-20' }).given('Sat 22:00-06:00').breaches(1, 60);
    rule(0, 480).in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' }).given('Sat 22:00-07:00').passes();
  });

  it('takes paid leave off the least and leaves the most', () => {
    const midnight = (on: string) => startOfLocalDay(on, 'Asia/Tokyo');
    const span = { startAt: midnight('2026-11-03'), endAt: midnight('2026-11-05') };
    const scene = { timeOff: [{ agentId: 'amy', ...span, paidMinutes: 960 }] };
    rule(1500, 2700).in(scene).given('Mon 09:00-18:00').passes(); // 540 and 960 of leave
    rule(1501, 2700).in(scene).given('Mon 09:00-18:00').breaches(1, 1);
    rule(0, 540).in(scene).given('Mon 09:00-18:00').passes();
  });

  it('needs no history', () => {
    rule(0, 540).in({ historyFromAt: undefined }).given('Mon 09:00-18:00').passes();
  });
});
