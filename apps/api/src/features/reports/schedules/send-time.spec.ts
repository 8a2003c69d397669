import { formatLocal } from '@yotei/time';
import { dayTold, nextSendAt, type SendTime } from './send-time.js';

const DAILY: SendTime = { cadence: 'daily', weekday: null, monthDay: null, localMinute: 150, zone: 'Europe/Berlin' };
const at = (text: string): number => Date.parse(text);
const local = (time: SendTime, after: string): string =>
  formatLocal(nextSendAt(time, at(after)), time.zone).slice(0, 16);

describe('the next sending', () => {
  it('is the same wall-clock minute of the next day', () => {
    expect(local(DAILY, '2026-11-10T01:30:00Z')).toBe('2026-11-11 02:30'.replace(' ', 'T')); // 02:30 has just been
    expect(local(DAILY, '2026-11-10T01:29:59Z')).toBe('2026-11-10T02:30');
  });

  it('on the day clocks go forward is as much later, once', () => {
    const first = nextSendAt(DAILY, at('2026-03-28T12:00:00Z')); // 02:30 of 29 March is not
    expect(formatLocal(first, DAILY.zone).slice(0, 16)).toBe('2026-03-29T03:30');
    expect(formatLocal(nextSendAt(DAILY, first), DAILY.zone).slice(0, 16)).toBe('2026-03-30T02:30');
  });

  it('on the day clocks go back is the earlier of the two, once', () => {
    const first = nextSendAt(DAILY, at('2026-10-24T12:00:00Z')); // 02:30 of 25 October is twice
    expect(first).toBe(at('2026-10-25T00:30:00Z'));
    expect(nextSendAt(DAILY, first)).toBe(at('2026-10-26T01:30:00Z')); // not an hour later
  });

  it('of a weekly report is on its weekday, of a monthly one on its day or the last of a shorter month', () => {
    const weekly: SendTime = { ...DAILY, cadence: 'weekly', weekday: 1 };
    expect(local(weekly, '2026-11-10T12:00:00Z')).toBe('2026-11-16T02:30');
    const monthly: SendTime = { ...DAILY, cadence: 'monthly', monthDay: 31 };
    expect(local(monthly, '2027-01-31T12:00:00Z')).toBe('2027-02-28T02:30');
    expect(local(monthly, '2027-03-01T12:00:00Z')).toBe('2027-03-31T02:30');
  });
});

it('a daily report sent in the morning tells of yesterday, in the evening of the day', () => {
  expect(dayTold(at('2026-11-10T22:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-10'); // 07:00 on the 11th
  expect(dayTold(at('2026-11-10T12:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-10'); // 21:00 on the 10th
});
