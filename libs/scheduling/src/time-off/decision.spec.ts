import { decideTimeOff, type TimeOffQuestion } from './decision.js';

const HOUR = 3_600_000;
const question = (of: Partial<TimeOffQuestion> = {}): TimeOffQuestion => ({
  span: { startAt: 100 * HOUR, endAt: 110 * HOUR },
  now: 0,
  needMinutes: 480,
  leftMinutes: 960,
  minNoticeHours: 48,
  decides: 'rules',
  overlapsOwn: false,
  hours: [{ startAt: 100 * HOUR, most: 3, away: 2 }],
  publishedShifts: 0,
  ...of,
});
const verdict = (of: Partial<TimeOffQuestion>) => {
  const { verdict: said, reason } = decideTimeOff(question(of));
  return `${said}: ${reason.code}`;
};

describe('a request for time off', () => {
  it('is approved when every rule holds', () => expect(verdict({})).toBe('approved: rules-hold'));

  it('is declined for what cannot be', () => {
    expect(verdict({ now: 110 * HOUR })).toBe('declined: in-the-past');
    expect(verdict({ overlapsOwn: true })).toBe('declined: overlaps-own');
    expect(verdict({ now: 60 * HOUR })).toBe('declined: notice-too-short');
    expect(verdict({ leftMinutes: 479 })).toBe('declined: balance-too-small');
    expect(verdict({ hours: [{ startAt: 0, most: 0, away: 0 }] })).toBe('declined: allowance-full');
  });

  it('needs no balance where the kind has none', () =>
    expect(verdict({ leftMinutes: null })).toBe('approved: rules-hold'));

  it('waits while an hour is full, and names it', () => {
    const hours = [
      { startAt: 100 * HOUR, most: 3, away: 2 },
      { startAt: 101 * HOUR, most: 3, away: 3 },
    ];
    expect(decideTimeOff(question({ hours }))).toEqual({
      verdict: 'waiting',
      reason: { code: 'allowance-full', startAt: 101 * HOUR, most: 3, away: 3 },
    });
  });

  it('is put before a person when it touches a published shift or its kind asks for it', () => {
    expect(verdict({ publishedShifts: 2 })).toBe('review: touches-published-shifts');
    expect(verdict({ decides: 'review' })).toBe('review: kind-needs-review');
  });
});
