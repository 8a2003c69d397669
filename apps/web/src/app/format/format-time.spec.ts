import { activate } from '../i18n/language.js';
import {
  dateInZone,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTime,
  formatZone,
  minuteOfDay,
  weekNumber,
} from './format-time.js';

describe('times and dates in Japanese', () => {
  beforeEach(() => activate('ja', {}));

  it('writes the day as 11月4日(水)', () => {
    expect(formatDate('2026-11-04')).toBe('11月4日(水)');
    expect(formatDateTime('2026-11-04T00:00:00Z', 'Asia/Tokyo')).toBe('11月4日(水) 09:00');
  });

  it('writes a range without repeating what both ends share', () => {
    expect(formatDateRange('2026-11-02', '2026-11-08')).toBe('2026年11月2日～8日');
    expect(formatDateRange('2026-11-30', '2026-12-06')).toBe('2026年11月30日～12月6日');
    expect(formatDateRange('2026-12-28', '2027-01-03')).toBe('2026年12月28日～2027年1月3日');
  });
});

describe('times and dates in English', () => {
  beforeEach(() => activate('en', {}));

  it('writes the day before the month and a 24-hour clock', () => {
    expect(formatDateTime('2026-11-04T12:05:00Z', 'Europe/Dublin')).toBe('Wed 4 Nov 12:05');
    expect(formatTime('2026-11-04T15:00:00Z', 'Asia/Tokyo')).toBe('00:00'); // never 24:00
  });

  it('names the zone with its offset at that moment', () => {
    expect(formatZone('Asia/Tokyo', Date.UTC(2026, 10, 4))).toBe('Asia/Tokyo · UTC+9');
    expect(formatZone('Europe/Dublin', Date.UTC(2026, 6, 1))).toBe('Europe/Dublin · UTC+1');
    expect(formatZone('Europe/Dublin', Date.UTC(2026, 11, 1))).toBe('Europe/Dublin · UTC+0');
  });
});

describe('calendar arithmetic without the time library', () => {
  it('knows the date and minute of day in the zone', () => {
    expect(dateInZone('2026-11-03T15:30:00Z', 'Asia/Tokyo')).toBe('2026-11-04');
    expect(minuteOfDay('2026-11-03T15:30:00Z', 'Asia/Tokyo')).toBe(30);
  });

  it('counts ISO weeks, also around the new year', () => {
    expect(weekNumber('2026-11-04')).toBe(45);
    expect(weekNumber('2026-12-31')).toBe(53); // 2026 has 53 weeks
    expect(weekNumber('2027-01-04')).toBe(1);
  });
});
