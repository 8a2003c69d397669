import { weekToPublish } from './often-done.js';
import type { Week } from './week-ladder.js';

const week = (weekStartOn: string, state?: 'DRAFT' | 'PUBLISHED', changesSincePublish = 0) =>
  ({
    weekStartOn,
    forecast: true,
    requirement: true,
    schedule: state
      ? { id: weekStartOn, weekStartOn, state, version: 1, publishedAt: null, changesSincePublish }
      : null,
  }) as Week;

describe('the week that is to be published', () => {
  it('is the first ahead that agents do not know as it stands', () => {
    const now = week('2026-11-16', 'PUBLISHED', 2);
    const done = week('2026-11-23', 'PUBLISHED');
    expect(weekToPublish([now, done, week('2026-11-30', 'DRAFT')], '2026-11-16')).toBe('2026-11-30');
    expect(weekToPublish([now, week('2026-11-23', 'PUBLISHED', 1)], '2026-11-16')).toBe('2026-11-23');
  });

  it('is this week when nothing ahead is left, and none when no roster waits', () => {
    expect(weekToPublish([week('2026-11-16', 'PUBLISHED', 2), week('2026-11-23')], '2026-11-16')).toBe('2026-11-16');
    expect(weekToPublish([week('2026-11-16', 'PUBLISHED'), week('2026-11-23')], '2026-11-16')).toBeNull();
  });
});
