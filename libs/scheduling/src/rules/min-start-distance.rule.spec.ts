import { startOfLocalDay } from '@yotei/time';
import { shiftOf } from '../../../../tests/kit/roster-builder.js';
import { verifyRule } from '../../../../tests/kit/verify-rule.js';
import { minStartDistance } from './min-start-distance.rule.js';

const rule = () => verifyRule(minStartDistance, { distanceMinutes: 1320 });

describe('min-start-distance', () => {
  it('lets a start pass that lies just far enough from the last, and no minute less', () => {
    rule().given('Mon 11:00-19:00', 'Tue 09:00-17:00').passes(); // 22 h
    rule().given('Mon 11:00-19:00', 'Tue 08:59-17:00').breaches(1, 1);
  });

  it('does not ask how long the shifts are', () => {
    rule().given('Mon 10:00-11:00', 'Tue 06:00-14:00').breaches(1, 120); // 20 h, after 19 hours of rest
    rule().given('Mon 10:00-23:00', 'Tue 09:00-17:00').passes();
  });

  it('tells the distance at the later start', () => {
    const [breach] = rule().given('Mon 12:00-20:00', 'Tue 08:00-16:00').findings.breaches;
    const [monday, tuesday] = [shiftOf('Mon 12:00-20:00').startAt, shiftOf('Tue 08:00-16:00').startAt];
    expect(breach).toMatchObject({ at: tuesday, span: { startAt: monday, endAt: tuesday } });
    expect(breach!.values).toEqual({ distanceMinutes: 1200, limit: 1320 });
  });

  it('counts over midnight from the evening on which the night began', () => {
    rule().given('Mon 22:00-06:00', 'Tue 20:00-04:00').passes();
    rule().given('Mon 22:00-06:00', 'Tue 19:00-03:00').breaches(1, 60); // 21 h
  });

  it('goes by the first start of each day worked', () => {
    rule().given('Mon 08:00-10:00', 'Mon 20:00-22:00', 'Tue 08:00-16:00').passes();
    rule().given('Mon 20:00-22:00', 'Wed 08:00-16:00').passes(); // a day off between
  });

  it('counts elapsed minutes in the spring night of Berlin and in the autumn night', () => {
    const spring = rule().in({ zone: 'Europe/Berlin', startsOn: '2025-03-24' });
    spring.given('Sat 11:00-19:00', 'Sun 10:00-18:00').passes(); // 23 h by the clock
    spring.given('Sat 11:00-19:00', 'Sun 09:00-17:00').breaches(1, 60); // 22 h by the clock, 21 elapsed
    const autumn = rule().in({ zone: 'Europe/Berlin', startsOn: '2025-10-20' });
    autumn.given('Sat 11:00-19:00', 'Sun 08:00-16:00').passes(); // 21 h by the clock, 22 elapsed
  });

  it('sees the last day of the week before, and leaves that week itself alone', () => {
    const history = [shiftOf('Sat-1 14:00-22:00'), shiftOf('Sun-1 10:00-18:00')];
    rule().in({ history }).given('Mon 07:00-15:00').breaches(1, 60);
    rule().in({ history }).given('Mon 08:00-16:00').passes();
  });

  it('says that it cannot judge the first shift without history', () => {
    rule().in({ historyFromAt: undefined }).given('Mon 09:00-17:00').cannotJudge('2026-11-01T02:00:00Z'); // Sunday 11:00
    rule().in({ historyFromAt: undefined }).given('Tue 07:00-15:00').passes();
    rule().in({ historyFromAt: undefined }).given('Mon 22:00-06:00').passes(); // 22 h after midnight
  });

  it('judges when the history reaches back just far enough', () => {
    const historyFromAt = startOfLocalDay('2026-11-01', 'Asia/Tokyo') + 11 * 3_600_000; // Sunday 11:00
    rule().in({ historyFromAt }).given('Mon 09:00-17:00').passes();
    rule()
      .in({ historyFromAt: historyFromAt + 60_000 })
      .given('Mon 09:00-17:00')
      .cannotJudge('2026-11-01T02:00:00Z');
  });
});
