import { afterQuietHours, deliveryDueAt, retryAt, STANDARD_SETTINGS, type NoticeSettings } from './delivery-plan.js';

const TOKYO: NoticeSettings = { ...STANDARD_SETTINGS, zone: 'Asia/Tokyo' };
const BERLIN: NoticeSettings = { ...STANDARD_SETTINGS, zone: 'Europe/Berlin' };
const at = (text: string): number => Date.parse(text);
const due = (channel: 'mail' | 'push', settings: NoticeSettings, now: string, urgent = false): string | null => {
  const found = deliveryDueAt(channel, settings, { now: at(now), urgent, gatherSeconds: 30, kind: 'test' });
  return found === null ? null : new Date(found).toISOString();
};

describe('when a notice goes out', () => {
  it('gathers for half a minute by day', () => {
    expect(due('mail', TOKYO, '2026-11-09T03:00:00Z')).toBe('2026-11-09T03:00:30.000Z');
    expect(due('push', TOKYO, '2026-11-09T03:00:00Z')).toBe('2026-11-09T03:00:30.000Z');
  });

  it('sends alerts of the day at once to devices of who asked, never by mail, and not later when it is quiet', () => {
    const alert = (channel: 'mail' | 'push', dayAlerts: NoticeSettings['dayAlerts'], now: string) =>
      deliveryDueAt(
        channel,
        { ...TOKYO, dayAlerts },
        { now: at(now), urgent: false, gatherSeconds: 30, kind: 'intraday-short' },
      );
    expect(alert('push', 'push', '2026-11-09T03:00:00Z')).toBe(at('2026-11-09T03:00:00Z'));
    expect(alert('push', 'app', '2026-11-09T03:00:00Z')).toBeNull();
    expect(alert('mail', 'push', '2026-11-09T03:00:00Z')).toBeNull();
    expect(alert('push', 'push', '2026-11-09T14:00:00Z')).toBeNull();
  });

  it('waits for the end of the quiet hours, which pass midnight', () => {
    // 23:00 in Tokyo is 14:00 UTC; 07:00 the next day is 22:00 UTC.
    expect(due('push', TOKYO, '2026-11-09T14:00:00Z')).toBe('2026-11-09T22:00:00.000Z');
    expect(due('push', TOKYO, '2026-11-09T21:59:00Z')).toBe('2026-11-09T22:00:00.000Z');
    expect(due('push', TOKYO, '2026-11-09T22:00:00Z')).toBe('2026-11-09T22:00:30.000Z');
  });

  it('does not keep what is urgent, unless the reader forbids it', () => {
    expect(due('mail', { ...TOKYO, mail: 'digest' }, '2026-11-09T14:00:00Z', true)).toBe('2026-11-09T14:00:00.000Z');
    expect(due('push', { ...TOKYO, urgentAnyway: false }, '2026-11-09T14:00:00Z', true)).toBe(
      '2026-11-09T22:00:00.000Z',
    );
  });

  it('keeps the rest for the digest of the day, or of the next when it is over', () => {
    const digest: NoticeSettings = { ...TOKYO, mail: 'digest' };
    expect(due('mail', digest, '2026-11-09T03:00:00Z')).toBe('2026-11-09T08:00:00.000Z'); // 17:00 in Tokyo
    expect(due('mail', digest, '2026-11-09T08:00:00Z')).toBe('2026-11-10T08:00:00.000Z');
  });

  it('is not sent where it is not wanted', () => {
    expect(due('mail', { ...TOKYO, mail: 'off' }, '2026-11-09T03:00:00Z', true)).toBeNull();
    expect(due('push', { ...TOKYO, push: false }, '2026-11-09T03:00:00Z')).toBeNull();
  });

  it('ends quiet hours by the clock on the wall when clocks change in the night', () => {
    // Berlin, 29 March 2026: 23:00 CET is 22:00 UTC, 07:00 CEST the next morning is 05:00 UTC: seven hours later.
    expect(afterQuietHours(at('2026-03-28T22:00:00Z'), BERLIN)).toBe(at('2026-03-29T05:00:00Z'));
  });

  it('tries again after 1, 5, 30 and 120 minutes, then gives up', () => {
    expect([1, 2, 3, 4, 5].map((attempts) => retryAt(attempts, 0))).toEqual([
      60_000,
      300_000,
      1_800_000,
      7_200_000,
      null,
    ]);
  });
});
